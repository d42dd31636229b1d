#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes the rows of migrations and seeders. Passwords are hashed before it gets them.
struct SeedWriter {
    let connection: any Connection
    let dialect: any Dialect
    let now: Date

    /// Inserts rows, as many by one statement as name the same columns and the engine takes values for.
    func insert(_ rows: [SeedRow], into table: String) throws {
        try insert(rows, into: table) { _ in "" }
    }

    /// Inserts rows, and updates those that are there already.
    ///
    /// - Parameter update: the columns to update; nil for all but those of the conflict and the time of creation.
    func upsert(_ rows: [SeedRow], into table: String, conflict: [String], update: [String]?) throws {
        guard !conflict.isEmpty else {
            throw SeedError(table: table, reason: "bulkUpsert needs `conflict:`, the columns that find a row")
        }
        try requireDifferent(rows, conflict, table)
        try insert(rows, into: table) { columns in
            for column in conflict + (update ?? []) where !columns.contains(column) {
                throw SeedError(
                    table: table,
                    reason: "a row of bulkUpsert does not name \(column); it names: \(columns.joined(separator: ", "))")
            }
            let others = columns.filter { !conflict.contains($0) && $0 != "createdAt" && $0 != "created_at" }
            return dialect.upsert(conflict: conflict, update: update ?? others, also: [])
        }
    }

    /// Which of two rows with the same key would win is another one on each engine.
    private func requireDifferent(_ rows: [SeedRow], _ conflict: [String], _ table: String) throws {
        var seen: Set<[SeedValue?]> = []
        for row in rows where !seen.insert(conflict.map { row[$0] }).inserted {
            let columns = conflict.joined(separator: ", ")
            throw SeedError(table: table, reason: "two rows of bulkUpsert have the same \(columns)")
        }
    }

    /// - Parameter ending: what follows the rows of these columns.
    private func insert(_ rows: [SeedRow], into table: String, ending: ([String]) throws -> String) throws {
        var rest = rows[...]
        while let first = rest.first {
            let columns = first.cells.map(\.column)
            guard Set(columns).count == columns.count else {
                throw SeedError(table: table, reason: "a row names a column twice: \(columns.joined(separator: ", "))")
            }
            let limit = max(1, min(500, dialect.maximumValues / max(1, columns.count)))
            let alike = rest.prefix(limit).prefix { $0.cells.map(\.column) == columns }
            try insert(Array(alike), columns: columns, into: table, ending: ending(columns))
            rest = rest.dropFirst(alike.count)
        }
    }

    private func insert(_ rows: [SeedRow], columns: [String], into table: String, ending: String) throws {
        let insert = "INSERT INTO \(dialect.quote(table))"
        guard !columns.isEmpty else {
            for _ in rows { try connection.execute(insert + dialect.insertOfDefaults) }
            return
        }
        var values = Values()
        values.reserveCapacity(rows.count * columns.count)
        var tuples: [String] = []
        for row in rows {
            let marks = try row.cells.map { try bind($0, &values, table) }
            tuples.append("(\(marks.joined(separator: ", ")))")
        }
        let names = columns.map(dialect.quote).joined(separator: ", ")
        try connection.execute("\(insert) (\(names)) VALUES \(tuples.joined(separator: ", "))\(ending)", values)
    }

    func update(_ table: String, _ row: SeedRow, where condition: SeedCondition) throws {
        var values = Values()
        guard !row.cells.isEmpty else { throw SeedError(table: table, reason: "bulkUpdate was given no values") }
        let changes = try row.cells.map { cell in
            if case .sql(let expression) = cell.value { return "\(dialect.quote(cell.column)) = (\(expression))" }
            return "\(dialect.quote(cell.column)) = \(try bind(cell, &values, table))"
        }
        let sql = "UPDATE \(dialect.quote(table)) SET \(changes.joined(separator: ", "))"
        try connection.execute(sql + text(condition, &values, table), values)
    }

    func delete(from table: String, where condition: SeedCondition) throws {
        var values = Values()
        let sql = "DELETE FROM \(dialect.quote(table))"
        try connection.execute(sql + text(condition, &values, table), values)
    }

    private func text(_ condition: SeedCondition, _ values: inout Values, _ table: String) throws -> String {
        if condition.isAll { return "" }
        guard !condition.cells.isEmpty else {
            throw SeedError(table: table, reason: "no condition; write `where: .all` to mean every row")
        }
        var parts: [String] = []
        for cell in condition.cells {
            let column = dialect.quote(cell.column)
            switch cell.value {
            case .value(.null): parts.append("\(column) IS NULL")
            case .anyOf(let options):
                let marks = try options.map { try bind(.init(column: cell.column, value: $0), &values, table) }
                parts.append(marks.isEmpty ? "1 = 0" : "\(column) IN (\(marks.joined(separator: ", ")))")
            default: parts.append("\(column) = \(try bind(cell, &values, table))")
            }
        }
        return " WHERE " + parts.joined(separator: " AND ")
    }

    /// The mark of a value, which is added to those to bind.
    private func bind(_ cell: SeedRow.Cell, _ values: inout Values, _ table: String) throws -> String {
        switch cell.value {
        case .value(let value): values.append(value: value)
        case .now: values.append(now)
        case .password: throw SeedError(table: table, reason: "\(cell.column): a password cannot be compared")
        case .sql: throw SeedError(table: table, reason: "\(cell.column): an expression is for updates only")
        case .anyOf: throw SeedError(table: table, reason: "\(cell.column): a list is for conditions only")
        }
        return dialect.placeholder(values.count)
    }
}

/// Rows in a migration or seeder that make no sense.
public struct SeedError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The table that was meant.
    public var table: String
    /// What is wrong.
    public var reason: String

    public var description: String { "\(table): \(reason)" }
}
