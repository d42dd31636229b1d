extension Query {
    /// Locks the rows that are read until the transaction ends, those of the query itself and not what is included.
    ///
    /// ```swift
    /// try await database.transaction {
    ///     let job = try await Job.findOne {
    ///         $0.where { $0.state == .waiting }
    ///         $0.lock(.update, .skipLocked)
    ///     }
    /// }
    /// ```
    ///
    /// SQLite has one writer at a time, whose transaction holds all rows anyway: there it changes nothing.
    ///
    /// - Parameters:
    ///   - lock: what others may not do meanwhile.
    ///   - wait: what to do about rows that others have locked.
    public mutating func lock(_ lock: RowLock, _ wait: LockWait = .wait) {
        self.lock = RowLocking(lock: lock, wait: wait)
    }

    /// Refuses a lock that would end with its own statement.
    func checkLock(in database: Database) throws {
        guard lock != nil else { return }
        guard database.transaction != nil else {
            throw QueryError(
                "a lock lasts until the end of its transaction: read inside of `database.transaction { }`")
        }
        guard !isDistinct, groups.isEmpty, having.isEmpty else {
            throw QueryError("distinct rows and groups are no rows of the table, so they cannot be locked")
        }
    }
}

/// How rows are locked.
struct RowLocking: Sendable {
    let lock: RowLock
    let wait: LockWait
}
