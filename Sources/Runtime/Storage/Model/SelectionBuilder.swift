/// Puts a selection together.
public struct SelectionBuilder<Base: Model, Record: Sendable> {
    var parts = SelectedParts<Base>()
    var loads: [Loading<Record>] = []

    /// Takes columns of the model, and what is worked out from them: `$0.columns(\.title, \.tagCount)`.
    public mutating func columns<each E: ColumnExpression>(_ columns: repeat KeyPath<Base.Columns, each E>) {
        for column in repeat each columns { parts.add(Base.columns[keyPath: column].term) }
    }

    /// Takes all columns of the model but these, in the order of the table: `$0.columns(except: [\.password])`.
    public mutating func columns(except columns: [PartialKeyPath<Base.Columns>]) {
        parts.add(except: columns)
    }

    /// Takes columns of the table between, where the rows are read by a ``BelongsToMany``.
    ///
    /// ```swift
    /// static let selection = Selection<Tag, Tagging> {
    ///     $0.columns(\.name)
    ///     $0.through(PostTag.self, \.createdAt)
    /// }
    /// ```
    public mutating func through<T: Model, each E: ColumnExpression>(
        _ model: T.Type, _ columns: repeat KeyPath<T.Columns, each E>
    ) {
        var terms: [Term] = []
        for column in repeat each columns { terms.append(T.columns[keyPath: column].term) }
        parts.add(terms.isEmpty ? nil : terms, through: T.table)
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
                guard query.includes.isEmpty else { throw QueryError.includeInPartialRead }
                return LoadAttachment(relation, keyCell: keyCell, query, Child.shape) {
                    $0[keyPath: property] = Array($1)
                }
            })
    }
}

/// Takes columns of a joined row, and of rows joined to that.
public struct JoinBuilder<Base: Model> {
    var parts = SelectedParts<Base>()

    /// Takes columns of the joined row, and what is worked out from them.
    public mutating func columns<each E: ColumnExpression>(_ columns: repeat KeyPath<Base.Columns, each E>) {
        for column in repeat each columns { parts.add(Base.columns[keyPath: column].term) }
    }

    /// Takes all columns of the joined row but these, in the order of the table.
    public mutating func columns(except columns: [PartialKeyPath<Base.Columns>]) {
        parts.add(except: columns)
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

extension SelectedParts {
    mutating func add(except columns: [PartialKeyPath<M.Columns>]) {
        let left = columns.compactMap { (M.columns[keyPath: $0] as? any ColumnExpression)?.term.column }
        for column in M.table.attributes.indices where !left.contains(column) { add(.column(column)) }
    }
}
