import Testing

@testable import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Values at the edges of every attribute's type: what is kept comes back as it was, all else is refused with the
/// attribute's name. Also on servers whose own settings would keep them otherwise.
@Suite struct EdgeValueTests {
    /// A value, and the engines that have no room for it.
    private struct Edge {
        var attribute: String
        var value: Value
        var isRefusedBy: Set<DatabaseEngine>

        init(_ attribute: String, _ value: Value, refusedBy engines: Set<DatabaseEngine> = []) {
            self.attribute = attribute
            self.value = value
            isRefusedBy = engines
        }
    }

    private static let everybody = Set(DatabaseEngine.allCases)

    private func check(_ edges: [Edge], on engine: TestEngine) async throws {
        try await withSamples(on: engine) { _ in
            for edge in edges {
                let text = "\(edge.attribute) \(shown(edge.value))"
                do {
                    let stored = try await EveryType.stored(edge.attribute, edge.value)
                    #expect(stored == edge.value, "\(text) came back as \(shown(stored))")
                    #expect(!edge.isRefusedBy.contains(engine.kind), "\(text) is kept")
                } catch {
                    #expect(edge.isRefusedBy.contains(engine.kind), "\(text): \(error)")
                    #expect(attribute(of: error) == edge.attribute, "\(text): \(error)")
                    if let error = error as? ValueError {
                        #expect((error.model, error.kind) == ("EveryType", edge.value.kind), "\(text): \(error)")
                    }
                }
            }
            let refused = edges.filter { $0.isRefusedBy.contains(engine.kind) }
            let count = try await EveryType.count()
            #expect(count == edges.count - refused.count)
        }
    }

    private func shown(_ value: Value) -> String {
        switch value {
        // Foundation's description of a date that is far off ends the process.
        case .date(let date): "\(date.timeIntervalSince1970)"
        case .blob(let bytes): "\(bytes.count) bytes"
        case .text(let text): String(text.prefix(80))
        default: "\(value)"
        }
    }

    private func attribute(of error: any Error) -> String? {
        switch error {
        case let error as ValueError: error.column
        case let error as ValueTooLongError: error.column
        case let error as CheckConstraintError: error.columns.first
        default: nil
        }
    }

    @Test(arguments: TestEngine.everywhere)
    func `whole numbers`(_ engine: TestEngine) async throws {
        try await check(
            [
                Edge("small", .integer(Int64(Int16.min))), Edge("small", .integer(Int64(Int16.max))),
                Edge("small", .integer(32_768), refusedBy: Self.everybody),
                Edge("small", .integer(-32_769), refusedBy: Self.everybody),
                Edge("normal", .integer(Int64(Int32.min))), Edge("normal", .integer(Int64(Int32.max))),
                Edge("normal", .integer(1 << 31), refusedBy: Self.everybody),
                Edge("big", .integer(.min)), Edge("big", .integer(.max)), Edge("big", .integer(0)),
                Edge("flag", .boolean(true)), Edge("flag", .boolean(false)),
            ], on: engine)
    }

    @Test(arguments: TestEngine.everywhere)
    func `numbers with a point`(_ engine: TestEngine) async throws {
        func single(_ number: Float) -> Edge { Edge("single", .double(Double(number))) }
        try await check(
            [
                single(.greatestFiniteMagnitude), single(.leastNonzeroMagnitude), single(-0.0), single(0.1),
                Edge("double", .double(.greatestFiniteMagnitude)), Edge("double", .double(-.greatestFiniteMagnitude)),
                Edge("double", .double(.leastNonzeroMagnitude)), Edge("double", .double(.leastNormalMagnitude)),
                Edge("double", .double(-0.0)), Edge("double", .double(0.1 + 0.2)), Edge("double", .double(.pi)),
                Edge("double", .double(1e15 + 0.3)), Edge("double", .double(-1e300)),
                Edge("double", .double(.infinity), refusedBy: [.mysql]),
                Edge("double", .double(-.infinity), refusedBy: [.mysql]),
                Edge("double", .double(.nan), refusedBy: Self.everybody),
                Edge("double", .double(.signalingNaN), refusedBy: Self.everybody),
                Edge("single", .double(Double(Float.nan)), refusedBy: Self.everybody),
            ], on: engine)
    }

