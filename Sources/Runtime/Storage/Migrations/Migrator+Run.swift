// Running, under the lock.
extension Migrator {
    /// Runs what the plan says, one after another.
    ///
    /// - Parameter plan: says what is to be done, by what has run. It is asked twice: without the lock, which is not taken
    ///   when there is nothing to do, and under it, since another runner may have done it in the meantime.
    func run(_ report: (Step) -> Void, _ plan: (MigrationHistory) throws -> [PlannedScript]) async throws -> [Step] {
        guard try await !plan(history()).isEmpty else { return [] }
        return try await database.holdingWriter { held in
            let lock = try await acquireLock(held)
            let result: Result<[Step], any Error>
            do {
                result = .success(try await runLocked(held, lock, report, plan))
            } catch {
                result = .failure(error)
            }
            // When the connection is lost, so is the lock.
            try? await held.run { try lock.release($0) }
            return try result.get()
        }
    }

    private func runLocked(
        _ held: HeldConnection, _ lock: any MigrationLock, _ report: (Step) -> Void,
        _ plan: (MigrationHistory) throws -> [PlannedScript]
    ) async throws -> [Step] {
        let history = try await held.run { connection in
            try executed.createTable(connection)
            try records.createTable(connection)
            return try self.history(connection)
        }
        let batch = history.lastBatch + 1
        var completed: [Step] = []
        for item in try plan(history) {
            let start = ContinuousClock.now
            do {
                guard try await run(item, batch, held, lock) else { continue }
            } catch {
                throw MigrationError(error, item, completed)
            }
            let step = Step(name: item.script.name, direction: item.direction, duration: start.duration(to: .now))
            completed.append(step)
            report(step)
        }
        return completed
    }

    /// Runs one, several times where tables are in use.
    ///
    /// - Returns: false when it was done already.
    private func run(
        _ item: PlannedScript, _ batch: Int, _ held: HeldConnection, _ lock: any MigrationLock
    ) async throws -> Bool {
        var number = 1
        while true {
            let run = try await ScriptRun(item, batch: batch, lock: lock, of: self)
            do {
                return try await held.run { try run($0) }
            } catch let failure as FailedOperation where failure.cause is DatabaseTimeoutError && number < options.tries
            {
                let pause = MigratorOptions.pause(after: number)
                number += 1
                options.observe(
                    .retrying(migration: item.script.name, number: number, of: options.tries, after: pause))
                try await Task.sleep(for: pause)
            }
        }
    }

    /// Waits for other runners, without a thread.
    private func acquireLock(_ held: HeldConnection) async throws -> any MigrationLock {
        let start = ContinuousClock.now
        var isAnnounced = false
        while true {
            switch try await held.run({ [database] in try database.engine.lockMigrations($0) }) {
            case .taken(let lock): return lock
            case .busy(let holder):
                if !isAnnounced { options.observe(.waiting(holder: holder)) }
                isAnnounced = true
                guard start.duration(to: .now) < options.wait else {
                    throw MigrationLockError.busy(holder, options.wait)
                }
                try await Task.sleep(for: .milliseconds(100))
            }
        }
    }
}
