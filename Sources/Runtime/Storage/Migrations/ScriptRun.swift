#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One migration or seeder, on its way in or out.
///
/// Where the engine takes back definitions it is one transaction, unless it says otherwise. Where not, its record says
/// after each operation how many are done, so that the next run goes on there.
struct ScriptRun: Sendable {
    let name: String
    /// Whether operations that are done already are passed over.
    let isRepair: Bool
    let direction: Step.Direction
    let isRepeatable: Bool
    /// Whether each step is kept by itself.
    let isStepwise: Bool
    let batch: Int
    let lock: any MigrationLock
    let database: Database
    let executed: ExecutedScripts
    let records: ScriptRecords
    let options: MigratorOptions
    /// The time that its rows bear.
    let now = Date()
    /// What it does, as it is written down.
    let recorded: [SchemaOperation]
    /// The same with passwords hashed.
    let operations: [SchemaOperation]
    /// What it does on its way in, for undoing one that stopped there.
    let wayIn: [SchemaOperation]?

    init(_ item: PlannedScript, batch: Int, lock: any MigrationLock, of migrator: Migrator) async throws {
        name = item.script.name
        isRepair = item.script.isRepair
        direction = item.direction
        isRepeatable = item.script.isRepeatable
        self.batch = batch
        self.lock = lock
        database = migrator.database
        executed = migrator.executed
        records = migrator.records
        options = migrator.options
        isStepwise = try item.script.isStepwise(on: database.engine)
        wayIn = !isStepwise || direction == .up ? nil : try item.script.operations(.up)
        recorded = try item.script.operations(direction)
        operations = try await recorded.hashingPasswords()
    }

    /// Runs it.
    ///
    /// - Returns: false when it was done already.
    func callAsFunction(_ connection: any Connection) throws -> Bool {
        try isStepwise ? runResumably(connection) : runWhole(connection)
    }

    /// As one transaction.
    private func runWhole(_ connection: any Connection) throws -> Bool {
        try database.engine.migrate(connection, operations) { editor in
            guard try isToRun(connection) else { return false }
            for index in operations.indices { try apply(index, editor, connection) }
            try remember(connection)
            return true
        }
    }

    /// Whether it is to be run still, under a lock that is there still.
    func isToRun(_ connection: any Connection) throws -> Bool {
        guard try lock.isHeld(by: connection) else { throw MigrationLockError.lost }
        if isRepeatable, direction == .up { return true }
        return try executed.contains(name, connection) == (direction == .down)
    }

    func apply(_ index: Int, _ editor: any SchemaEditor, _ connection: any Connection) throws {
        try apply(operations[index], number: index + 1, count: operations.count, editor, connection)
    }

    func apply(
        _ operation: SchemaOperation, number: Int, count: Int, _ editor: any SchemaEditor, _ connection: any Connection
    ) throws {
        if isRepair, try operation.isDone(in: database.engine.describe(connection)) { return }
        options.observe(
            .operation(migration: name, number: number, count: count, description: operation.description))
        do {
            try editor.apply(
                operation, rows: SeedWriter(connection: connection, dialect: database.dialect, now: now))
        } catch {
            throw FailedOperation(operation: operation, cause: error)
        }
    }

    /// Writes down that it has run, or that it has not any more.
    func remember(_ connection: any Connection) throws {
        switch direction {
        case .up:
            if try !executed.contains(name, connection) { try executed.add(name, connection) }
            // One that runs again keeps its place in the history.
            let batch = try isRepeatable ? records.record(name, connection)?.batch ?? batch : batch
            try records.save(
                ScriptRecord(
                    name: name, batch: batch, checksum: OperationChecksum(recorded).text, executedAt: Date()),
                connection)
        case .down:
            try executed.remove(name, connection)
            try records.remove(name, connection)
        }
    }
}

/// An operation that the database refused.
struct FailedOperation: Error {
    var operation: SchemaOperation
    var cause: any Error
    /// Those of its script that stay.
    var kept: [SchemaOperation] = []
    /// Where the next run goes on.
    var resumesAt: SchemaOperation?
}
