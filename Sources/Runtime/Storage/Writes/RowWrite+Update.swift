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
        let condition = try draft.countVersion(from: before)
        let (ready, row) = (draft, try M.table.row(of: before))
        try await database.writing { writer in
            if try writer.update(ready, where: condition) == 0 { throw try writer.missing(M.table, row) }
        }
        let updated = try result(ready.values)
        try await runAfter(.update, updated)
        return updated
    }
}

extension Draft {
    /// Counts the version up, where the table has one.
    ///
    /// - Returns: the condition that finds the row as it was read.
    mutating func countVersion(from before: [Value]) throws -> Clause {
        let row = try table.row(of: before)
        guard let version = table.version, case .integer(let number) = before[version] else { return row }
        set(version, .integer(number &+ 1))
        return .and([row, .comparison(version, .equal, .integer(number))])
    }
}

extension TableDefinition {
    /// The condition that finds the row with the same primary key.
    ///
    /// - Throws: ``ModelDefinitionError`` for a table without one.
    func row(of values: [Value]) throws -> Clause {
        guard let condition = Clause.all(primaryKey.map { .comparison($0, .equal, values[$0]) }) else {
            throw ModelDefinitionError("\(model) has no primary key, so one row of it cannot be told from others")
        }
        return condition
    }
}

extension Writer {
    /// Why a row was not found: somebody else changed it, or it is not there (any more).
    func missing(_ table: TableDefinition, _ row: Clause) throws -> any Error {
        if table.version != nil, try exists(table, where: row) { return OptimisticLockError(model: table.model) }
        return RecordNotFoundError(model: table.model)
    }
}
