import ScaffoldStorage

/// One thing that a list may be filtered by: a column of its rows, or of rows that belong to them.
struct ListFilter<M: Model>: Sendable {
    /// The parameter's name.
    let name: String
    let column: FilteredColumn
    /// The condition that rows pass which pass all of these tests; one row at the other end of an association has to
    /// pass them all.
    let condition: @Sendable ([ColumnTest]) -> Condition<M>

    init<V: ColumnValue>(_ name: String, _ column: Column<M, V>) {
        self.name = name
        self.column = FilteredColumn(column)
        condition = { [index = column.index] tests in
            tests.count == 1
                ? Condition(column: index, tests[0]) : .and(tests.map { Condition(column: index, $0) })
        }
    }

    /// The filter of the rows at the other end of an association.
    init<A: Association>(_ association: A, _ inner: ListFilter<A.Target>) where A.Owner == M {
        name = inner.name
        column = inner.column
        condition = { [relation = association.relation, condition = inner.condition] in
            .exists(relation, condition($0))
        }
    }
}

/// What is known of a column that is filtered by, without its type.
struct FilteredColumn: Sendable {
    let type: ColumnType
    let operators: [FilterOperator]
    /// What a request may say, where that is one of a few words.
    let words: [String]
    private let decode: @Sendable (Row) throws -> Value

    init<M: Model, V: ColumnValue>(_ column: Column<M, V>) {
        let attributes = M.table.attributes
        if attributes.indices.contains(column.index) {
            let attribute = attributes[column.index]
            type = attribute.type
            operators = FilterOperator.operators(of: attribute)
            words = Self.words(of: attribute)
        } else {
            (type, operators, words) = (.text, [], [])
        }
        decode = { try V.Wrapped.decode($0, at: 0).value }
    }

    private static func words(of attribute: TableDefinition.Attribute) -> [String] {
        let numbers = attribute.numbers?.map(String.init) ?? []
        if case .enumeration(let words) = attribute.type { return words + numbers }
        return numbers
    }

    /// The test that a parameter asks for.
    ///
    /// - Throws: ``ParameterMistake`` with what is wrong.
    func test(_ text: String, _ operation: FilterOperator) throws(ParameterMistake) -> ColumnTest {
        switch operation {
        case .eq: .equal(try value(text))
        case .ne: .notEqual(try value(text))
        case .gt: .greater(try value(text))
        case .gte: .greaterOrEqual(try value(text))
        case .lt: .less(try value(text))
        case .lte: .lessOrEqual(try value(text))
        case .in: .oneOf(try list(text))
        case .like: .contains(text)
        case .null: try flag(text) ? .isNull : .isNotNull
        }
    }

    private func list(_ text: String) throws(ParameterMistake) -> [Value] {
        let pieces = text.split(separator: ",", maxSplits: Self.mostValues, omittingEmptySubsequences: false)
        guard pieces.count <= Self.mostValues else {
            throw ParameterMistake("may name \(Self.mostValues) values at most", "max")
        }
        var values: [Value] = []
        values.reserveCapacity(pieces.count)
        for piece in pieces {
            guard !piece.isEmpty else { throw ParameterMistake("names an empty value", "notEmpty") }
            values.append(try value(String(piece)))
        }
        return values
    }

    /// How many values `[in]` takes.
    static let mostValues = 100

    private func value(_ text: String) throws(ParameterMistake) -> Value {
        if type == .boolean { _ = try flag(text) }
        do {
            return try decode(Row(TextCells(text, name: "")))
        } catch {
            throw ParameterMistake("must be \((error as? ColumnDecodingError)?.expected ?? "another value")", "type")
        }
    }

    private func flag(_ text: String) throws(ParameterMistake) -> Bool {
        guard text == "true" || text == "false" else { throw ParameterMistake("must be true or false", "type") }
        return text == "true"
    }
}

/// What is wrong with a parameter, to follow its name.
struct ParameterMistake: Error {
    let message: String
    let validator: String

    init(_ message: String, _ validator: String) {
        self.message = message
        self.validator = validator
    }
}
