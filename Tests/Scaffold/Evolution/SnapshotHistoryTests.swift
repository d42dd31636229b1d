import Testing

@testable import scaffold

@Suite struct SnapshotHistoryTests {
    private let stamps = (1...9).compactMap { Timestamp("2026112009300\($0)") }

    private func tables(_ models: String) throws -> [Table] { try Schemas.read(models: models).tables() }

    /// The text after a run that leads from one text to other tables.
    private func text(
        _ old: String = "", to tables: [Table], at stamp: Timestamp, renames: [(old: String, new: String)] = []
    ) throws -> String {
        let reading = try SnapshotReading(old)
        let history = reading.history.advanced(
            from: reading.tables, to: tables, renames: renames, stamp: stamp, migrations: [])
        return Snapshot.text(of: tables, history: history)
    }

    /// Line by line, as git's union leaves it.
    private func union(_ a: String, _ b: String) -> String { a + b }

    private let post = "  Post: {attributes: {title: string!, teaser: string}, indexes: [[title]]}\n"

    @Test func `what went stays gone, whatever lines come back`() throws {
        let first = try text(to: tables(post), at: stamps[0])
        let less = try tables("  Post: {attributes: {title: string!}}\n")
        let second = try text(first, to: less, at: stamps[1])
        for both in [union(first, second), union(second, first)] {
            let read = try SnapshotReading(both).tables
            #expect(read.map(\.structure) == less.map(\.structure))
        }
        #expect(second.contains(#"{"table":"posts","column":"teaser","dropped":"20261120093002"}"#))
        #expect(second.contains(#""index":"posts_title","dropped":"20261120093002"}"#))
    }

    @Test func `a table that went takes everything with it`() throws {
        let first = try text(to: tables(post + "  Tag: {attributes: {name: string}}\n"), at: stamps[0])
        let second = try text(first, to: tables("  Tag: {attributes: {name: string}}\n"), at: stamps[1])
        let read = try SnapshotReading(union(second, first))
        #expect(read.tables.map(\.name) == ["tags"])
        #expect(second.split(separator: "\n").count { $0.contains("posts") } == 1)
    }

    @Test func `what is made again counts, also beside its stone`() throws {
        let first = try text(to: tables(post), at: stamps[0])
        let second = try text(first, to: tables("  Post: {attributes: {title: string!}}\n"), at: stamps[1])
        let again = try tables("  Post: {attributes: {title: string!, teaser: string(9)}, indexes: [[title]]}\n")
        let third = try text(second, to: again, at: stamps[2])
        for both in [third, union(second, third), union(third, union(second, first))] {
            #expect(try SnapshotReading(both).tables.map(\.structure) == again.map(\.structure))
        }
        let none = try text(third, to: [], at: stamps[3])
        let back = try text(none, to: again, at: stamps[4])
        #expect(try SnapshotReading(union(none, back)).tables.map(\.structure) == again.map(\.structure))
    }

    @Test func `a later change by a branch that did not know does not bring back what went`() throws {
        let first = try text(to: tables(post), at: stamps[0])
        let less = try tables("  Post: {attributes: {title: string!}}\n")
        let dropped = try text(first, to: less, at: stamps[1])
        let changed = try text(
            first, to: tables("  Post: {attributes: {title: string!, teaser: string(9)}, indexes: [[title]]}\n"),
            at: stamps[2])
        for both in [union(dropped, changed), union(changed, dropped)] {
            #expect(try SnapshotReading(both).tables.map(\.structure) == less.map(\.structure))
        }
    }

    @Test func `of two changes the later one counts, whatever the schema says`() throws {
        func post(_ length: Int) throws -> [Table] { try tables("  Post: {attributes: {title: string(\(length))}}\n") }
        let first = try text(to: post(10), at: stamps[0])
        let early = try text(first, to: post(20), at: stamps[1])
        let late = try text(first, to: post(30), at: stamps[2])
        for both in [union(early, late), union(late, early), union(first, union(late, early))] {
            #expect(try SnapshotReading(both, for: post(20)).tables.map(\.structure) == post(30).map(\.structure))
        }
    }

    @Test func `lines about a table's former name are about its new one`() throws {
        let first = try text(to: tables(post), at: stamps[0])
        let article = "  Article: {attributes: {title: string!, teaser: string}, indexes: [[title]]}\n"
        let renamed = try text(first, to: tables(article), at: stamps[1], renames: [("posts", "articles")])
        let wide = "  Post: {attributes: {title: string!, teaser: string, views: integer}, indexes: [[title]]}\n"
        let grown = try text(first, to: tables(wide), at: stamps[2])
        let read = try SnapshotReading(union(renamed, grown)).tables
        #expect(read.map(\.name) == ["articles"])
        #expect(Set(read[0].columns.map(\.name)).isSuperset(of: ["title", "teaser", "views"]))
    }

    @Test func `two runs of one schema are one text, and a stone is not kept for ever`() throws {
        let first = try text(to: tables(post), at: stamps[0])
        let less = try tables("  Post: {attributes: {title: string!}}\n")
        let second = try text(first, to: less, at: stamps[1])
        let later = try #require(Timestamp("20281120093000"))
        #expect(try text(second, to: less, at: later) == second)
        let changed = try text(second, to: tables("  Post: {attributes: {title: text!}}\n"), at: later)
        #expect(!changed.contains("teaser"))
    }

    @Test func `migrations that one branch did not know of are late where it has written later ones`() throws {
        let names = stamps.map { MigrationName(stamp: $0, slug: "m") }
        func head(_ places: Int...) -> [String] { places.map { names[$0].text } }
        #expect(LateMigrations.words([head(0, 1, 2)], among: names).isEmpty)
        #expect(LateMigrations.words([head(0, 1), head(0, 1, 2)], among: names).isEmpty)
        let words = LateMigrations.words([head(0, 1, 4), head(0, 2, 3)], among: names)
        #expect(words.map { $0.prefix(14) } == head(1, 2, 3).map { $0.prefix(14) })
        #expect(words[0].contains("behind \(names[3].text),") && words[1].contains("behind \(names[4].text),"))
        #expect(LateMigrations.words([head(0, 1, 4), head(0, 2, 3)], among: [names[0], names[4]]).isEmpty)
    }
}
