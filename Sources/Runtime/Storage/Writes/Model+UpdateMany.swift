/// Says out loud that a statement is meant for all rows of a table.
public struct AllRows: Sendable {
    /// All rows.
    public static let all = AllRows()
}

extension Model {
    /// Writes the same values to all rows for which a condition holds; the rules of what is written are checked.
    ///
    /// ```swift
    /// let count = try await User.update(where: { $0.role == .moderator }) { $0.isActive = .value(false) }
    /// ```
    ///
    /// - Returns: how many rows there were.
    @discardableResult
    public static func update(
        where condition: (Columns) throws -> Condition<Self>, _ build: (inout Changes<Self>) throws -> Void
    ) async throws -> Int {
        var changes = Changes<Self>()
        try build(&changes)
        return try await update(changes, where: condition(columns).condition)
    }

    /// Writes the same values to all rows of the table: `User.update(.all) { $0.isActive = .value(true) }`.
    @discardableResult
    public static func update(
        _ all: AllRows, _ build: (inout Changes<Self>) throws -> Void
    ) async throws -> Int {
        var changes = Changes<Self>()
        try build(&changes)
        return try await update(changes, where: nil)
    }

    static func update(_ changes: Changes<Self>, where condition: Clause?) async throws -> Int {
        var draft = Draft(new: changes)
        guard !draft.columns.isEmpty else { return 0 }
        try await draft.validate(validations, over: .unknown)
        try await draft.hashPasswords()
        draft.touch()
        let ready = draft
        return try await database.writing { try $0.update(ready, where: condition) }
    }

    /// Adds to a number in the database, where nothing can come between reading and writing it.
    ///
    /// - Parameters:
    ///   - column: the attribute.
    ///   - number: what is added; a negative number is taken away.
    /// - Throws: ``RecordNotFoundError`` when the row is not there any more.
    public mutating func increment<V>(
        _ column: KeyPath<Columns, Column<Self, V>>, by number: V.Wrapped = 1
    ) async throws where V.Wrapped: Numeric {
        let index = Self.columns[keyPath: column].index
        var draft = Draft(Self.table)
        draft.touch()
        let (ready, condition, values, table) = (draft, try isThisRow(), try checkedValues(), Self.table)
        let stored = try await database.writingAll { writer in
            let statement = try WriteStatement.increment(
                index, by: number.value, ready, where: condition, writer.dialect)
            guard try statement.run(writer.connection).rowsAffected > 0 else {
                throw RecordNotFoundError(model: table.model)
            }
            return try writer.stored(table, values)
        }
        try assign(Row(values: Values(stored)))
    }

    /// Takes from a number in the database.
    public mutating func decrement<V>(
        _ column: KeyPath<Columns, Column<Self, V>>, by number: V.Wrapped = 1
    ) async throws where V.Wrapped: SignedNumeric {
        try await increment(column, by: -number)
    }
}
