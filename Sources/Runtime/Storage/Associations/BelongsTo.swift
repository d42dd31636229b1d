/// The owner's foreign key names one row of another model: a post belongs to its author.
///
/// ```swift
/// let author = BelongsTo<Post, User>(\.author, foreignKey: "userId")
/// ```
public struct BelongsTo<Owner: Model, Target: Model>: ToOneAssociation {
    public let relation: Relation
    let store: @Sendable (inout Owner, Target?) -> Void
    let loaded: @Sendable (Owner) -> Target?

    /// For a foreign key that is never null.
    ///
    /// - Parameters:
    ///   - property: where the owner keeps what is loaded.
    ///   - foreignKey: the owner's attribute that refers to the target.
    ///   - targetKey: the target's attribute that it refers to; its primary key when left out.
    public init(
        _ property: any WritableKeyPath<Owner, Loaded<Target>> & Sendable, foreignKey: String, targetKey: String? = nil
    ) {
        relation = Relation(from: Owner.table, foreignKey, to: Target.table, targetKey)
        store = { owner, target in owner[keyPath: property] = target.map(Loaded.loaded) ?? .notLoaded }
        loaded = { $0[keyPath: property].value }
    }

    /// For a foreign key that may be null.
    ///
    /// - Parameters: as above.
    public init(
        _ property: any WritableKeyPath<Owner, Loaded<Target?>> & Sendable, foreignKey: String, targetKey: String? = nil
    ) {
        relation = Relation(from: Owner.table, foreignKey, to: Target.table, targetKey)
        store = { $0[keyPath: property] = .loaded($1) }
        loaded = { $0[keyPath: property].value.flatMap(\.self) }
    }

    public func include(_ query: Query<Target>) -> Include<Owner> {
        .one(relation, query, store: store, loaded: loaded)
    }

    /// The row that the owner belongs to, nil when its foreign key is null or names none.
    public func find(of owner: Owner) async throws -> Target? {
        try await Target.findOne(at: relation.targetColumn, equal: owner.encoded[relation.checked().ownerColumn])
    }

    /// The row that the owner belongs to.
    ///
    /// - Throws: ``RecordNotFoundError`` when there is none.
    public func get(of owner: Owner) async throws -> Target {
        guard let target = try await find(of: owner) else { throw RecordNotFoundError(model: Target.table.model) }
        return target
    }

    /// Makes the owner belong to another row, and holds that as loaded. Only the foreign key is written.
    ///
    /// - Parameters:
    ///   - target: a stored row; nil for none.
    ///   - owner: a stored row.
    public func set(_ target: Target?, of owner: inout Owner) async throws {
        let relation = try relation.checked()
        var changes = Changes<Owner>()
        changes.set(index: relation.ownerColumn, target.map { $0.encoded[relation.targetColumn] } ?? .null)
        try await owner.update(changes)
        store(&owner, target)
    }

    /// Stores a new row and makes the owner belong to it.
    public func create(_ target: Target, of owner: inout Owner) async throws -> Target {
        let created = try await Target.create(target)
        try await set(created, of: &owner)
        return created
    }
}

extension Relation {
    /// Itself, if its columns are there.
    func checked() throws -> Relation {
        try check()
        return self
    }
}
