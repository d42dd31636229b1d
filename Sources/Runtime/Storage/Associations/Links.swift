#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The rows of a table between that tie one owner to its targets.
struct Links: Sendable {
    private let through: Relation.Through
    private let owner: Value
    private let values: Draft?

    /// - Parameter values: what else the rows hold; those that are there already are changed to it.
    /// - Throws: ``ModelDefinitionError`` for a relation whose columns are not there.
    init(_ relation: Relation, owner: some Model, values: Draft? = nil) throws {
        try relation.check()
        guard let through = relation.through else {
            throw ModelDefinitionError("\(relation.owner.model) to \(relation.target.model) has no table between")
        }
        self.through = through
        self.owner = owner.encoded[relation.ownerColumn]
        self.values = values
    }

    /// Ties the owner to these keys and no others.
    func set(_ keys: [Value]) async throws {
        try await database.retryingDuplicates { writer in
            let others = Clause.list(through.targetColumn, keys, isNegated: true)
            try writer.delete(through.table, where: .and(areOwners + [others]))
            try tie(keys, writer)
        }
    }

    /// Ties the owner to these keys too.
    func add(_ keys: [Value]) async throws {
        guard !keys.isEmpty else { return }
        try await database.retryingDuplicates { try tie(keys, $0) }
    }

    /// Unties the owner from these keys.
    func remove(_ keys: [Value]) async throws {
        guard !keys.isEmpty else { return }
        let these = Clause.list(through.targetColumn, keys, isNegated: false)
        try await database.writing { _ = try $0.delete(through.table, where: .and(areOwners + [these])) }
    }

    private var areOwners: [Clause] {
        [.comparison(through.ownerColumn, .equal, owner)] + through.scope.conditions
    }

    /// Inserts what is not there yet, and changes what is.
    private func tie(_ keys: [Value], _ writer: Writer) throws {
        let tied = Set(try current(writer))
        try change(keys.filter(tied.contains), writer)
        var seen = tied
        let now = Date.now
        let drafts = keys.filter { seen.insert($0).inserted }.map { key in
            var draft = values ?? Draft(through.table)
            draft.set(through.ownerColumn, owner)
            draft.set(through.targetColumn, key)
            through.scope.apply(to: &draft)
            draft.complete(at: now)
            return draft
        }
        _ = try writer.insert(drafts)
    }

    private func change(_ keys: [Value], _ writer: Writer) throws {
        guard var draft = values, !draft.columns.isEmpty, !keys.isEmpty else { return }
        draft.touch()
        let these = Clause.list(through.targetColumn, keys, isNegated: false)
        try writer.update(draft, adding: through.table.nextVersion, where: .and(areOwners + [these]))
    }

    private func current(_ writer: Writer) throws -> [Value] {
        var statement = SQLWriter(writer.dialect)
        let place = statement.place(through.table)
        statement.write("SELECT \(place.column(through.targetColumn)) FROM \(place.definition)")
        try statement.writeWhere(areOwners, at: place)
        let type = through.table.attributes[through.targetColumn].type
        return try writer.connection.all(statement.text, statement.values) { try $0.value(at: 0, as: type) }
    }
}
