/// The rows of a table between that tie one owner to its targets.
struct Links: Sendable {
    private let through: Relation.Through
    private let owner: Value

    /// - Throws: ``ModelDefinitionError`` for a relation whose columns are not there.
    init(_ relation: Relation, owner: some Model) throws {
        try relation.check()
        guard let through = relation.through else {
            throw ModelDefinitionError("\(relation.owner.model) to \(relation.target.model) has no table between")
        }
        self.through = through
        self.owner = owner.encoded[relation.ownerColumn]
    }

    /// Ties the owner to these keys and no others.
    func set(_ keys: [Value]) async throws {
        try await database.writingAll { writer in
            let others = Clause.list(through.targetColumn, keys, isNegated: true)
            try writer.delete(through.table, where: .and([isOwners, others]))
            try insert(keys, writer)
        }
    }

    /// Ties the owner to these keys too.
    func add(_ keys: [Value]) async throws {
        guard !keys.isEmpty else { return }
        try await database.writingAll { try insert(keys, $0) }
    }

    /// Unties the owner from these keys.
    func remove(_ keys: [Value]) async throws {
        guard !keys.isEmpty else { return }
        let these = Clause.list(through.targetColumn, keys, isNegated: false)
        try await database.writing { _ = try $0.delete(through.table, where: .and([isOwners, these])) }
    }

    private var isOwners: Clause { .comparison(through.ownerColumn, .equal, owner) }

    /// Inserts what is not there yet.
    private func insert(_ keys: [Value], _ writer: Writer) throws {
        var seen = Set(try current(writer))
        let drafts = keys.filter { seen.insert($0).inserted }.map { key in
            var draft = Draft(through.table)
            draft.set(through.ownerColumn, owner)
            draft.set(through.targetColumn, key)
            draft.complete()
            return draft
        }
        _ = try writer.insert(drafts)
    }

    private func current(_ writer: Writer) throws -> [Value] {
        var statement = SQLWriter(writer.dialect)
        let place = statement.place(through.table)
        statement.write("SELECT \(place.column(through.targetColumn)) FROM \(place.definition)")
        try statement.writeWhere([isOwners], at: place)
        return try writer.connection.all(statement.text, statement.values) { try $0.value(at: 0) }
    }
}
