extension Relation {
    /// A query of the rows at the other end of a stored owner.
    func targets<Owner: Model, Target: Model>(
        of owner: Owner, _ build: (inout Query<Target>) throws -> Void
    ) throws -> Query<Target> {
        try check()
        let key = owner.encoded[ownerColumn]
        var query = Query<Target>()
        if let through {
            query.add(.linked(through, to: key, on: targetColumn))
        } else {
            query.add(.comparison(targetColumn, .equal, key))
        }
        try build(&query)
        return query
    }

    /// Whether all of these rows are at the other end of a stored owner.
    func has<Owner: Model, Target: Model>(_ targets: [Target], of owner: Owner) async throws -> Bool {
        let key = try Target.table.singleKey()
        let wanted = Set(targets.map { $0.encoded[key] })
        let query: Query<Target> = try self.targets(of: owner) { $0.add(.list(key, Array(wanted), isNegated: false)) }
        return try await Target.count(query) == wanted.count
    }

    /// Writes the foreign key of rows at the other end, for hasOne and hasMany.
    func refer<Target: Model>(_ rows: [Target], to key: Value, only condition: Condition? = nil) async throws {
        guard !rows.isEmpty else { return }
        let attribute = target.attributes[targetColumn]
        if key == .null, !attribute.allowNull {
            throw QueryError(
                "\(target.model).\(attribute.name) cannot be null, so a \(target.model) cannot be taken away from its "
                    + "\(owner.model): destroy it or give it to another one")
        }
        let primaryKey = try target.singleKey()
        let isOneOfThem = Condition.list(primaryKey, rows.map { $0.encoded[primaryKey] }, isNegated: false)
        var changes = Changes<Target>()
        changes.set(index: targetColumn, key)
        _ = try await Target.update(changes, where: Condition.all([isOneOfThem] + (condition.map { [$0] } ?? [])))
    }

    /// Stores a new row with the owner's key in its foreign key, for hasOne and hasMany.
    func create<Owner: Model, Target: Model>(_ row: Target, referringTo owner: Owner) async throws -> Target {
        try check()
        var values = row.encoded
        values[targetColumn] = owner.encoded[ownerColumn]
        return try await Target.create(Target(row: Row(values: Values(values))))
    }
}

extension Model {
    /// Whether two values have the same primary key.
    func isSameRow(as other: Self) -> Bool {
        let left = encoded
        let right = other.encoded
        return Self.table.primaryKey.allSatisfy { left[$0] == right[$0] }
    }
}
