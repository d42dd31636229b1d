extension Query {
    /// Asks for the rows behind this one, along the query's own order (keyset pagination). However far the page, it
    /// costs the same, and rows that come and go meanwhile shift nothing.
    ///
    /// Rows that are equal in the order are told apart by the primary key. The order names columns of the model itself;
    /// one that may be null says where nulls stand: `$0.order(by: \.lastLoginAt, .descending, nulls: .last)`.
    ///
    /// - Parameter row: the last row of the page before.
    public mutating func seek(after row: M) {
        seek = .row(row.encoded)
    }

    /// Asks for the rows behind the one that a cursor marks; see ``Model/findPage(_:)``.
    ///
    /// - Parameter cursor: one of a query with the same order.
    public mutating func seek(after cursor: Cursor) {
        seek = .cursor(cursor)
    }

    /// A mark at a row, from which ``seek(after:)`` goes on.
    ///
    /// - Throws: ``QueryError`` for an order that cannot be sought along.
    public func cursor(after row: M) throws -> Cursor {
        let keys = try ready().seekKeys()
        let values = row.encoded
        return Cursor(order: Self.name(of: keys), values: keys.map { values[$0.column] })
    }

    /// The conditions with that of the page.
    func conditionsOfPage() throws -> [Clause] {
        guard let seek else { return conditions }
        guard offset == nil else { throw QueryError("seek takes the place of offset: leave one of them out") }
        guard groups.isEmpty, having.isEmpty, !isDistinct else {
            throw QueryError("groups and distinct rows have no key, so seek does not find the next page of them")
        }
        let keys = try seekKeys()
        let values: [Value]
        switch seek {
        case .row(let row): values = keys.map { row[$0.column] }
        case .cursor(let cursor): values = try cursor.values(along: Self.name(of: keys), keys.map(\.type))
        }
        return conditions + [SeekKey.after(Array(zip(keys, values))[...], isFirst: true)]
    }

    /// The columns that put the rows in one order and no other.
    func seekKeys() throws -> [SeekKey] {
        let table = M.table
        guard !table.primaryKey.isEmpty else {
            throw ModelDefinitionError("\(table.model) has no primary key, so seek cannot tell its rows apart")
        }
        var keys = try orders.map { order in
            guard let column = order.term.column, order.through == nil else {
                throw QueryError("seek goes along columns of \(table.model) itself: order by those only, or use offset")
            }
            return try SeekKey(table, column, isDescending: order.direction == .descending, nulls: order.nulls)
        }
        let isDescending = keys.last?.isDescending ?? false
        for key in table.primaryKey where !keys.contains(where: { $0.column == key }) {
            keys.append(try SeekKey(table, key, isDescending: isDescending, nulls: nil))
        }
        return keys
    }

    /// What a cursor must be for.
    static func name(of keys: [SeekKey]) -> String {
        "\(M.table.model) \(keys.map(\.name).joined(separator: ","))"
    }
}

/// Behind which row a page begins.
enum Seek: Sendable {
    /// Behind the row of these values.
    case row([Value])
    case cursor(Cursor)
}

/// A column of an order that is sought along.
struct SeekKey {
    let column: Int
    let type: ColumnType
    let isDescending: Bool
    /// Where nulls stand; nil for a column that has none.
    let nulls: NullsOrder?
    /// `createdAt-`
    let name: String

    init(_ table: TableDefinition, _ column: Int, isDescending: Bool, nulls: NullsOrder?) throws {
        guard table.attributes.indices.contains(column) else {
            throw ModelDefinitionError("\(table.model) has no column \(column)")
        }
        let attribute = table.attributes[column]
        guard !attribute.isPassword else { throw QueryError("seek does not go along a password") }
        guard !attribute.allowNull || nulls != nil else {
            throw QueryError(
                "\(table.model).\(attribute.name) may be null: seek needs to know where nulls stand in the order "
                    + "(`nulls: .first` or `nulls: .last`)")
        }
        self.column = column
        type = attribute.type
        self.isDescending = isDescending
        self.nulls = attribute.allowNull ? nulls : nil
        name = attribute.name + (isDescending ? "-" : "+") + (self.nulls.map { $0 == .first ? "f" : "l" } ?? "")
    }

    /// The condition of the rows behind one with these values.
    static func after(_ keys: ArraySlice<(SeekKey, Value)>, isFirst: Bool) -> Clause {
        guard let (key, value) = keys.first else { return .or([]) }
        let behind = key.behind(value)
        guard keys.count > 1 else { return behind }
        let isSame = value == .null ? Clause.null(key.column) : .comparison(key.column, .equal, value)
        let clause = Clause.or([behind, .and([isSame, after(keys.dropFirst(), isFirst: false)])])
        // said apart, so that an index finds where to begin
        guard isFirst, key.nulls == nil else { return clause }
        return .and([.comparison(key.column, key.isDescending ? .lessOrEqual : .greaterOrEqual, value), clause])
    }

    private func behind(_ value: Value) -> Clause {
        guard value != .null else { return nulls == .first ? .not(.null(column)) : .or([]) }
        let clause = Clause.comparison(column, isDescending ? .less : .greater, value)
        return nulls == .last ? .or([clause, .null(column)]) : clause
    }
}
