#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

// Where a change of a table cannot be taken back, or is not meant to be.
extension ScriptRun {
    func runResumably(_ connection: any Connection) throws -> Bool {
        let before = try records.record(name, connection)
        do {
            if direction == .down, let before, let done = before.resumeAt, try !executed.contains(name, connection) {
                return try takeBack(before, done, connection)
            }
            return try goOn(before, connection)
        } catch var failure as FailedOperation {
            try noteFailure(&failure, before, connection)
            throw failure
        }
    }

    private func goOn(_ before: ScriptRecord?, _ connection: any Connection) throws -> Bool {
        let start = try start(from: before)
        // A process that was killed had no time to say so: the operation that it was at may be done or not.
        let isUncertain = before?.resumeAt == start && before?.executedAt == nil
        return try database.engine.migrate(connection, operations) { editor in
            guard try isToRun(connection) else { return false }
            var record = before ?? ScriptRecord(name: name, batch: batch, checksum: "")
            if direction == .up { record.batch = batch }
            var checksum = OperationChecksum(recorded.prefix(start))
            record.executedAt = nil
            try save(&record, done: start, checksum, connection)
            for index in start..<operations.count {
                do {
                    try outsideTransaction(operations[index], connection) { try apply(index, editor, connection) }
                } catch let failure as FailedOperation
                    where isUncertain && index == start && database.engine.saysDone(failure.operation, failure.cause)
                {}
                checksum.add(recorded[index])
                guard index + 1 < operations.count else { break }
                try save(&record, done: index + 1, checksum, connection)
                try commit(connection)
            }
            try remember(connection)
            return true
        }
    }

    /// The operation to begin with.
    ///
    /// - Throws: ``ResumeError`` when what was done is not what it does any more.
    private func start(from record: ScriptRecord?) throws -> Int {
        guard let record, let done = record.resumeAt, !(options.restart && direction == .up) else { return 0 }
        try requireUnchanged(recorded, record, done)
        return done
    }

    private func requireUnchanged(_ operations: [SchemaOperation], _ record: ScriptRecord, _ done: Int) throws {
        guard done <= operations.count, OperationChecksum(operations.prefix(done)).text == record.checksum else {
            throw ResumeError(operationsDone: done, direction: direction)
        }
    }

    /// Runs an operation, outside of the transaction where the engine does some there: what was noted before is kept first.
    private func outsideTransaction(
        _ operation: SchemaOperation, _ connection: any Connection, _ body: () throws -> Void
    ) throws {
        guard database.engine.buildsIndexesConcurrently, operation.isOutsideTransaction else { return try body() }
        if connection.isInTransaction { try connection.execute("COMMIT") }
        do {
            try body()
        } catch {
            // Who takes the error for a word that it is done goes on as behind any other operation.
            try? database.engine.begin(connection, TransactionOptions())
            throw error
        }
        if connection.isInTransaction { try connection.execute("COMMIT") }
        try database.engine.begin(connection, TransactionOptions())
    }

    /// Keeps an operation on rows together with the note that it is done. That of one on tables has ended the transaction
    /// before, and a script of the user's may have.
    private func commit(_ connection: any Connection) throws {
        if connection.isInTransaction { try connection.execute("COMMIT") }
        try database.engine.begin(connection, TransactionOptions())
    }

    private func save(
        _ record: inout ScriptRecord, done: Int, _ checksum: OperationChecksum, _ connection: any Connection
    ) throws {
        record.resumeAt = done
        record.checksum = checksum.text
        try records.save(record, connection)
    }

    /// Sees what stayed, and says that it did not end by being killed.
    private func noteFailure(
        _ failure: inout FailedOperation, _ before: ScriptRecord?, _ connection: any Connection
    ) throws {
        if connection.isInTransaction { try connection.execute("ROLLBACK") }
        guard var record = try records.record(name, connection), let done = record.resumeAt else { return }
        guard done > 0 else {
            if let before { try records.save(before, connection) } else { try records.remove(name, connection) }
            return
        }
        record.executedAt = Date()
        try records.save(record, connection)
        let isTakenBack = try direction == .down && !executed.contains(name, connection)
        failure.kept = Array((isTakenBack ? wayIn ?? [] : operations).prefix(done))
        failure.resumesAt = isTakenBack ? nil : operations.dropFirst(done).first
    }

    /// Undoes one that stopped on its way in: its operations are taken back from the last to the first.
    private func takeBack(_ before: ScriptRecord, _ done: Int, _ connection: any Connection) throws -> Bool {
        let wayIn = wayIn ?? []
        try requireUnchanged(wayIn, before, done)
        let inverses = try Array(wayIn.prefix(done)).inverses()
        return try database.engine.migrate(connection, inverses.compactMap(\.self)) { editor in
            guard try lock.isHeld(by: connection) else { throw MigrationLockError.lost }
            var record = before
            for index in inverses.indices.reversed() {
                if let inverse = inverses[index] {
                    try apply(inverse, number: done - index, count: done, editor, connection)
                }
                record.resumeAt = index
                record.checksum = OperationChecksum(wayIn.prefix(index)).text
                try records.save(record, connection)
                try commit(connection)
            }
            try records.remove(name, connection)
            return true
        }
    }
}

/// A migration that stopped on its way is not any more what it was then.
public struct ResumeError: Error, Sendable, Hashable, CustomStringConvertible {
    /// How many of its operations were done.
    public var operationsDone: Int
    var direction: Step.Direction

    public var description: String {
        let head = "its first \(operationsDone) operations were done before it stopped, and they are others now: "
        return switch direction {
        case .up:
            head + "write them as they were, and it goes on behind them; or take back by hand what they did and run it "
                + "with --restart"
        case .down: head + "write them as they were, and it goes on behind them"
        }
    }
}
