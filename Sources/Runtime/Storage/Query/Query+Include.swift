extension Query {
    /// Reads the other end of an association along.
    ///
    /// One row at most is joined; many are read by one further statement for all owners together (what Sequelize calls
    /// `separate`), so a page stays a page and no row is doubled. `limit` in `build` counts for each owner.
    ///
    /// - Parameters:
    ///   - association: the association.
    ///   - required: whether rows without any at the other end are left out; unless said, they are when `build` has
    ///     conditions.
    ///   - build: conditions and order of what is loaded, and what to read along with that.
    public mutating func include<A: Association>(
        _ association: KeyPath<M.Associations, A>, required: Bool? = nil,
        _ build: (inout Query<A.Target>) -> Void = { _ in }
    ) where A.Owner == M {
        let association = M.associations[keyPath: association]
        guard let query = included(association.relation, required: required, build) else { return }
        includes.append(association.include(query))
    }

    /// Reads the other end of an association along as another type: some of its columns, or each row together with
    /// that of the table between (``Linked``).
    ///
    /// ```swift
    /// $0.include(\.tags, into: \.taggings)     // in the model: var taggings: [Linked<Tag, PostTag>] = []
    /// ```
    ///
    /// - Parameters:
    ///   - association: the association.
    ///   - property: where the rows go, a property of the model that is no column.
    ///   - required: as above.
    ///   - build: conditions and order of what is loaded.
    public mutating func include<A: ToManyAssociation, Child: Projection>(
        _ association: KeyPath<M.Associations, A>, into property: any WritableKeyPath<M, [Child]> & Sendable,
        required: Bool? = nil, _ build: (inout Query<A.Target>) -> Void = { _ in }
    ) where A.Owner == M, Child.Base == A.Target {
        let relation = M.associations[keyPath: association].relation
        guard let query = included(relation, required: required, build) else { return }
        guard query.includes.isEmpty else { return refuse(QueryError.includeInPartialRead.description) }
        includes.append(.many(relation, query, Child.shape) { $0[keyPath: property] = Array($1) })
    }

    private mutating func included<T>(
        _ relation: Relation, required: Bool?, _ build: (inout Query<T>) -> Void
    ) -> Query<T>? {
        var query = Query<T>(scopes: scopes)
        build(&query)
        do {
            let ready = try query.ready()
            try ready.checkAsIncluded()
            if required ?? !(query.conditions.isEmpty && query.through.isEmpty) {
                conditions.append(.exists(try ready.rows(at: relation)))
            }
            return ready
        } catch {
            problem = problem ?? error
            return nil
        }
    }

    /// What the query means as the rows at the other end of a relation; it is ready.
    private func rows(at relation: Relation) throws -> RelatedRows {
        RelatedRows(
            relation: relation, condition: Clause.all(conditions), through: try throughCondition(of: relation),
            withDestroyed: true)
    }

    private func checkAsIncluded() throws {
        if seek != nil { throw QueryError("seek inside of include is not possible: use limit and offset") }
        if lock != nil {
            throw QueryError("lock inside of include is not possible: it locks the rows of the query itself")
        }
        guard !isDistinct, groups.isEmpty, having.isEmpty else {
            throw QueryError("distinct, group and having inside of include are not possible: they belong to tuples")
        }
    }
}
