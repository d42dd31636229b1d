/// Any number of rows of another model, tied to the owner by rows of a table between: a post has many tags.
///
/// ```swift
/// let tags = BelongsToMany<Post, Tag>(\.tags, through: PostTag.self, foreignKey: "postId", otherKey: "tagId")
/// ```
public struct BelongsToMany<Owner: Model, Target: Model>: ToManyAssociation {
    public let relation: Relation
    let property: any WritableKeyPath<Owner, Loaded<[Target]>> & Sendable

    /// An association.
    ///
    /// - Parameters:
    ///   - property: where the owner keeps what is loaded.
    ///   - through: the model of the table between.
    ///   - foreignKey: the attribute of the table between that refers to the owner.
    ///   - otherKey: the attribute of the table between that refers to the target.
    ///   - sourceKey: the owner's attribute that is referred to; its primary key when left out.
    ///   - targetKey: the target's attribute that is referred to; its primary key when left out.
    public init<Through: Model>(
        _ property: any WritableKeyPath<Owner, Loaded<[Target]>> & Sendable, through: Through.Type, foreignKey: String,
        otherKey: String, sourceKey: String? = nil, targetKey: String? = nil
    ) {
        relation = Relation(
            from: Owner.table, sourceKey, to: Target.table, targetKey, through: Through.table, foreignKey, otherKey)
        self.property = property
    }

    public func include(_ query: Query<Target>) -> Include<Owner> {
        let property = property
        return .many(relation, query) { $0[keyPath: property] = .loaded($1) }
    }

    /// The rows that are tied to the owner.
    public func get(
        of owner: Owner, _ build: (inout Query<Target>) throws -> Void = { _ in }
    ) async throws -> [Target] {
        let query = try Query(build)
        // in the order of the table between there must be one row of it for each that is read
        guard query.orders.contains(where: { $0.through != nil }) else {
            return try await Target.findAll(relation.targets(of: owner, build))
        }
        let ready = try query.ready()
        return try await relation.rows(ready, .model(ready.includes), of: owner)
    }

    /// The rows that are tied to the owner, read as another type: with columns of the table between, or all of it.
    ///
    /// ```swift
    /// let tags = try await Post.associations.tags.get(of: post, as: Linked<Tag, PostTag>.self)
    /// ```
    public func get<P: Projection>(
        of owner: Owner, as type: P.Type, _ build: (inout Query<Target>) throws -> Void = { _ in }
    ) async throws -> [P] where P.Base == Target {
        let query = try Query.partial(P.selection.terms, build)
        return try await relation.rows(query, P.shape, of: owner)
    }

    /// How many rows are tied to the owner.
    public func count(
        of owner: Owner, _ build: (inout Query<Target>) throws -> Void = { _ in }
    ) async throws -> Int {
        try await Target.count(relation.targets(of: owner, build))
    }

    /// Whether all of these rows are tied to the owner.
    public func has(_ targets: [Target], of owner: Owner) async throws -> Bool {
        try await relation.has(targets, of: owner)
    }

    /// Ties these rows to the owner, and no others.
    public func set(_ targets: [Target], of owner: Owner) async throws {
        let links = try Links(relation, owner: owner)
        try await links.set(keys(of: targets))
    }

    /// Ties these rows to the owner too; one that is tied already stays as it is.
    public func add(_ targets: [Target], to owner: Owner) async throws {
        let links = try Links(relation, owner: owner)
        try await links.add(keys(of: targets))
    }

    /// Unties these rows from the owner.
    public func remove(_ targets: [Target], from owner: Owner) async throws {
        let links = try Links(relation, owner: owner)
        try await links.remove(keys(of: targets))
    }

    /// Stores a new row and ties it to the owner: both or neither.
    public func create(_ target: Target, of owner: Owner) async throws -> Target {
        try await database.transaction {
            let created = try await Target.create(target)
            try await add([created], to: owner)
            return created
        }
    }

    /// Ties to the owner the rows with these values of an attribute, and no others; a value that no row has yet makes
    /// a new row. Values are first treated as the attribute is (`trim`, `lowercase`), and each counts once.
    ///
    /// - Parameters:
    ///   - values: the values, `["swift", "server"]`.
    ///   - column: the attribute, which is unique.
    ///   - owner: a stored row.
    ///   - make: a new row for a value.
    public func assign<V>(
        _ values: [V.Wrapped], by column: KeyPath<Target.Columns, Column<Target, V>>, of owner: Owner,
        make: (V.Wrapped) -> Target
    ) async throws {
        let index = Target.columns[keyPath: column].index
        let rules = Target.table.attributes[index].textRules
        var targets: [Target] = []
        var seen: Set<Value> = []
        let found = try await known(values.map { $0.value.applying(rules) }, at: index)
        for value in values {
            let stored = value.value.applying(rules)
            guard seen.insert(stored).inserted else { continue }
            if let target = found[stored] {
                targets.append(target)
            } else {
                targets.append(
                    try await Target.findOrCreate(where: .comparison(index, .equal, stored), defaults: make(value)).0)
            }
        }
        try await set(targets, of: owner)
    }

    /// The rows that hold these values, by their values.
    private func known(_ values: [Value], at index: Int) async throws -> [Value: Target] {
        let rows = try await Target.findAll { $0.add(.list(index, values, isNegated: false)) }
        return Dictionary(rows.map { ($0.encoded[index], $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func keys(of targets: [Target]) -> [Value] {
        targets.map { $0.encoded[relation.targetColumn] }
    }
}
