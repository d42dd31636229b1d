import ScaffoldValidation

/// Any number of rows of another model, tied to the owner by rows of a table between: a post has many tags.
///
/// ```swift
/// let tags = BelongsToMany<Post, Tag>(\.tags, through: PostTag.self, foreignKey: "postId", otherKey: "tagId")
/// ```
public struct BelongsToMany<Owner: Model, Target: Model>: ToManyAssociation, OwningAssociation {
    public let relation: Relation
    @usableFromInline let property: any WritableKeyPath<Owner, Loaded<[Target]>> & Sendable
    /// Made where the models are known: here each use of the key path would look for their types first.
    @usableFromInline let store: @Sendable (inout Owner, UnsafeBufferPointer<Target>) -> Void

    /// An association.
    ///
    /// - Parameters:
    ///   - property: where the owner keeps what is loaded.
    ///   - through: the model of the table between.
    ///   - foreignKey: the attribute of the table between that refers to the owner.
    ///   - otherKey: the attribute of the table between that refers to the target.
    ///   - sourceKey: the owner's attribute that is referred to; its primary key when left out.
    ///   - targetKey: the target's attribute that is referred to; its primary key when left out.
    ///   - scope: attributes of the target with one value each: conditions where the association is read, set in rows
    ///     that are created for it.
    ///   - throughScope: the same for attributes of the table between, `["taggableType": "post"]`, set in each of its
    ///     rows.
    @inlinable
    public init<Through: Model>(
        _ property: any WritableKeyPath<Owner, Loaded<[Target]>> & Sendable, through: Through.Type, foreignKey: String,
        otherKey: String, sourceKey: String? = nil, targetKey: String? = nil, scope: [String: Value] = [:],
        throughScope: [String: Value] = [:]
    ) {
        relation = Relation(
            from: Owner.table, sourceKey, to: Target.table, targetKey, scope: scope, through: Through.table, foreignKey,
            otherKey, throughScope: throughScope)
        self.property = property
        store = { $0[keyPath: property] = .loaded(Array($1)) }
    }

    public func include(_ query: Query<Target>) -> Include<Owner> {
        .many(relation, query, store: store)
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
        let query = try await Query.partial(P.selection.terms, build)
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
        try await relation.has(targets.map { try $0.primaryKeyValues() }, Target.self, of: owner)
    }

    /// Whether the rows with all of these primary keys are tied to the owner.
    public func has(keys: [Target.PrimaryKey], of owner: Owner) async throws -> Bool {
        try await relation.has(keys.map(Target.values), Target.self, of: owner)
    }

    /// Ties these rows to the owner, and no others.
    public func set(_ targets: [Target], of owner: Owner) async throws {
        try await Links(relation, owner: owner).set(keys(of: targets))
    }

    /// Ties the rows with these primary keys to the owner, and no others.
    public func set(keys: [Target.PrimaryKey], of owner: Owner) async throws {
        try await Links(relation, owner: owner).set(relation.targetValues(keys, Target.self))
    }

    /// Ties these rows to the owner too; one that is tied already stays as it is.
    public func add(_ targets: [Target], to owner: Owner) async throws {
        try await Links(relation, owner: owner).add(keys(of: targets))
    }

    /// Ties the rows with these primary keys to the owner too.
    public func add(keys: [Target.PrimaryKey], to owner: Owner) async throws {
        try await Links(relation, owner: owner).add(relation.targetValues(keys, Target.self))
    }

    /// Unties these rows from the owner.
    public func remove(_ targets: [Target], from owner: Owner) async throws {
        try await Links(relation, owner: owner).remove(keys(of: targets))
    }

    /// Unties the rows with these primary keys from the owner.
    public func remove(keys: [Target.PrimaryKey], from owner: Owner) async throws {
        try await Links(relation, owner: owner).remove(relation.targetValues(keys, Target.self))
    }

    /// Stores a new row and ties it to the owner: both or neither.
    public func create(_ target: Target, of owner: Owner) async throws -> Target {
        try await database.transaction {
            let created = try await Target.create(scoped(target))
            try await add([created], to: owner)
            return created
        }
    }

    public func nested(_ includes: NestedCreate<Target>) -> NestedStep<Owner> {
        NestedStep(isFirst: false) { [self] owner in
            guard let targets = owner[keyPath: property].value else { return }
            let stored = try await includes.store(targets.map { $0.isStoredByKey ? $0 : try scoped($0) })
            try await add(stored, to: owner)
            owner[keyPath: property] = .loaded(stored)
        }
    }

    /// Ties to the owner the rows with these values of an attribute, and no others; a value that no row has yet makes
    /// a new row. Values are first treated as the attribute is (`trim`, `lowercase`), and each counts once.
    ///
    /// - Parameters:
    ///   - values: the values, `["swift", "server"]`.
    ///   - member: what whoever sent them calls them, `tagNames`: the path of what is wrong with one is `tagNames[1]`.
    ///   - column: the attribute, which is unique.
    ///   - owner: a stored row.
    ///   - make: a new row for a value.
    public func assign<V>(
        _ values: [V.Wrapped], as member: String? = nil, by column: KeyPath<Target.Columns, Column<Target, V>>,
        of owner: Owner, make: (V.Wrapped) -> Target
    ) async throws {
        let index = Target.columns[keyPath: column].index
        let rules = Target.table.attributes[index].textRules
        var targets: [Target] = []
        var seen: Set<Value> = []
        var problems: [ValidationErrorItem] = []
        let found = try await known(values.map { $0.value.applying(rules) }, at: index)
        for (place, value) in values.enumerated() {
            let stored = value.value.applying(rules)
            guard seen.insert(stored).inserted else { continue }
            if let target = found[stored] {
                targets.append(target)
                continue
            }
            do {
                let same = Clause.comparison(index, .equal, stored)
                targets.append(try await Target.findOrCreate(where: same, defaults: make(value)).0)
            } catch {
                guard let member else { throw error }
                problems += try Self.items(of: error, at: "\(member)[\(place)]")
            }
        }
        guard problems.isEmpty else { throw ValidationError(items: problems) }
        try await set(targets, of: owner)
    }

    /// What is wrong with one value of a list.
    private static func items(of error: any Error, at path: String) throws -> [ValidationErrorItem] {
        switch error {
        case let error as ValidationError:
            return error.items.map { item in
                var item = item
                item.path = path
                return item
            }
        case is ValueTooLongError:
            return [ValidationErrorItem(message: "\(path) is too long", path: path, validatorKey: "len")]
        default: throw error
        }
    }

    /// The rows that hold these values, by their values.
    private func known(_ values: [Value], at index: Int) async throws -> [Value: Target] {
        let rows = try await Target.findAll { $0.add(.list(index, values, isNegated: false)) }
        return Dictionary(rows.map { ($0.encoded[index], $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A new row of the association.
    func scoped(_ target: Target) throws -> Target {
        guard !relation.scope.isEmpty else { return target }
        var (values, target) = (target.encoded, target)
        relation.scope.apply(to: &values)
        try target.take(values)
        return target
    }

    func keys(of targets: [Target]) -> [Value] {
        targets.map { $0.encoded[relation.targetColumn] }
    }
}
