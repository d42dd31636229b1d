/// Puts a selection together.
public struct SelectionBuilder<Base: Model, Record: Sendable> {
    var parts = SelectedParts<Base>()
    var loads: [Loading<Record>] = []

    /// Takes columns of the model.
    public mutating func columns<each V>(_ columns: repeat KeyPath<Base.Columns, Column<Base, each V>>) {
        for column in repeat each columns { parts.add(column: Base.columns[keyPath: column].index) }
    }

    /// Takes columns of the row at the other end of an association that has at most one. Where there is none, their
    /// cells are null.
    public mutating func join<A: ToOneAssociation>(
        _ association: KeyPath<Base.Associations, A>, _ build: (inout JoinBuilder<A.Target>) -> Void
    ) where A.Owner == Base {
        var builder = JoinBuilder<A.Target>()
        build(&builder)
        parts.add(join: Base.associations[keyPath: association].relation, builder.parts)
    }

    /// Reads the rows at the other end of an association by one further statement.
    ///
    /// - Parameters:
    ///   - association: the association.
    ///   - property: where they go; its type says what is read of them.
    ///   - build: conditions and order; in the order of the primary key when it names none.
    public mutating func load<A: ToManyAssociation, Child: Projection>(
        _ association: KeyPath<Base.Associations, A>, into property: any WritableKeyPath<Record, [Child]> & Sendable,
        _ build: (inout Query<A.Target>) -> Void = { _ in }
    ) where A.Owner == Base, Child.Base == A.Target {
        let relation = Base.associations[keyPath: association].relation
        let query = Query<A.Target>(build)
        loads.append(
            Loading(keyColumn: relation.ownerColumn) { keyCell in
                try relation.check()
                return LoadAttachment(relation, keyCell: keyCell, query, Child.shape) { $0[keyPath: property] = $1 }
            })
    }
}

/// Takes columns of a joined row, and of rows joined to that.
public struct JoinBuilder<Base: Model> {
    var parts = SelectedParts<Base>()

    /// Takes columns of the joined row.
    public mutating func columns<each V>(_ columns: repeat KeyPath<Base.Columns, Column<Base, each V>>) {
        for column in repeat each columns { parts.add(column: Base.columns[keyPath: column].index) }
    }

    /// Joins a further row to this one.
    public mutating func join<A: ToOneAssociation>(
        _ association: KeyPath<Base.Associations, A>, _ build: (inout JoinBuilder<A.Target>) -> Void
    ) where A.Owner == Base {
        var builder = JoinBuilder<A.Target>()
        build(&builder)
        parts.add(join: Base.associations[keyPath: association].relation, builder.parts)
    }
}
