extension Model {
    /// Deletes the row; one that is not there any more is no error.
    ///
    /// - Throws: ``ForeignKeyConstraintError`` when other rows refer to it and may not be left alone.
    public func destroy() async throws {
        let condition = try isThisRow()
        try await database.writing { _ = try $0.delete(Self.table, where: condition) }
    }

    /// Deletes the rows for which a condition holds.
    ///
    /// ```swift
    /// try await Post.destroy { $0.status == .draft }
    /// ```
    ///
    /// - Returns: how many rows there were.
    @discardableResult
    public static func destroy(where condition: (Columns) throws -> Condition<Self>) async throws -> Int {
        let condition = try condition(columns).condition
        return try await database.writing { try $0.delete(table, where: condition) }
    }

    /// Deletes all rows of the table: `Post.destroy(.all)`.
    ///
    /// - Returns: how many rows there were.
    @discardableResult
    public static func destroy(_ all: AllRows) async throws -> Int {
        try await database.writing { try $0.delete(table, where: nil) }
    }
}
