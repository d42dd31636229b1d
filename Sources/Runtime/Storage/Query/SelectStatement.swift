/// A SELECT while it is put together: the columns grow as joins are added to the rest.
struct SelectStatement {
    private var columns = ""
    private(set) var columnCount = 0
    /// From `FROM` on.
    var rest: SQLWriter
    /// The table between the rows and their owners, where there is one.
    var through: TablePlace?
    /// Whether that was asked for columns.
    private(set) var readsThrough = false
    var isDistinct = false

    /// - Parameter aliases: how many aliases are taken already.
    init(_ dialect: any Dialect, aliases: Int = 0) {
        rest = SQLWriter(dialect, aliases: aliases)
    }

    var text: String {
        var text = isDistinct ? "SELECT DISTINCT " : "SELECT "
        text.reserveCapacity(text.utf8.count + columns.utf8.count + rest.text.utf8.count)
        text += columns
        text += rest.text
        return text
    }

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

    /// Adds what is worked out. Values that it binds come before all others, so nothing may be bound yet.
    mutating func addColumn(_ term: Term, of place: TablePlace) throws {
        if let column = term.column {
            _ = addColumn(column, of: place)
        } else {
            _ = add(try rest.apart { try $0.write(term, at: place) }, count: 1)
        }
    }

    /// Adds columns of the table between.
    ///
    /// - Parameter columns: which; all without any named.
    /// - Throws: ``QueryError`` where that is another table, or there is none.
    mutating func addColumns(_ columns: [Term]?, through table: TableDefinition) throws {
        guard let through, through.table.name == table.name else {
            throw QueryError(
                "columns of \(table.model) are there only where rows are read by a belongsToMany association through it"
            )
        }
        readsThrough = true
        guard let columns else {
            _ = addColumns(of: through)
            return
        }
        for column in columns { try addColumn(column, of: through) }
    }

    mutating func add(_ text: String, count: Int) -> Int {
        if columnCount > 0 { columns += ", " }
        columns += text
        defer { columnCount += count }
        return columnCount
    }

    /// Adds what a selection adds.
    mutating func add(_ head: SelectedHead) {
        _ = add(head.columns, count: head.columnCount)
        rest.write(head.joins)
        rest.append(head.values)
        rest.aliases = head.aliases
        readsThrough = head.readsThrough
    }

    /// What was added since the statement was empty.
    func head(keyCells: [Int]) -> SelectedHead {
        SelectedHead(
            columns: columns, columnCount: columnCount, joins: rest.text, values: rest.values, aliases: rest.aliases,
            readsThrough: readsThrough, keyCells: keyCells)
    }

    /// Joins the target of a relation with at most one row, so that no row of the owner is doubled or lost.
    mutating func join(_ relation: Relation, from owner: TablePlace, where condition: Clause? = nil) throws
        -> TablePlace
    {
        try relation.check()
        let condition = relation.scope.narrowing(condition)
        let target = rest.place(relation.target)
        rest.write(" LEFT JOIN ")
        rest.write(target.definition)
        rest.write(" ON ")
        rest.write(column: relation.targetColumn, of: target)
        rest.write(" = ")
        rest.write(column: relation.ownerColumn, of: owner)
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
}
