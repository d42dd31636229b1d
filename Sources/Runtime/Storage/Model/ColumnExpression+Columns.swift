// One column against another of the same row: `$0.updatedAt.isGreater(than: \.createdAt)`. Where one of them is null,
// the row is not found, as SQL has it.
extension ColumnExpression where Value.Wrapped: Equatable {
    /// Both hold the same.
    public func isEqual<E: ColumnExpression>(to other: KeyPath<Owner.Columns, E>) -> Condition<Owner>
    where E.Owner == Owner, E.Value.Wrapped == Value.Wrapped {
        compared(.equal, other)
    }

    /// They do not hold the same.
    public func isNotEqual<E: ColumnExpression>(to other: KeyPath<Owner.Columns, E>) -> Condition<Owner>
    where E.Owner == Owner, E.Value.Wrapped == Value.Wrapped {
        compared(.notEqual, other)
    }
}

extension ColumnExpression where Value.Wrapped: Comparable {
    /// It holds less than the other one.
    public func isLess<E: ColumnExpression>(than other: KeyPath<Owner.Columns, E>) -> Condition<Owner>
    where E.Owner == Owner, E.Value.Wrapped == Value.Wrapped {
        compared(.less, other)
    }

    /// It holds at most what the other one holds.
    public func isLessOrEqual<E: ColumnExpression>(to other: KeyPath<Owner.Columns, E>) -> Condition<Owner>
    where E.Owner == Owner, E.Value.Wrapped == Value.Wrapped {
        compared(.lessOrEqual, other)
    }

    /// It holds more than the other one.
    public func isGreater<E: ColumnExpression>(than other: KeyPath<Owner.Columns, E>) -> Condition<Owner>
    where E.Owner == Owner, E.Value.Wrapped == Value.Wrapped {
        compared(.greater, other)
    }

    /// It holds at least what the other one holds.
    public func isGreaterOrEqual<E: ColumnExpression>(to other: KeyPath<Owner.Columns, E>) -> Condition<Owner>
    where E.Owner == Owner, E.Value.Wrapped == Value.Wrapped {
        compared(.greaterOrEqual, other)
    }
}

extension ColumnExpression {
    private func compared<E: ColumnExpression>(
        _ comparison: Clause.Comparison, _ other: KeyPath<Owner.Columns, E>
    ) -> Condition<Owner> {
        Condition(.compared(term, comparison, Owner.columns[keyPath: other].term))
    }
}
