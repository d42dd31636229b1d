// Statements written by hand. Inside of a transaction they join it.
extension Database {
    /// The rows of a statement, each read by a closure: as a tuple, for instance.
    ///
    /// ```swift
    /// let titles = try await database.query("SELECT id, title FROM posts WHERE userId = \(userId)") { row in
    ///     (try row[0] as Int, try row[1] as String)
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - sql: the statement; what is interpolated is bound.
    ///   - writing: whether it writes as well as it returns rows, such as `INSERT … RETURNING`.
    ///   - read: reads a row while it is at hand.
    /// - Throws: ``QueryError`` for a statement that writes without saying so, ``DatabaseFailure`` from the database, and
    ///   what `read` throws.
    public func query<R: Sendable>(
        _ sql: SQL, writing: Bool = false, _ read: @escaping @Sendable (Row) throws -> R
    ) async throws -> [R] {
        guard writing || !sql.isSureToWrite else {
            throw QueryError(
                "query reads, and this statement writes: use database.execute, or database.query(…, writing: true) "
                    + "when it returns rows")
        }
        let (text, values) = try sql.written(for: dialect)
        if writing { return try await write { try $0.all(text, values, read) } }
        // Not repeated on its own: a function that it calls may write.
        return try await self.read(isRepeatable: false) { try $0.all(text, values, read) }
    }

    /// The rows of a statement.
    ///
    /// - Parameters:
    ///   - type: what a row is read as.
    ///   - writing: whether it writes as well as it returns rows.
    /// - Throws: as the form with a closure does.
    public func query<T: RowDecodable>(
        _ sql: SQL, as type: T.Type = T.self, writing: Bool = false
    ) async throws -> [T] {
        try await query(sql, writing: writing) { try T(row: $0) }
    }

    /// The first column of a statement's rows: `try await database.query("SELECT count(*) FROM posts", as: Int.self)`.
    ///
    /// - Parameters:
    ///   - type: what the column holds; optional where it may be null.
    ///   - writing: whether it writes as well as it returns rows.
    /// - Throws: as the form with a closure does.
    public func query<T: ColumnValue>(_ sql: SQL, as type: T.Type, writing: Bool = false) async throws -> [T] {
        try await query(sql, writing: writing) { try $0[0] as T }
    }

    /// The rows of a statement as records of a model. Columns are found by their names in the table, whatever their
    /// order, so that `SELECT *` will do; others beside them are passed over, and nothing is included.
    ///
    /// - Parameters:
    ///   - model: the model.
    ///   - writing: whether it writes as well as it returns rows.
    /// - Throws: as the form with a closure does, and ``ColumnDecodingError`` for a column that is missing.
    public func query<M: Model>(_ sql: SQL, as model: M.Type, writing: Bool = false) async throws -> [M] {
        let order = Locked<[Int]?>(nil)
        return try await query(sql, writing: writing) { row in
            do {
                let places = try order.withLock { known in
                    let places = try known ?? row.places(of: M.table)
                    known = places
                    return places
                }
                return try M(row: Row(ReorderedCells(row.cells, places)))
            } catch let error as ColumnDecodingError {
                throw error.named(by: M.table)
            }
        }
    }

    /// Runs a statement for its effect.
    ///
    /// ```swift
    /// let count = try await database.execute("UPDATE posts SET views = 0 WHERE userId = \(userId)")
    /// ```
    ///
    /// - Returns: how many rows it inserted, found to be changed or deleted.
    /// - Throws: ``QueryError``, ``DatabaseFailure``, or ``TransactionError`` inside of a transaction that only reads.
    @discardableResult
    public func execute(_ sql: SQL) async throws -> Int {
        let (text, values) = try sql.written(for: dialect)
        return try await write { try $0.execute(text, values).rowsAffected }
    }
}

extension Row {
    /// Where the columns of a table stand.
    fileprivate func places(of table: TableDefinition) throws -> [Int] {
        try table.attributes.map { attribute in
            guard let index = index(of: attribute.field) else {
                throw ColumnDecodingError(
                    column: attribute.field, expected: "a column of this name in the result", found: .null)
            }
            return offset + index
        }
    }
}
