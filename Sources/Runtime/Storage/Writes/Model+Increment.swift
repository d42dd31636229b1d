extension Model {
    /// Adds to numbers in the database, where nothing can come between reading and writing them. Hooks and rules are
    /// not asked.
    ///
    /// ```swift
    /// try await post.increment { $0.views += 1; $0.score -= 0.5 }
    /// ```
    ///
    /// - Parameter build: what is added to which attributes.
    /// - Throws: ``RecordNotFoundError`` when the row is not there any more, ``ColumnDecodingError`` when a result does
    ///   not fit its attribute (then nothing was added).
    public mutating func increment(_ build: (inout Increments<Self>) throws -> Void) async throws {
        var increments = Increments<Self>()
        try build(&increments)
        let (values, sums, model) = (try checkedValues(), increments.sums, self)
        guard !sums.isEmpty else { return }
        let row = try Self.table.row(of: values)
        self = try await database.writingAll { writer in
            guard try writer.add(sums, Self.table, where: row) > 0, let stored = try writer.find(Self.table, where: row)
            else { throw RecordNotFoundError(model: Self.table.model) }
            var result = model
            try result.take(stored)
            return result
        }
    }

    /// Adds to a number in the database.
    ///
    /// - Parameters:
    ///   - column: the attribute.
    ///   - number: what is added; a negative number is taken away.
    /// - Throws: as above.
    public mutating func increment<V>(
        _ column: KeyPath<Columns, Column<Self, V>>, by number: V.Wrapped = 1
    ) async throws where V.Wrapped: Numeric {
        try await increment { $0[dynamicMember: column] = number }
    }

    /// Takes from a number in the database.
    public mutating func decrement<V>(
        _ column: KeyPath<Columns, Column<Self, V>>, by number: V.Wrapped = 1
    ) async throws where V.Wrapped: SignedNumeric {
        try await increment(column, by: -number)
    }

    /// Adds to numbers of all rows for which a condition holds, destroyed ones excepted.
    ///
    /// ```swift
    /// try await Post.increment(where: { $0.userId == 3 }) { $0.views += 1 }
    /// ```
    ///
    /// - Returns: how many rows there were.
    @discardableResult
    public static func increment(
        where condition: (Columns) throws -> Condition<Self>, _ build: (inout Increments<Self>) throws -> Void
    ) async throws -> Int {
        try await increment(condition(columns).condition, build)
    }

    /// Adds to numbers of all rows of the table: `Post.increment(.all) { $0.views += 1 }`.
    @discardableResult
    public static func increment(
        _ all: AllRows, _ build: (inout Increments<Self>) throws -> Void
    ) async throws -> Int {
        try await increment(nil, build)
    }

    private static func increment(
        _ condition: Clause?, _ build: (inout Increments<Self>) throws -> Void
    ) async throws -> Int {
        var increments = Increments<Self>()
        try build(&increments)
        let (sums, condition) = (increments.sums, notDestroyed(condition))
        guard !sums.isEmpty else { return 0 }
        return try await database.writing { try $0.add(sums, table, where: condition) }
    }
}

extension Writer {
    /// Adds to columns where they stand; the time of writing and the version follow.
    fileprivate func add(_ sums: [Sum], _ table: TableDefinition, where condition: Clause?) throws -> Int {
        var draft = Draft(table)
        draft.touch()
        return try update(draft, adding: sums + table.nextVersion, where: condition)
    }
}
