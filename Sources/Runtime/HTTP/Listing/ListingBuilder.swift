public import ScaffoldStorage

/// Puts a ``Listing`` together.
public struct ListingBuilder<Base: Model>: ListConditions {
    public var conditions = DeclaredConditions<Base>()
    /// The order, as a query that asks for nothing else.
    var order = Query<Base>()
    var isOrdered = false
    var sorts: [ListSort] = []
    var limit: Int? = 20
    var maximum = 100
    var pages = ListPages.number
    var fields: [String] = []
    var includes: [String] = []

    /// Orders the list by a column, within equals of the columns named before. Without any it is ordered by the primary
    /// key.
    ///
    /// - Parameters:
    ///   - column: The column.
    ///   - direction: Small before great unless said otherwise.
    ///   - nulls: Where rows without a value stand; engines differ.
    public mutating func order<E: ColumnExpression>(
        by column: KeyPath<Base.Columns, E>, _ direction: Direction = .ascending, nulls: NullsOrder? = nil
    ) where E.Owner == Base {
        order.order(by: column, direction, nulls: nulls)
        isOrdered = true
    }

    /// Orders the list by a column of the row at the other end of an association that has at most one. A list with
    /// cursors cannot be ordered so.
    public mutating func order<A: ToOneAssociation, E: ColumnExpression>(
        by association: KeyPath<Base.Associations, A>, _ column: KeyPath<A.Target.Columns, E>,
        _ direction: Direction = .ascending, nulls: NullsOrder? = nil
    ) where A.Owner == Base, E.Owner == A.Target {
        order.order(by: association, column, direction, nulls: nulls)
        isOrdered = true
    }

    /// Lets a request choose the order: `?sort=-createdAt,title`, a hyphen for great before small. Rows where such a
    /// column is null stand last.
    ///
    /// - Parameter columns: The columns that it may name.
    public mutating func sort<each V: ColumnValue>(_ columns: repeat KeyPath<Base.Columns, Column<Base, each V>>) {
        for column in repeat each columns { sorts.append(ListSort(Base.columns[keyPath: column])) }
    }

    /// Lists in pages of so many rows.
    ///
    /// - Parameters:
    ///   - limit: How many rows a page holds where a request does not say; 20 unless said, nil for all rows at once.
    ///   - maximum: How many rows a page may hold; never fewer than `limit`.
    public mutating func limit(_ limit: Int?, maximum: Int = 100) {
        self.limit = limit.map { max(1, $0) }
        self.maximum = max(self.limit ?? 1, maximum)
    }

    /// How a request names a page: by its number unless said otherwise.
    public mutating func pages(_ pages: ListPages) {
        self.pages = pages
    }

    /// Lets a request choose what the answer shows of each row: `?fields=id,title`.
    ///
    /// - Parameter names: Every member of a row's JSON.
    public mutating func fields(_ names: String...) {
        fields += names
    }

    /// Lets a request choose which associations the answer shows: `?include=author`, `?include=none`. Left out, it shows
    /// all of them.
    ///
    /// - Parameter names: The associations, by their members in a row's JSON.
    public mutating func include(_ names: String...) {
        includes += names
    }
}

/// How a request names a page of a list.
public enum ListPages: Sendable, Hashable {
    /// By its number, `?page=2`; the answer says how many rows there are in all.
    case number
    /// By a mark that the page before gave out, `?cursor=…`: however far the page, it costs the same, and rows that come
    /// and go meanwhile shift nothing. Nothing is counted. The columns that the list is ordered by stand in the mark,
    /// readable for whoever decodes it.
    case cursor
}

/// A column that a request may order by.
struct ListSort: Sendable {
    let name: String
    let column: Int
    let isNullable: Bool

    init<M: Model, V>(_ column: Column<M, V>) {
        name = column.name
        self.column = column.index
        let attributes = M.table.attributes
        isNullable = attributes.indices.contains(column.index) && attributes[column.index].allowNull
    }
}
