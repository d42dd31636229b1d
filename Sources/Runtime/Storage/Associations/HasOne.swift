/// One row of another model names the owner by its foreign key: a user has one profile.
///
/// ```swift
/// let profile = HasOne<User, Profile>(\.profile, foreignKey: "userId")
/// ```
public struct HasOne<Owner: Model, Target: Model>: ToOneAssociation, OwningAssociation {
    public let relation: Relation
    @usableFromInline let property: any WritableKeyPath<Owner, Loaded<Target?>> & Sendable
    /// Made where the models are known: here each use of the key path would look for their types first.
    @usableFromInline let place: JoinedProperty<Owner, Target>

    /// An association.
    ///
    /// - Parameters:
    ///   - property: where the owner keeps what is loaded.
    ///   - foreignKey: the target's attribute that refers to the owner.
    ///   - sourceKey: the owner's attribute that it refers to; its primary key when left out.
    ///   - scope: attributes of the target with one value each, `["kind": "cover"]`: conditions where the association is
    ///     read, set in a row that is created for it or set.
    @inlinable
    public init(
        _ property: any WritableKeyPath<Owner, Loaded<Target?>> & Sendable, foreignKey: String,
        sourceKey: String? = nil, scope: [String: Value] = [:]
    ) {
        relation = Relation(from: Owner.table, sourceKey, to: Target.table, foreignKey, scope: scope)
        self.property = property
        place = JoinedProperty(property)
    }

    public func include(_ query: Query<Target>) -> Include<Owner> {
        .one(relation, query, into: place)
    }

    /// The row that refers to the owner, if there is one.
    public func get(of owner: Owner) async throws -> Target? {
        var query: Query<Target> = try relation.targets(of: owner) { _ in }
        query.takeFirst()
        return try await Target.findAll(query).first
    }

    /// Makes a row refer to the owner, instead of the one that does.
    ///
    /// - Parameters:
    ///   - target: a stored row; nil for none.
    ///   - owner: a stored row.
    /// - Throws: ``QueryError`` when a row would be left without an owner and cannot be: destroy it first.
    public func set(_ target: Target?, of owner: Owner) async throws {
        try await relation.give(target.map { [try $0.primaryKeyValues()] } ?? [], to: owner, alone: true)
    }

    /// Makes the row with a primary key refer to the owner, instead of the one that does.
    public func set(key: Target.PrimaryKey, of owner: Owner) async throws {
        try await relation.give([Target.values(of: key)], to: owner, alone: true)
    }

    /// Stores a new row that refers to the owner.
    public func create(_ target: Target, of owner: Owner) async throws -> Target {
        try await Target.create(relation.referring(target, to: owner))
    }

    public func nested(_ includes: NestedCreate<Target>) -> NestedStep<Owner> {
        NestedStep(isFirst: false) { [self] owner in
            guard let target = owner[keyPath: property].value.flatMap(\.self) else { return }
            if target.isStoredByKey { try await set(target, of: owner) }
            owner[keyPath: property] = .loaded(
                try await includes.store([relation.referring(target, to: owner)]).first)
        }
    }
}
