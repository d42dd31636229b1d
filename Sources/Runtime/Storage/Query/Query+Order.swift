extension Query {
    /// Orders by a column, within equals of the columns named before.
    ///
    /// - Parameters:
    ///   - column: a column, or what is worked out: `\.title.folded`.
    ///   - direction: small before great unless said otherwise.
    ///   - nulls: where rows without a value stand. Unless said, that is where the engine puts them; engines differ.
    public mutating func order<E: ColumnExpression>(
        by column: KeyPath<M.Columns, E>, _ direction: Direction = .ascending, nulls: NullsOrder? = nil
    ) where E.Owner == M {
        orders.append(Order(term: M.columns[keyPath: column].term, direction: direction, nulls: nulls))
    }

    /// Orders by a column of the row at the other end of an association that has at most one:
    /// `$0.order(by: \.author, \.lastName)`.
    public mutating func order<A: ToOneAssociation, E: ColumnExpression>(
        by association: KeyPath<M.Associations, A>, _ column: KeyPath<A.Target.Columns, E>,
        _ direction: Direction = .ascending, nulls: NullsOrder? = nil
    ) where A.Owner == M, E.Owner == A.Target {
        let term = Term.related(M.rows(at: association), A.Target.columns[keyPath: column].term)
        orders.append(Order(term: term, direction: direction, nulls: nulls))
    }

    /// Orders by a column two associations away, each with one row at most at its other end:
    /// `$0.order(by: \.author, \.company, \.name)`. (For one still further away keep a ``ComputedColumn`` beside the
    /// columns: `.of(\.company, \.countryName)`.)
    public mutating func order<A: ToOneAssociation, B: ToOneAssociation, E: ColumnExpression>(
        by association: KeyPath<M.Associations, A>, _ next: KeyPath<A.Target.Associations, B>,
        _ column: KeyPath<B.Target.Columns, E>, _ direction: Direction = .ascending, nulls: NullsOrder? = nil
    ) where A.Owner == M, B.Owner == A.Target, E.Owner == B.Target {
        let far = Term.related(A.Target.rows(at: next), B.Target.columns[keyPath: column].term)
        orders.append(Order(term: .related(M.rows(at: association), far), direction: direction, nulls: nulls))
    }

    /// Orders by an aggregate of the rows at the other end of an association: `$0.order(by: \.posts, \.id.count)`.
    public mutating func order<A: ToManyAssociation, V>(
        by association: KeyPath<M.Associations, A>, _ aggregate: KeyPath<A.Target.Columns, ComputedColumn<A.Target, V>>,
        _ direction: Direction = .ascending, nulls: NullsOrder? = nil
    ) where A.Owner == M {
        let term = Term.related(M.rows(at: association), A.Target.columns[keyPath: aggregate].term)
        orders.append(Order(term: term, direction: direction, nulls: nulls))
    }

    /// Orders by a column of the table between, where the rows are those of a ``BelongsToMany``:
    /// `$0.include(\.tags) { $0.order(through: PostTag.self, by: \.position) }`.
    public mutating func order<T: Model, E: ColumnExpression>(
        through model: T.Type, by column: KeyPath<T.Columns, E>, _ direction: Direction = .ascending,
        nulls: NullsOrder? = nil
    ) where E.Owner == T {
        orders.append(
            Order(term: T.columns[keyPath: column].term, direction: direction, nulls: nulls, through: T.table))
    }
}

/// What to order by.
struct Order: Sendable {
    let term: Term
    let direction: Direction
    var nulls: NullsOrder?
    /// The table between that the term is of; nil for that of the query.
    var through: TableDefinition?
}

/// The direction of an order.
public enum Direction: Sendable, Hashable {
    /// Small before great, A before Z.
    case ascending
    /// Great before small, Z before A.
    case descending
}
