import ScaffoldPasswords

/// Plausible rows for the tables of a database, made from their columns and from what a file of tables says of them.
///
/// ```swift
/// let fake = try FakeRows(of: database.describe(), recorded: RecordedTables.tables(in: text), seed: 1)
/// let problems = try await fake.insert(10_000, into: ["posts"], in: database)
/// ```
package struct FakeRows: Sendable {
    /// The password of all rows, whose hash is made once.
    package let password: String
    private let tables: [TableDescription]
    private let recorded: [RecordedTable]
    private let seed: UInt64

    /// - Parameters:
    ///   - tables: all tables of the database.
    ///   - recorded: what is known of them besides; empty for nothing.
    package init(of tables: [TableDescription], recorded: [RecordedTable], seed: UInt64) {
        self.tables = tables
        self.recorded = recorded
        self.seed = seed
        let facts = recorded.flatMap { $0.facts.values }.filter { $0.type == .password }
        let candidates = ["password-1", "Correct-horse-9", "Correct-horse-battery-staple-9", "123456", "Pa5$"]
        password =
            candidates.first { text in
                facts.allSatisfy { FakeRules($0, length: 72)?.keeps(text) ?? true }
            } ?? "Correct-horse-9"
    }

    /// Whether some table has passwords.
    package var hasPasswords: Bool { recorded.contains { $0.facts.values.contains { $0.type == .password } } }

    /// The tables that get rows when none is named: all that are recorded, or all there are.
    package var usualTables: Set<String> {
        let names = Set(tables.map(\.name))
        return recorded.isEmpty ? names : names.intersection(recorded.map(\.table.name))
    }

    /// The tables that must have rows before these can, and have none.
    ///
    /// - Parameter counts: how many rows tables have.
    package func missing(for names: Set<String>, counts: [String: Int]) -> Set<String> {
        var missing: Set<String> = []
        var open = Array(names)
        while let name = open.popLast() {
            guard let table = tables.first(where: { $0.name == name }) else { continue }
            for key in table.foreignKeys where !table.mayBeNull(key) && counts[key.table] ?? 0 == 0 {
                if !names.contains(key.table), missing.insert(key.table).inserted { open.append(key.table) }
            }
        }
        return missing
    }

    /// Adds rows.
    ///
    /// - Returns: what could not be made.
    package func insert(
        _ count: Int, into names: Set<String>, in database: Database, report: SampleRows.Report = .init()
    ) async throws -> [SampleRows.Problem] {
        var facts: [String: [String: ColumnFacts]] = [:]
        for table in recorded { facts[table.table.name] = table.facts }
        let hash = hasPasswords ? try await Password(password).hashed().hash ?? "" : ""
        return try await SampleRows(tables, style: .plausible(facts: facts, hash: hash), seed: seed)
            .insert(count, into: names, in: database, report: report)
    }
}
