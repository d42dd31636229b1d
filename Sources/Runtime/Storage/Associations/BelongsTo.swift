/// The owner's foreign key names one row of another model: a post belongs to its author.
///
/// ```swift
/// let author = BelongsTo<Post, User>(\.author, foreignKey: "userId")
/// ```
public struct BelongsTo<Owner: Model, Target: Model>: ToOneAssociation {
    public let relation: Relation
    @usableFromInline let place: JoinedProperty<Owner, Target>
    @usableFromInline let unload: @Sendable (inout Owner) -> Void

    /// For a foreign key that is never null.
    ///
    /// - Parameters:
    ///   - property: where the owner keeps what is loaded.
    ///   - foreignKey: the owner's attribute that refers to the target.
    ///   - targetKey: the target's attribute that it refers to; its primary key when left out.
    @inlinable
    public init(
        _ property: any WritableKeyPath<Owner, Loaded<Target>> & Sendable, foreignKey: String, targetKey: String? = nil
    ) {
        relation = Relation(from: Owner.table, foreignKey, to: Target.table, targetKey)
        place = JoinedProperty(property)
        unload = { $0[keyPath: property] = .notLoaded }
    }

    /// For a foreign key that may be null.
    ///
    /// - Parameters: as above.
    @inlinable
    public init(
        _ property: any WritableKeyPath<Owner, Loaded<Target?>> & Sendable, foreignKey: String, targetKey: String? = nil
    ) {
        relation = Relation(from: Owner.table, foreignKey, to: Target.table, targetKey)
        place = JoinedProperty(property)
        unload = { $0[keyPath: property] = .notLoaded }
    }

    public func include(_ query: Query<Target>) -> Include<Owner> {
        .one(relation, query, into: place)
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
        place.store(&owner, target)
    }

    /// Makes the owner belong to the row with a primary key. Only the foreign key is written; nothing is loaded then.
    public func set(key: Target.PrimaryKey, of owner: inout Owner) async throws {
        let relation = try relation.checked()
        var changes = Changes<Owner>()
        changes.set(index: relation.ownerColumn, try await relation.targetValues([key], Target.self).first ?? .null)
        try await owner.update(changes)
        unload(&owner)
    }

    /// Stores a new row and makes the owner belong to it: both or neither.
    public func create(_ target: Target, of owner: inout Owner) async throws -> Target {
        var changed = owner
        let created = try await database.transaction {
            let created = try await Target.create(target)
            try await set(created, of: &changed)
            return created
        }
        owner = changed
        return created
    }

    public func nested(_ includes: NestedCreate<Target>) -> NestedStep<Owner> {
        NestedStep(isFirst: true) { [self] owner in
            guard let target = place.loaded(owner), let stored = try await includes.store([target]).first else {
                return
            }
            let relation = try relation.checked()
            var values = owner.encoded
            values[relation.ownerColumn] = stored.encoded[relation.targetColumn]
            try owner.take(values)
            place.store(&owner, stored)
        }
    }
}

extension Relation {
    /// Itself, if its columns are there.
    func checked() throws -> Relation {
        try check()
        return self
    }

    /// What the target's column holds in the rows with these primary keys, which is read unless the key says it.
    func targetValues<T: Model>(_ keys: [T.PrimaryKey], _ model: T.Type) async throws -> [Value] {
        let keys = keys.map(T.values)
        if target.primaryKey == [targetColumn] { return keys.compactMap(\.first) }
        let condition = target.rows(withKeys: keys)
        return try await T.rows(where: condition).map { $0.encoded[targetColumn] }
    }
}
