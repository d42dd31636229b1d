/// A value that the database works out for each row: an aggregate, a part of JSON, a column of an associated row, or
/// SQL of one's own.
///
/// Kept beside the model's columns it can be used wherever a column can, in conditions, orders, tuples and selections:
///
/// ```swift
/// extension Post.Columns {
///     var titleLength: ComputedColumn<Post, Int> { .sql("length(\(title))") }
///     var authorName: ComputedColumn<Post, String?> { .of(\.author, \.lastName) }
///     var tagCount: ComputedColumn<Post, Int?> { .of(\.tags, \.id.count) }
/// }
/// let rows = try await Post.findAll(\.title, \.tagCount) { $0.order(by: \.titleLength, .descending) }
/// ```
public struct ComputedColumn<Owner: Model, Value: ColumnValue>: ColumnExpression {
    let term: Term

    init(_ term: Term) {
        self.term = term
    }

    public var computed: ComputedColumn { self }

    /// SQL of the engine's own language. Columns of the model are put in by name; every other value is bound.
    ///
    /// ```swift
    /// .sql("coalesce(\(nickname), \("nobody"))")
    /// ```
    public static func sql(_ text: ComputedSQL<Owner>) -> ComputedColumn {
        ComputedColumn(.sql(text.pieces))
    }
}

extension ComputedColumn where Value: NullableValue {
    /// A column of the row at the other end of an association that has at most one; null where there is none.
    public static func of<A: ToOneAssociation, E: ColumnExpression>(
        _ association: KeyPath<Owner.Associations, A>, _ column: KeyPath<A.Target.Columns, E>
    ) -> ComputedColumn where A.Owner == Owner, E.Owner == A.Target, E.Value.Wrapped == Value.Wrapped {
        ComputedColumn(.related(Owner.rows(at: association), A.Target.columns[keyPath: column].term))
    }

    /// An aggregate of the rows at the other end of an association: `.of(\.tags, \.id.count)`.
    ///
    /// - Parameter aggregate: an aggregate. A bare column is that of one of the rows, the one with the least key.
    public static func of<A: ToManyAssociation, E: ColumnExpression>(
        _ association: KeyPath<Owner.Associations, A>, _ aggregate: KeyPath<A.Target.Columns, E>
    ) -> ComputedColumn where A.Owner == Owner, E.Owner == A.Target, E.Value.Wrapped == Value.Wrapped {
        ComputedColumn(.related(Owner.rows(at: association), A.Target.columns[keyPath: aggregate].term))
    }
}

extension Model {
    /// The rows at the other end of an association.
    static func rows<A: Association>(
        at association: KeyPath<Associations, A>, where condition: Clause? = nil
    ) -> RelatedRows where A.Owner == Self {
        RelatedRows(relation: associations[keyPath: association].relation, condition: condition)
    }
}

/// SQL with columns and bound values in it, as a string literal writes it.
public struct ComputedSQL<Owner: Model>: ExpressibleByStringInterpolation, Sendable {
    let pieces: [Term.Piece]

    public init(stringLiteral value: String) {
        pieces = [.text(value)]
    }

    public init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
    }

    /// The parts between the quotes.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Term.Piece] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Takes SQL as it stands.
        public mutating func appendLiteral(_ literal: String) {
            pieces.append(.text(literal))
        }

        /// Puts a column in by its name.
        public mutating func appendInterpolation<V>(_ column: Column<Owner, V>) {
            pieces.append(.term(.column(column.index)))
        }

        /// Puts in what is worked out itself.
        public mutating func appendInterpolation<V>(_ column: ComputedColumn<Owner, V>) {
            pieces.append(.term(column.term))
        }

        /// Binds a value.
        public mutating func appendInterpolation(_ value: some ColumnValue) {
            pieces.append(.term(.value(value.value)))
        }
    }
}
