/// Any number of rows of another model name the owner by their foreign key: a user has many posts.
///
/// ```swift
/// let posts = HasMany<User, Post>(\.posts, foreignKey: "userId")
/// ```
public struct HasMany<Owner: Model, Target: Model>: ToManyAssociation, OwningAssociation {
    public let relation: Relation
    @usableFromInline let property: any WritableKeyPath<Owner, Loaded<[Target]>> & Sendable
    /// Made where the models are known: here each use of the key path would look for their types first.
    @usableFromInline let store: @Sendable (inout Owner, UnsafeBufferPointer<Target>) -> Void

    /// An association.
    ///
    /// - Parameters:
    ///   - property: where the owner keeps what is loaded.
    ///   - foreignKey: the target's attribute that refers to the owner.
    ///   - sourceKey: the owner's attribute that it refers to; its primary key when left out.
    ///   - scope: attributes of the target with one value each, `["commentableType": "post"]`: conditions where the
    ///     association is read, set in rows that are created for it or added to it.
    @inlinable
    public init(
        _ property: any WritableKeyPath<Owner, Loaded<[Target]>> & Sendable, foreignKey: String,
        sourceKey: String? = nil, scope: [String: Value] = [:]
    ) {
        relation = Relation(from: Owner.table, sourceKey, to: Target.table, foreignKey, scope: scope)
        self.property = property
        store = { $0[keyPath: property] = .loaded(Array($1)) }
    }

    public func include(_ query: Query<Target>) -> Include<Owner> {
        .many(relation, query, store: store)
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
        let query = try await Query.partial(P.selection.terms, build)
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
        try await relation.has(targets.map { try $0.primaryKeyValues() }, Target.self, of: owner)
    }

    /// Whether the rows with all of these primary keys refer to the owner.
    public func has(keys: [Target.PrimaryKey], of owner: Owner) async throws -> Bool {
        try await relation.has(keys.map(Target.values), Target.self, of: owner)
    }

    /// Makes these rows refer to the owner, and no others.
    ///
    /// - Throws: ``QueryError`` when a row would be left without an owner and cannot be: destroy it instead.
    public func set(_ targets: [Target], of owner: Owner) async throws {
        try await relation.give(targets.map { try $0.primaryKeyValues() }, to: owner, alone: true)
    }

    /// Makes the rows with these primary keys refer to the owner, and no others.
    public func set(keys: [Target.PrimaryKey], of owner: Owner) async throws {
        try await relation.give(keys.map(Target.values), to: owner, alone: true)
    }

    /// Makes these rows refer to the owner too.
    public func add(_ targets: [Target], to owner: Owner) async throws {
        try await relation.give(targets.map { try $0.primaryKeyValues() }, to: owner, alone: false)
    }

    /// Makes the rows with these primary keys refer to the owner too.
    public func add(keys: [Target.PrimaryKey], to owner: Owner) async throws {
        try await relation.give(keys.map(Target.values), to: owner, alone: false)
    }

    /// Makes these rows refer to no owner; those that refer to another one stay as they are.
    ///
    /// - Throws: ``QueryError`` when the foreign key cannot be null: destroy the rows instead.
    public func remove(_ targets: [Target], from owner: Owner) async throws {
        try await relation.take(targets.map { try $0.primaryKeyValues() }, from: owner)
    }

    /// Makes the rows with these primary keys refer to no owner.
    public func remove(keys: [Target.PrimaryKey], from owner: Owner) async throws {
        try await relation.take(keys.map(Target.values), from: owner)
    }

    /// Stores a new row that refers to the owner.
    public func create(_ target: Target, of owner: Owner) async throws -> Target {
        try await Target.create(relation.referring(target, to: owner))
    }

    public func nested(_ includes: NestedCreate<Target>) -> NestedStep<Owner> {
        NestedStep(isFirst: false) { [self] owner in
            guard let targets = owner[keyPath: property].value else { return }
            let stored = targets.filter(\.isStoredByKey)
            if !stored.isEmpty { try await add(stored, to: owner) }
            let rows = try targets.map { try relation.referring($0, to: owner) }
            owner[keyPath: property] = .loaded(try await includes.store(rows))
        }
    }
}
