extension RowWrite {
    /// Writes what differs from what the row held, and runs the hooks that belong to that.
    ///
    /// - Returns: the row as it is stored.
    nonisolated(nonsending) mutating func update() async throws -> M {
        guard M.hooks.concern(.update) else { return try await writeChanges() }
        return try await database.transaction { try await writeChanges() }
    }

    nonisolated(nonsending) private mutating func writeChanges() async throws -> M {
        let before = before ?? []
        draft.leaveOut(unchanged: before)
        try await prepare(.update)
        if !M.hooks.isEmpty { draft.leaveOut(unchanged: before) }
        guard !draft.written.isEmpty else { return try model ?? result(before) }
        return try await writeOver(before)
    }

    /// Writes the draft over the row that held these values, if nobody has changed it meanwhile.
    nonisolated(nonsending) mutating func writeOver(_ before: [Value]) async throws -> M {
        draft.touch()
        let row = try draft.countVersion(from: before)
        let ready = draft
        try await database.writing { writer in
            if try writer.update(ready, at: row) == 0 { throw try writer.missing(row) }
        }
        let updated = try result(ready.values)
        if !M.hooks.isEmpty { try await runAfter(.update, updated) }
        return updated
    }
}

extension Draft {
    /// Counts the version up, where the table has one.
    ///
    /// - Returns: the row as it was read.
    mutating func countVersion(from before: [Value]) throws -> StoredRow {
        var row = try StoredRow(table, before)
        guard let version = table.version, case .integer(let number) = before[version] else { return row }
        set(version, .integer(number &+ 1))
        row.version = .integer(number)
        return row
    }
}

extension Writer {
    /// Why a row was not found: somebody else changed it, or it is not there (any more).
    func missing(_ row: StoredRow) throws -> any Error {
        let table = row.table
        guard table.version != nil, try exists(table, where: row.isThere) else {
            return RecordNotFoundError(model: table.model)
        }
        return OptimisticLockError(model: table.model)
    }
}
