#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The tables that an app's migrations make, as its `db:describe --migrations` tells of them.
struct MadeTables: Equatable, Sendable {
    /// The migrations that the app knows.
    let migrations: Set<String>
    /// Whether the migrations say it themselves; otherwise a database does in which they have run.
    let isTold: Bool
    /// Steps whose effect is not known: SQL and code, where no database could be had.
    let unseen: [String]
    /// Why none could be had.
    let reason: String?
    let database: LiveDatabase

    /// Reads what the app prints.
    ///
    /// - Throws: ``Diagnostic`` for a text of another kind.
    init(parsing text: String) throws {
        let lines = text.linesOfAnySystem
        guard let first = lines.first, let head = try? JSONDecoder().decode(Head.self, from: Data(first.utf8)) else {
            throw Diagnostic(message: "the app says something else than what its migrations make")
        }
        migrations = Set(head.migrations)
        (isTold, unseen, reason) = (head.told, head.unseen, head.reason)
        database = try LiveDatabase(parsing: lines.dropFirst().joined(separator: "\n"))
    }

    private struct Head: Decodable {
        var migrations: [String]
        var told: Bool
        var unseen: [String]
        var reason: String?
    }

    /// In the schema's words, wherever these say the same.
    ///
    /// - Parameters:
    ///   - likeness: the wanted tables as told in the same way.
    ///   - recorded: the tables of the schema at the last run.
    func tables(likeness: LiveDatabase, wanted: [Table], recorded: [Table]) -> [Table] {
        let drift = Drift(of: database, likeness: likeness, wanted: wanted, recorded: recorded)
        var tables = drift.tables
        let known = Set(tables.map(\.name))
        tables += database.tables.filter { !known.contains($0.name) }.map(\.table.inKnownWords)
        // An index that nobody asked for is not lost sight of: the schema may ask for it one day.
        for place in tables.indices {
            guard let found = database.table(named: tables[place].name) else { continue }
            let names = Set(tables[place].indexes.map(\.name))
            tables[place].indexes += found.table.indexes.filter { index in
                let facts = found.indexes[index.name]
                let isOther = !names.contains(index.name) && !tables[place].indexes.contains { $0.isLike(index) }
                return isOther && facts?.isPlain != false && facts?.isConstraint != true
            }
        }
        return tables
    }
}
