/// A SELECT while it is put together: the columns grow as joins are added to the rest.
struct SelectStatement {
    private var columns = ""
    private(set) var columnCount = 0
    /// From `FROM` on.
    var rest: SQLWriter

    /// - Parameter aliases: how many aliases are taken already.
    init(_ dialect: any Dialect, aliases: Int = 0) {
        rest = SQLWriter(dialect, aliases: aliases)
    }

    var text: String { "SELECT \(columns)\(rest.text)" }

    /// Adds all columns of a table.
    ///
    /// - Returns: where the first of them stands in a row.
    mutating func addColumns(of place: TablePlace) -> Int {
        add(place.allColumns, count: place.quoted.columns.count)
    }

    /// Adds one column.
    ///
    /// - Returns: where it stands in a row.
    mutating func addColumn(_ index: Int, of place: TablePlace) -> Int {
        add(place.column(index), count: 1)
    }

    private mutating func add(_ text: String, count: Int) -> Int {
        if columnCount > 0 { columns += ", " }
        columns += text
        defer { columnCount += count }
        return columnCount
    }

    /// Adds what a selection adds.
    mutating func add(_ head: SelectedHead) {
        _ = add(head.columns, count: head.columnCount)
        rest.write(head.joins)
        rest.aliases = head.aliases
    }

    /// What was added since the statement was empty.
    func head(keyCells: [Int]) -> SelectedHead {
        SelectedHead(
            columns: columns, columnCount: columnCount, joins: rest.text, aliases: rest.aliases, keyCells: keyCells)
    }

    /// Joins the target of a relation with at most one row, so that no row of the owner is doubled or lost.
    mutating func join(_ relation: Relation, from owner: TablePlace, where condition: Clause? = nil) throws
        -> TablePlace
    {
        try relation.check()
        let condition = relation.scope.narrowing(condition)
        let target = rest.place(relation.target)
        rest.write(" LEFT JOIN \(target.definition) ON \(target.column(relation.targetColumn)) = ")
        rest.write(owner.column(relation.ownerColumn))
        if !relation.isUnique, relation.target.primaryKey.count == 1, let key = relation.target.primaryKey.first {
            // nothing keeps a second row from referring to the owner: the first one is taken
            let other = rest.place(relation.target)
            rest.write(" AND \(target.column(key)) = (SELECT MIN(\(other.column(key))) FROM \(other.definition) WHERE ")
            rest.write("\(other.column(relation.targetColumn)) = \(owner.column(relation.ownerColumn))")
            if let condition {
                rest.write(" AND ")
                try rest.write(condition, at: other)
            }
            rest.write(")")
        } else if let condition {
            rest.write(" AND ")
            try rest.write(condition, at: target)
        }
        return target
    }

    /// Writes ` ORDER BY … LIMIT … OFFSET …`.
    mutating func writeOrder<M>(_ query: Query<M>, at place: TablePlace, byKey: Bool) {
        var orders = query.orders
        if byKey {
            let direction = orders.last?.direction ?? .ascending
            for key in place.table.primaryKey where !orders.contains(where: { $0.column == key }) {
                orders.append(Order(column: key, direction: direction))
            }
        }
        for (index, order) in orders.enumerated() {
            rest.write(index == 0 ? " ORDER BY " : ", ")
            rest.write(
                rest.dialect.order(place.column(order.column), descending: order.direction == .descending, nulls: nil))
        }
        guard query.limit != nil || query.offset != nil else { return }
        // bound, so that all pages share one text; without a limit the greatest number that every engine takes
        rest.write(" LIMIT ")
        rest.bind(.integer(query.limit.map(Int64.init) ?? .max))
        if let offset = query.offset {
            rest.write(" OFFSET ")
            rest.bind(.integer(Int64(offset)))
        }
    }
}
