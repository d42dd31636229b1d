/// Rows for the tables of a database, made from what is known of their columns: they fit types, lengths, enumerations,
/// keys and unique indexes. Three rows or more have null and a value in each column that may be null; enumerations and
/// foreign keys come in all their values.
///
/// ```swift
/// let problems = try await SampleRows(try await database.describe()).insert(20, in: database)
/// ```
///
/// The same seed makes the same rows.
package struct SampleRows: Sendable {
    let tables: [TableDescription]
    let style: SampleStyle
    let seed: UInt64

    /// - Parameters:
    ///   - tables: all tables of the database, since rows refer to rows of others.
    ///   - style: what the rows are for.
    package init(_ tables: [TableDescription], style: SampleStyle = .thorough, seed: UInt64 = 1) {
        self.tables = tables
        self.style = style
        self.seed = seed
    }

    /// A table that got fewer rows than it should, and why.
    package struct Problem: Sendable, Hashable, CustomStringConvertible {
        package var table: String
        package var reason: String

        package var description: String { "\(table): \(reason)" }
    }

    /// Who is told what goes on.
    package struct Report: Sendable {
        /// A table is done, with so many new rows.
        package var done: @Sendable (String, Int) -> Void
        /// A table has so many new rows so far.
        package var progress: @Sendable (String, Int) -> Void

        package init(
            done: @escaping @Sendable (String, Int) -> Void = { _, _ in },
            progress: @escaping @Sendable (String, Int) -> Void = { _, _ in }
        ) {
            self.done = done
            self.progress = progress
        }
    }

    /// Adds rows.
    ///
    /// - Parameters:
    ///   - count: how many a table.
    ///   - names: the tables to fill; nil for all.
    /// - Returns: what could not be made: rows that a check forbids, types that nothing is known of.
    /// - Throws: what the database throws apart from refusing a row.
    package func insert(
        _ count: Int, into names: Set<String>? = nil, in database: Database, report: Report = Report()
    ) async throws -> [Problem] {
        try await database.exclusive { [engine = database.engine] connection in
            try insert(count, into: names, connection, engine, report)
        }
    }

    private func insert(
        _ count: Int, into names: Set<String>?, _ connection: any Connection, _ engine: any Engine, _ report: Report
    ) throws -> [Problem] {
        let order = SampleOrder(tables)
        let filled = order.tables.filter { names?.contains($0.name) ?? true }
        var problems: [Problem] = []
        var before: [String: Set<[Value]>] = [:]
        func begin(_ connection: any Connection) throws { try engine.begin(connection, TransactionOptions()) }
        for table in filled {
            let late = order.late[table.name] ?? []
            if !style.isThorough, !late.isEmpty, !table.primaryKey.isEmpty {
                before[table.name] = Set(
                    try SampleLink.values(of: table.primaryKey, in: table.name, connection, engine.dialect))
            }
            let writer = SampleWriter(table: table, late: late, style: style, seed: seed, dialect: engine.dialect)
            try connection.transaction(begin: begin) { connection in
                let made = try writer.insert(count, connection) { report.progress(table.name, $0) }
                report.done(table.name, made.count)
                if let reason = made.reason { problems.append(Problem(table: table.name, reason: reason)) }
            }
        }
        for table in filled {
            for key in order.late[table.name] ?? [] where table.mayBeNull(key) {
                let link = SampleLink(
                    table: table, key: key, style: style, seed: seed, dialect: engine.dialect,
                    before: before[table.name] ?? [])
                try connection.transaction(begin: begin) { connection in
                    if let reason = try link.fill(connection) {
                        problems.append(Problem(table: table.name, reason: reason))
                    }
                }
            }
        }
        return problems
    }
}
