#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a migration would tell the database.
public struct DryRunStep: Sendable, Hashable {
    public var name: String
    /// The statements, with marks in place of values; a line that begins with `--` stands for what cannot be known
    /// before.
    public var statements: [String]
}

extension Migrator {
    /// What ``up(to:step:report:)`` would tell the database, which is left as it is: on SQLite the operations are
    /// carried out on a copy in memory, of the tables without their rows; elsewhere nothing is, and where the
    /// statements of an operation depend on what an earlier one leaves, that is said in their place.
    ///
    /// Left out is what the runner says for itself: the lock, the transaction, and what it remembers.
    ///
    /// - Parameter name: only this one.
    /// - Throws: as ``up(to:step:report:)``; ``MigrationError`` also for what is sure to fail.
    public func dryRun(to last: String? = nil, step count: Int? = nil, name: String? = nil) async throws
        -> [DryRunStep]
    {
        let last = try last.map { try script($0).name }
        let named = try name.map { try script($0).name }
        let all = try await pending(history(), to: last, count: count)
        let plan = all.filter { $0.script.name == named ?? $0.script.name }
        if let named, plan.isEmpty { throw UnknownMigrationError(name: named, reason: "it has run already") }
        return try await database.read { connection in
            let twin = try database.engine.rehearsal(of: connection)
            var rehearsal = Rehearsal(
                connection: RecordingConnection(twin ?? connection, carriesOut: twin != nil), database: database,
                isExact: twin != nil)
            return try plan.map { try rehearsal.step($0) }
        }
    }
}

/// Migrations on a connection that only writes down.
private struct Rehearsal {
    let connection: RecordingConnection
    let database: Database
    /// Whether the connection has what earlier operations left.
    let isExact: Bool
    private var changed: Set<String> = []
    private var mayHaveChangedAll = false

    init(connection: RecordingConnection, database: Database, isExact: Bool) {
        self.connection = connection
        self.database = database
        self.isExact = isExact
    }

    mutating func step(_ item: PlannedScript) throws -> DryRunStep {
        do {
            let operations = try item.script.operations(.up)
            return DryRunStep(name: item.script.name, statements: try operations.flatMap { try statements(of: $0) })
        } catch {
            throw MigrationError(error, item, [])
        }
    }

    private mutating func statements(of operation: SchemaOperation) throws -> [String] {
        if case .run(let code) = operation {
            mayHaveChangedAll = true
            return ["-- run \(code.name): Swift code"]
        }
        let isOpen = !isExact && (mayHaveChangedAll || operation.table.map(changed.contains) ?? false)
        defer { note(operation) }
        let editor = database.engine.schemaEditor(connection)
        var failure: (any Error)?
        do {
            try editor.apply(
                operation.withoutPasswords,
                rows: SeedWriter(connection: connection, dialect: database.dialect, now: .distantPast))
        } catch {
            failure = error
        }
        let (statements, hasRead) = connection.takeStatements()
        if isOpen, failure != nil || hasRead {
            return ["-- \(operation): its statements depend on what is there after those above"]
        }
        if let failure { throw FailedOperation(operation: operation, cause: failure) }
        return statements
    }

    private mutating func note(_ operation: SchemaOperation) {
        if case .renameTable(_, let newName) = operation { changed.insert(newName) }
        if let table = operation.table { changed.insert(table) } else { mayHaveChangedAll = true }
    }
}

extension SchemaOperation {
    /// The same with a word in the place of passwords, whose hash nobody will see.
    fileprivate var withoutPasswords: SchemaOperation {
        func blank(_ row: SeedRow) -> SeedRow {
            var row = row
            for index in row.cells.indices {
                if case .password = row.cells[index].value { row.cells[index].value = "" }
            }
            return row
        }
        return switch self {
        case .bulkInsert(let table, let rows): .bulkInsert(table: table, rows.map(blank))
        case .bulkUpsert(let table, let rows, let conflict, let update):
            .bulkUpsert(table: table, rows.map(blank), conflict: conflict, update: update)
        case .bulkUpdate(let table, let row, let condition): .bulkUpdate(table: table, blank(row), condition)
        default: self
        }
    }
}
