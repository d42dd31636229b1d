/// Any number of rows of another model name the owner by their foreign key: a user has many posts.
///
/// ```swift
/// let posts = HasMany<User, Post>(\.posts, foreignKey: "userId")
/// ```
public struct HasMany<Owner: Model, Target: Model>: ToManyAssociation {
    public let relation: Relation
    let property: any WritableKeyPath<Owner, Loaded<[Target]>> & Sendable

    /// An association.
    ///
    /// - Parameters:
    ///   - property: where the owner keeps what is loaded.
    ///   - foreignKey: the target's attribute that refers to the owner.
    ///   - sourceKey: the owner's attribute that it refers to; its primary key when left out.
    public init(
        _ property: any WritableKeyPath<Owner, Loaded<[Target]>> & Sendable, foreignKey: String,
        sourceKey: String? = nil
    ) {
        relation = Relation(from: Owner.table, sourceKey, to: Target.table, foreignKey)
        self.property = property
    }

    public func include(_ query: Query<Target>) -> Include<Owner> {
        let property = property
        return .many(relation, query) { $0[keyPath: property] = .loaded($1) }
    }

    /// The rows that refer to the owner.
    public func get(
        of owner: Owner, _ build: (inout Query<Target>) throws -> Void = { _ in }
    ) async throws -> [Target] {
        try await Target.findAll(relation.targets(of: owner, build))
    }

    /// The rows that refer to the owner, read as another type.
    public func get<P: Projection>(
        of owner: Owner, as type: P.Type, _ build: (inout Query<Target>) throws -> Void = { _ in }
    ) async throws -> [P] where P.Base == Target {
        let query = try Query.partial(P.selection.terms, build)
        return try await relation.rows(query, P.shape, of: owner)
    }

    /// How many rows refer to the owner.
    public func count(
        of owner: Owner, _ build: (inout Query<Target>) throws -> Void = { _ in }
    ) async throws -> Int {
        try await Target.count(relation.targets(of: owner, build))
    }

    /// Whether all of these rows refer to the owner.
    public func has(_ targets: [Target], of owner: Owner) async throws -> Bool {
        try await relation.has(targets, of: owner)
    }

    /// Makes these rows refer to the owner, and no others.
    ///
    /// - Throws: ``QueryError`` when a row would be left without an owner and cannot be: destroy it instead.
    public func set(_ targets: [Target], of owner: Owner) async throws {
        try await relation.give(targets, to: owner, alone: true)
    }

    /// Makes these rows refer to the owner too.
    public func add(_ targets: [Target], to owner: Owner) async throws {
        try await relation.give(targets, to: owner, alone: false)
    }

    /// Makes these rows refer to no owner; those that refer to another one stay as they are.
    ///
    /// - Throws: ``QueryError`` when the foreign key cannot be null: destroy the rows instead.
    public func remove(_ targets: [Target], from owner: Owner) async throws {
        try await relation.take(targets, from: owner)
    }

    /// Stores a new row that refers to the owner.
    public func create(_ target: Target, of owner: Owner) async throws -> Target {
        try await relation.create(target, referringTo: owner)
    }
}
