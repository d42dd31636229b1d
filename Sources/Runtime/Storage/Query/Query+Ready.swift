extension Query {
    /// The query with what the model adds to it: its default scope, and that destroyed rows are left out.
    ///
    /// - Throws: what was found wrong while it was built.
    func ready() throws -> Query {
        if let problem { throw problem }
        let scope = isUnscoped ? nil : M.defaultScope
        let deletedAt = withDestroyed ? nil : M.table.deletedAt
        guard scope != nil || deletedAt != nil else { return self }
        var query = self
        let base = try scope.map { try query.addDefault($0) }
        if let deletedAt, base?.withDestroyed != true { query.add(.null(deletedAt)) }
        query.isUnscoped = true
        query.withDestroyed = true
        return query
    }

    /// Adds conditions and includes; order and limit only where the query has none of its own.
    ///
    /// - Returns: what the scope asks for.
    private mutating func addDefault(_ scope: Scope<M>) throws -> Query {
        let model = M.table.model
        guard !scopes.contains(model) else {
            let way = (scopes + [model]).joined(separator: ", ")
            throw ModelDefinitionError(
                "the default scope of \(model) includes \(model) again (\(way)): write `$0.unscoped()` inside of one of "
                    + "these includes")
        }
        var base = Query(scopes: scopes + [model])
        scope.apply(&base)
        if let problem = base.problem { throw problem }
        conditions = base.conditions + conditions
        includes = base.includes + includes
        if orders.isEmpty { orders = base.orders }
        if limit == nil, offset == nil { (limit, offset) = (base.limit, base.offset) }
        return base
    }
}
