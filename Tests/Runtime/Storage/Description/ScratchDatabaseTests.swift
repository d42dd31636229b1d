import Foundation
import Logging
import Testing

@testable import ScaffoldStorage

@Suite struct ScratchDatabaseTests {
    private struct Stop: Error {}

    private func names(_ settings: DatabaseConfiguration) throws -> [String] {
        var settings = settings
        settings.url = settings.url.scratch(named: "x")
        let engine = try Engines.engine(for: settings, logger: Logger(label: "test"))
        return try engine.neighbours().filter { $0.contains("_scratch_") }
    }

    @Test(arguments: TestEngine.all)
    func `it is empty, of the same engine, and gone afterwards`(_ engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            try await database.script("CREATE TABLE posts (id INTEGER)")
            let settings = database.configuration
            let url = try await Database.withScratch(of: settings) { scratch in
                #expect(scratch.configuration.url.engine == settings.url.engine)
                #expect(scratch.configuration.url != settings.url)
                let tables = try await scratch.describe()
                #expect(tables.isEmpty)
                try await scratch.script("CREATE TABLE tags (id INTEGER)")
                let current = try Database.current
                #expect(current === scratch)
                let names = try names(settings)
                #expect(names.contains(scratch.configuration.url.name))
                return scratch.configuration.url
            }
            #expect(try !names(settings).contains(url.name))
            #expect(try await database.describe().map(\.name) == ["posts"])
        }
    }

    @Test(arguments: TestEngine.all)
    func `it is gone after an error too`(_ engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            let settings = database.configuration
            let seen = Locked("")
            await #expect(throws: Stop.self) {
                try await Database.withScratch(of: settings) { scratch in
                    seen.withLock { $0 = scratch.configuration.url.name }
                    try await scratch.script("CREATE TABLE tags (id INTEGER)")
                    throw Stop()
                }
            }
            let name = seen.withLock { $0 }
            #expect(!name.isEmpty)
            let left = try names(settings)
            #expect(!left.contains(name))
        }
    }

    @Test(arguments: TestEngine.all)
    func `what a killed run left a day ago is removed, and nothing else`(_ engine: TestEngine) async throws {
        try await engine.withDatabase { database in
            let settings = database.configuration
            let stem = settings.url.name
            let old = ScratchName(stem: stem, time: Date(timeIntervalSinceNow: -90_000)).text
            let young = ScratchName(stem: stem, time: Date(timeIntervalSinceNow: -3_000)).text
            let other = "\(stem)_scratch_mine"
            func engine(_ name: String) throws -> any Engine {
                var settings = settings
                settings.url = settings.url.scratch(named: name)
                return try Engines.engine(for: settings, logger: Logger(label: "test"))
            }
            for name in [old, young, other] { _ = try engine(name).create() }
            try await Database.withScratch(of: settings) { _ in }
            let left = try names(settings)
            for name in [young, other] { try engine(name).discard() }
            #expect(!left.contains(old))
            #expect(left.contains(young))
            #expect(left.contains(other))
        }
    }

    @Test func `names are short enough for every engine, and no two are alike`() {
        let long = String(repeating: "ü", count: 60)
        let names = (0..<50).map { _ in ScratchName(stem: long, time: .now) }
        #expect(names.allSatisfy { $0.text.utf8.count <= 63 })
        #expect(Set(names.map(\.text)).count == 50)
        #expect(!names[0].isLeftover(names[1].text))
        #expect(ScratchName(stem: long, time: .now + 90_000).isLeftover(names[1].text))
    }
}
