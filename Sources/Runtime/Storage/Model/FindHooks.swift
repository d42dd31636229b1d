/// The hooks of reading.
struct FindHooks<M: Model>: Sendable {
    var beforeFind: [Hooks<M>.BeforeFind] = []
    var afterFind: [Hooks<M>.AfterFind] = []
    var beforeCount: [Hooks<M>.BeforeFind] = []
}

extension Hooks {
    /// Runs before rows are read or counted, and may change what is asked for.
    public typealias BeforeFind = @Sendable (inout Query<M>) async throws -> Void
    /// Runs after rows were read, and may change them.
    public typealias AfterFind = @Sendable (inout [M]) async throws -> Void

    /// Runs before rows of the model are read by `findAll`, `findOne`, `findByPk`, `findPage` and the like, whole or in
    /// part, and may ask for less, for another order, or for more to be read along.
    ///
    /// ```swift
    /// $0.beforeFind { query in
    ///     if let tenant = Tenant.current { query.where { $0.tenantId == tenant.id } }
    /// }
    /// ```
    ///
    /// As in Sequelize it does not run for rows that another model's query includes, and not for aggregates; what must
    /// always hold belongs into the default scope.
    public mutating func beforeFind(_ hook: @escaping BeforeFind) { find.beforeFind.append(hook) }

    /// Runs when rows of the model were read whole, with all of them, and may change them; not for rows that are read as
    /// another type, nor for those that another model's query includes.
    public mutating func afterFind(_ hook: @escaping AfterFind) { find.afterFind.append(hook) }

    /// Runs before rows are counted by `count`, `exists` and `findAndCountAll`, and may change which ones.
    public mutating func beforeCount(_ hook: @escaping BeforeFind) { find.beforeCount.append(hook) }
}

extension Query {
    /// The query as the model's hooks of finding leave it.
    nonisolated(nonsending) func hooked() async throws -> Query {
        guard M.hooks.readsWithHooks else { return self }
        return try await run(M.hooks.find.beforeFind)
    }

    /// The query as the model's hooks of counting leave it.
    nonisolated(nonsending) func hookedToCount() async throws -> Query {
        guard M.hooks.readsWithHooks else { return self }
        return try await run(M.hooks.find.beforeCount)
    }

    nonisolated(nonsending) private func run(_ hooks: [Hooks<M>.BeforeFind]) async throws -> Query {
        var query = self
        for hook in hooks { try await hook(&query) }
        return query
    }
}

extension Model {
    /// The rows of a query that the hooks before have seen already.
    nonisolated(nonsending) static func foundWithHooks(_ query: Query<Self>) async throws -> [Self] {
        let query = try query.ready()
        try query.checkWhole()
        return try await afterFind(query.rows(.model(query.includes)))
    }

    /// The rows as the hooks leave them.
    nonisolated(nonsending) static func afterFind(_ rows: [Self]) async throws -> [Self] {
        guard hooks.readsWithHooks else { return rows }
        var rows = rows
        for hook in hooks.find.afterFind { try await hook(&rows) }
        return rows
    }
}
