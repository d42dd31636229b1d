public import ScaffoldStorage

/// What a list may be filtered by and searched in: its own columns, or those of rows that belong to its rows.
///
/// Conformed to by ``ListingBuilder`` and, behind an association, by ``AssociatedConditions``.
public protocol ListConditions<Base> {
    /// The model whose columns are named.
    associatedtype Base: Model

    /// What was named so far.
    var conditions: DeclaredConditions<Base> { get set }
}

/// The filters and searches of a list while it is put together.
public struct DeclaredConditions<M: Model>: Sendable {
    var filters: [ListFilter<M>] = []
    var searches: [@Sendable (String) -> Condition<M>] = []
}

extension ListConditions {
    /// Lets a request filter by a column: `?status=draft`, and with operators `?status[ne]=draft`.
    ///
    /// All types take `[ne]` beside the bare name, which is `[eq]`; numbers, dates and times `[gt]`, `[gte]`, `[lt]` and
    /// `[lte]`; texts `[like]`, which finds a part of them in either case; all but booleans `[in]`, a list of up to 100
    /// values with commas between them; columns that may be null `[null]=true` and `[null]=false`.
    ///
    /// - Parameters:
    ///   - name: The parameter's name.
    ///   - column: The column. One of a password, of JSON or of bytes cannot be filtered by.
    public mutating func filter<V: ColumnValue>(_ name: String, _ column: KeyPath<Base.Columns, Column<Base, V>>) {
        conditions.filters.append(ListFilter(name, Base.columns[keyPath: column]))
    }

    /// Lets a request filter by a column of the rows at the other end of an association: those rows are listed that
    /// have one there for which it holds. What the answer shows of the association stays whole.
    ///
    /// - Parameters:
    ///   - name: The parameter's name.
    ///   - association: The association.
    ///   - column: The column there.
    public mutating func filter<A: Association, V: ColumnValue>(
        _ name: String, through association: KeyPath<Base.Associations, A>,
        _ column: (A.Target.Columns) -> Column<A.Target, V>
    ) where A.Owner == Base {
        let filter = ListFilter(name, column(A.Target.columns))
        conditions.filters.append(ListFilter(Base.associations[keyPath: association], filter))
    }

    /// Lets `?search=` look into texts for a part of them, in either case. What several calls name is looked into
    /// together.
    ///
    /// - Parameter columns: The columns: `{ [$0.title, $0.content] }`.
    public mutating func search(_ columns: (Base.Columns) -> [any SearchedColumn<Base>]) {
        for column in columns(Base.columns) {
            conditions.searches.append { column.contains($0) }
        }
    }

    /// Names what may be asked of the rows at the other end of an association, however far away they are:
    ///
    /// ```swift
    /// $0.through(\.author) { $0.filter("city", through: \.profile) { $0.location } }
    /// ```
    public mutating func through<A: Association>(
        _ association: KeyPath<Base.Associations, A>, _ build: (inout AssociatedConditions<A.Target>) -> Void
    ) where A.Owner == Base {
        let association = Base.associations[keyPath: association]
        var inner = AssociatedConditions<A.Target>()
        build(&inner)
        conditions.filters += inner.conditions.filters.map { ListFilter(association, $0) }
        guard !inner.conditions.searches.isEmpty else { return }
        conditions.searches.append { [relation = association.relation, searches = inner.conditions.searches] text in
            .exists(relation, .or(searches.map { $0(text) }))
        }
    }
}

/// What may be asked of the rows at the other end of an association.
public struct AssociatedConditions<Base: Model>: ListConditions {
    public var conditions = DeclaredConditions<Base>()
}

/// A column of texts, which a search can look into.
public protocol SearchedColumn<Owner>: Sendable {
    associatedtype Owner: Model

    /// The text has this one in it, in either case.
    func contains(_ text: String) -> Condition<Owner>
}

extension Column: SearchedColumn where Value.Wrapped == String {}
extension ComputedColumn: SearchedColumn where Value.Wrapped == String {}
