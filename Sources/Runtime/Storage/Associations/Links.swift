/// The rows of a table between that tie one owner to its targets.
struct Links: Sendable {
    private let table: TableDefinition
    private let through: Relation.Through
    private let owner: Value

    /// - Throws: ``ModelDefinitionError`` for a relation whose columns are not there.
    init(_ relation: Relation, owner: some Model) throws {
        try relation.check()
        guard let through = relation.through else {
            throw ModelDefinitionError("\(relation.owner.model) to \(relation.target.model) has no table between")
        }
        self.through = through
        table = through.table
        self.owner = owner.encoded[relation.ownerColumn]
    }

    /// Ties the owner to these keys and no others.
    func set(_ keys: [Value]) async throws {
        try await database.transaction {
            let current = try await self.current()
            try await remove(current.filter { !keys.contains($0) })
            try await insert(keys, besides: current)
        }
    }

    /// Ties the owner to these keys too.
    func add(_ keys: [Value]) async throws {
        guard !keys.isEmpty else { return }
        try await database.transaction {
            try await insert(keys, besides: current())
        }
    }

    /// Unties the owner from these keys.
    func remove(_ keys: [Value]) async throws {
        guard !keys.isEmpty else { return }
        let database = try Database.current
        let condition = Condition.and([
            .comparison(through.ownerColumn, .equal, owner), .list(through.targetColumn, keys, isNegated: false),
        ])
        try await database.write { try Statements(database.dialect).delete(table, where: condition).run($0) }
    }

    private func current() async throws -> [Value] {
        let database = try Database.current
        return try await database.read { connection in
            var writer = SQLWriter(database.dialect)
            let place = writer.place(table)
            writer.write("SELECT \(place.column(through.targetColumn)) FROM \(place.definition) WHERE ")
            writer.write(.comparison(through.ownerColumn, .equal, owner), at: place)
            return try connection.all(writer.text, writer.values) { try $0.value(at: 0) }
        }
    }

    private func insert(_ keys: [Value], besides current: [Value]) async throws {
        var seen = Set(current)
        let missing = keys.filter { seen.insert($0).inserted }
        guard !missing.isEmpty else { return }
        let drafts = try missing.map { key in
            var draft = Draft(table)
            draft.set(through.ownerColumn, owner)
            draft.set(through.targetColumn, key)
            try draft.complete()
            return draft
        }
        let database = try Database.current
        let ready = drafts
        try await database.write { connection in
            for draft in ready { try Statements(database.dialect).insert(draft).run(connection) }
        }
    }
}