    @Test(arguments: TestEngine.everywhere)
    func `decimals`(_ engine: TestEngine) async throws {
        func decimal(_ name: String, _ digits: String, refusedBy engines: Set<DatabaseEngine> = []) -> Edge {
            Edge(name, .decimal(Decimal.exact(digits)), refusedBy: engines)
        }
        let nines = String(repeating: "9", count: 38)
        try await check(
            [
                decimal("price", "99999999.99"), decimal("price", "-99999999.99"), decimal("price", "0.01"),
                decimal("price", "0"), decimal("price", "-10000000"),
                decimal("price", "100000000", refusedBy: Self.everybody),
                decimal("price", "0.005", refusedBy: Self.everybody),
                decimal("price", "1.999", refusedBy: Self.everybody),
                decimal("price", "1000000000", refusedBy: Self.everybody),
                decimal("price", "1e20", refusedBy: Self.everybody),
                decimal("price", "1e-30", refusedBy: Self.everybody),
                decimal("amount", "0.1"), decimal("amount", "-0.000000000000000000000000000001"),
                decimal("amount", "123456789.012345"), decimal("amount", "1234567890123456789"),
                decimal("amount", "12345678901234567.89", refusedBy: [.sqlite]),
                decimal("amount", nines, refusedBy: [.sqlite, .mysql]),
                decimal("amount", "-0.\(nines)", refusedBy: [.sqlite, .mysql]),
                decimal("amount", "1e-31", refusedBy: [.mysql]), decimal("amount", "1e60", refusedBy: [.mysql]),
                decimal("amount", "3e120", refusedBy: [.mysql]), decimal("amount", "7e-120", refusedBy: [.mysql]),
                Edge("amount", .decimal(.nan), refusedBy: Self.everybody),
                Edge("price", .decimal(.nan), refusedBy: Self.everybody),
            ], on: engine)
    }

