/// What has a value in every row of a model: a ``Column``, or a ``ComputedColumn``.
///
/// Conditions, orders, groups and selections take either.
public protocol ColumnExpression<Owner, Value>: Sendable {
    /// The model.
    associatedtype Owner: Model
    /// The type of its values.
    associatedtype Value: ColumnValue

    /// Itself, as what is worked out from columns.
    var computed: ComputedColumn<Owner, Value> { get }
}

extension ColumnExpression {
    var term: Term { computed.term }
}

extension Column: ColumnExpression {
    public var computed: ComputedColumn<Owner, Value> { ComputedColumn(.column(index)) }
}
