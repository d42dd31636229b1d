// Rows of the table between that hold more than the two keys.
extension BelongsToMany {
    /// Ties these rows to the owner, and no others, by rows between that hold these values; those that are there
    /// already are changed to them.
    ///
    /// - Parameter values: attributes of the table between but the two keys.
    /// - Throws: ``QueryError`` for the values of another model than that of the table between, ``ValidationError``.
    public func set<Through: Model>(
        _ targets: [Target], of owner: Owner, through values: Changes<Through>
    ) async throws {
        try await links(owner, values).set(keys(of: targets))
    }

    /// Ties these rows to the owner too, by rows between that hold these values; those that are there already are
    /// changed to them.
    ///
    /// ```swift
    /// var tagging = Changes<PostTag>()
    /// tagging.position = .value(1)
    /// try await Post.associations.tags.add([tag], to: post, through: tagging)
    /// ```
    public func add<Through: Model>(
        _ targets: [Target], to owner: Owner, through values: Changes<Through>
    ) async throws {
        try await links(owner, values).add(keys(of: targets))
    }

    /// The same for rows with these primary keys.
    public func add<Through: Model>(
        keys: [Target.PrimaryKey], to owner: Owner, through values: Changes<Through>
    ) async throws {
        try await links(owner, values).add(relation.targetValues(keys, Target.self))
    }

    /// Stores a new row and ties it to the owner by a row between that holds these values: both or neither.
    public func create<Through: Model>(
        _ target: Target, of owner: Owner, through values: Changes<Through>
    ) async throws -> Target {
        try await database.transaction {
            let created = try await Target.create(scoped(target))
            try await add([created], to: owner, through: values)
            return created
        }
    }

    private func links<Through: Model>(_ owner: Owner, _ values: Changes<Through>) async throws -> Links {
        guard let table = relation.through?.table, table.name == Through.table.name else {
            throw QueryError(
                "\(Through.table.model) is not the model of the table between \(relation.owner.model) and "
                    + "\(relation.target.model)\(relation.through.map { ": that is \($0.table.model)" } ?? "")")
        }
        var draft = Draft(new: values)
        try await draft.validate(Through.validations)
        try await draft.hashPasswords()
        return try Links(relation, owner: owner, values: draft)
    }
}