    @Test(arguments: TestEngine.everywhere)
    func `dates and times`(_ engine: TestEngine) async throws {
        func date(_ text: String) throws -> Edge { Edge("at", .date(try #require(DateText.parse(text)))) }
        func refused(_ seconds: Double) -> Edge {
            Edge("at", .date(Date(timeIntervalSince1970: seconds)), refusedBy: Self.everybody)
        }
        func day(_ text: String) throws -> Edge { Edge("day", .dateOnly(try #require(DateOnly(text)))) }
        func time(_ text: String) throws -> Edge { Edge("clock", .time(try #require(TimeOfDay(text)))) }
        try await check(
            [
                try date("0000-01-01 00:00:00.000"), try date("0000-02-28 12:00:00.001"),
                try date("0001-01-01 00:00:00.000"), try date("1582-10-10 00:00:00"),
                try date("1000-01-01 00:00:00.000"), try date("9999-12-31 23:59:59.999"),
                try date("1969-12-31 23:59:59.999"), try date("1999-12-31 23:59:59.999"),
                try date("2000-01-01 00:00:00.001"), try date("2016-12-31 23:59:59.999"),
                try date("2038-01-19 03:14:08"), try date("2026-03-29 02:30:00 +02:00"),
                // MySQL's year 0 is no leap year.
                Edge("at", .date(Date(timeIntervalSince1970: -62_162_078_400)), refusedBy: [.mysql]),
                Edge("at", .date(.distantPast)), Edge("at", .date(.distantFuture)),
                refused(-62_167_219_200.001), refused(253_402_300_800), refused(253_402_300_799.9996), refused(1e300),
                refused(.infinity), refused(-.infinity), refused(.nan),
                try day("0000-01-01"), try day("0001-01-01"), try day("9999-12-31"), try day("2000-02-29"),
                try time("00:00:00"), try time("23:59:59.999"), try time("09:30:00.001"),
            ], on: engine)
    }

    @Test(arguments: TestEngine.everywhere)
    func `what is less than a millisecond is rounded, the same everywhere`(_ engine: TestEngine) async throws {
        try await withSamples(on: engine) { _ in
            for (seconds, kept) in [
                (0.0004, 0.0), (0.0006, 0.001), (1_700_000_000.1234, 1_700_000_000.123),
                (1_700_000_000.9996, 1_700_000_001.0), (-0.0004, 0), (-0.0006, -0.001),
                (-62_135_596_799.9996, -62_135_596_800),
            ] {
                let stored = try await EveryType.stored("at", .date(Date(timeIntervalSince1970: seconds)))
                #expect(stored == .date(Date(timeIntervalSince1970: kept)), "\(seconds)")
            }
        }
    }

    @Test(arguments: TestEngine.everywhere)
    func `texts`(_ engine: TestEngine) async throws {
        let texts = [
            "", " ", "a  ", "'\"`\\", "\\'; --", "$1 ? :a %s", "\r\n\t\u{1}\u{7F}", "ä", "e\u{301}", "💥", "👩‍👩‍👧‍👦",
            "\u{FFFD}", "\u{10FFFF}", "\u{FEFF}x", "\u{202E}x", "ﷺ", "\u{FFFF}",
        ]
        let long = String(repeating: "e\u{301}💥\\'", count: 500_000)
        try await check(
            texts.flatMap { [Edge("word", .text($0)), Edge("body", .text($0))] } + [
                Edge("word", .text(String(repeating: "💥", count: 10))),
                Edge("word", .text(String(repeating: "💥", count: 11)), refusedBy: Self.everybody),
                Edge("word", .text("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}")),
                Edge("word", .text("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}x"), refusedBy: Self.everybody),
                Edge("word", .text("a\0b"), refusedBy: Self.everybody),
                Edge("body", .text("\0"), refusedBy: Self.everybody), Edge("body", .text(long)),
                Edge("letters", .text("abc")), Edge("letters", .text("äö💥")),
                Edge("letters", .text("abcd"), refusedBy: Self.everybody),
                Edge("mood", .text("calm")), Edge("mood", .text("it's")), Edge("mood", .text("läut 💥")),
                Edge("mood", .text("Calm"), refusedBy: Self.everybody),
            ], on: engine)
    }

    @Test(arguments: TestEngine.everywhere)
    func `keys, bytes and arrays`(_ engine: TestEngine) async throws {
        let great = [UInt8](repeating: 0, count: 8 << 20) + [UInt8](repeating: 0xFF, count: 7 << 20)
        // Usual servers of MariaDB take 16 megabytes at once.
        let tooGreat: Set<DatabaseEngine> = engine.rawValue == "mysql" ? [.mysql] : []
        try await check(
            [
                Edge("key", .uuid(UUID())),
                Edge("key", .uuid(try #require(UUID(uuidString: "019A3C5E-0000-7FFF-BFFF-FFFFFFFFFFFF")))),
                Edge("key", .uuid(UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))),
                Edge("bytes", .blob([])), Edge("bytes", .blob([0])), Edge("bytes", .blob(Array(0...255))),
                Edge("bytes", .blob(great)), Edge("bytes", .blob(great + great), refusedBy: tooGreat),
                Edge("names", [String]().value), Edge("names", ["", "a,b", "{\"}", "\\", "💥", "null"].value),
                Edge("names", Array(repeating: "ä", count: 50_000).value),
            ], on: engine)
    }

    @Test(arguments: TestEngine.everywhere)
    func `values in JSON`(_ engine: TestEngine) async throws {
        func nested(_ depth: Int) -> JSON { (1..<depth).reduce(JSON.array([])) { inner, _ in .array([inner]) } }
        var object = JSONObject()
        object[""] = .integer(.max)
        object["ü \" \\ 💥"] = .array([.integer(.min), .double(1.5e300), .boolean(false), .null, .string("\u{1}\r\n")])
        object["b"] = .double(0.1)
        try await check(
            [
                Edge("data", JSON.null.value), Edge("data", JSON.string("").value), Edge("data", JSON.integer(1).value),
                Edge("data", JSON.boolean(true).value), Edge("data", JSON.array([]).value),
                Edge("data", JSON.object(JSONObject()).value), Edge("data", nested(30).value),
                Edge("data", nested(400).value, refusedBy: [.mysql]),
                Edge("data", JSON.array(Array(repeating: .string("läut 💥"), count: 50_000)).value),
                Edge("data", JSON.string("a\0b").value, refusedBy: [.postgresql]),
            ], on: engine)
        let shown = object
        try await withSamples(on: engine) { _ in
            // Members may stand in another order.
            let stored = try await EveryType.stored("data", JSON.object(shown).value)
            guard case .text(let text) = stored else { throw Refused() }
            #expect(try JSON(parsing: text) == .object(shown))
        }
    }
}
