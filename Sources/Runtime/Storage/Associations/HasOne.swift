/// One row of another model names the owner by its foreign key: a user has one profile.
///
/// ```swift
/// let profile = HasOne<User, Profile>(\.profile, foreignKey: "userId")
/// ```
public struct HasOne<Owner: Model, Target: Model>: ToOneAssociation {
    public let relation: Relation
    let property: any WritableKeyPath<Owner, Loaded<Target?>> & Sendable

    /// An association.
    ///
    /// - Parameters:
    ///   - property: where the owner keeps what is loaded.
    ///   - foreignKey: the target's attribute that refers to the owner.
    ///   - sourceKey: the owner's attribute that it refers to; its primary key when left out.
    public init(
        _ property: any WritableKeyPath<Owner, Loaded<Target?>> & Sendable, foreignKey: String, sourceKey: String? = nil
    ) {
        relation = Relation(from: Owner.table, sourceKey, to: Target.table, foreignKey)
        self.property = property
    }

    public func include(_ query: Query<Target>) -> Include<Owner> {
        let property = property
        return .one(
            relation, query, store: { $0[keyPath: property] = .loaded($1) },
            loaded: { $0[keyPath: property].value.flatMap(\.self) })
    }

    /// The row that refers to the owner, if there is one.
    public func get(of owner: Owner) async throws -> Target? {
        try await Target.findOne(at: relation.targetColumn, equal: owner.encoded[relation.checked().ownerColumn])
    }

    /// Makes a row refer to the owner, instead of the one that does.
    ///
    /// - Parameters:
    ///   - target: a stored row; nil for none.
    ///   - owner: a stored row.
    /// - Throws: ``QueryError`` when a row would be left without an owner and cannot be: destroy it first.
    public func set(_ target: Target?, of owner: Owner) async throws {
        try await relation.give(target.map { [$0] } ?? [], to: owner, alone: true)
    }

    /// Stores a new row that refers to the owner.
    public func create(_ target: Target, of owner: Owner) async throws -> Target {
        try await relation.create(target, referringTo: owner)
    }
}
