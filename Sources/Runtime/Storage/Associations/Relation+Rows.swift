extension Relation {
    /// A query of the rows at the other end of a stored owner.
    func targets<Owner: Model, Target: Model>(
        of owner: Owner, _ build: (inout Query<Target>) throws -> Void
    ) throws -> Query<Target> {
        try check()
        let key = owner.encoded[ownerColumn]
        var query = try Query<Target>(build)
        let condition = try query.throughCondition(of: self)
        query.through = []
        if let through {
            query.conditions.insert(.linked(through, to: key, on: targetColumn, where: condition), at: 0)
        } else {
            query.conditions.insert(.comparison(targetColumn, .equal, key), at: 0)
        }
        return query
    }

    /// The rows at the other end of a stored owner, in a shape that may hold columns of the table between.
    func rows<Owner: Model, Target: Model, Record>(
        _ query: Query<Target>, _ shape: Shape<Record>, of owner: Owner
    ) async throws -> [Record] {
        try check()
        let key = owner.encoded[ownerColumn]
        return try await query.read { try $0.rows(query, shape, of: self, [key]).0 }
    }

    /// Whether all of these rows are at the other end of a stored owner.
    func has<Owner: Model, Target: Model>(_ targets: [Target], of owner: Owner) async throws -> Bool {
        let key = try Target.table.singleKey()
        let wanted = Set(targets.map { $0.encoded[key] })
        let query: Query<Target> = try self.targets(of: owner) { $0.add(.list(key, Array(wanted), isNegated: false)) }
        return try await Target.count(query) == wanted.count
    }

    /// Makes rows refer to an owner, for hasOne and hasMany; the rules are not asked, since the key is a stored one.
    ///
    /// - Parameter alone: whether the rows that refer to the owner besides are made to refer to none.
    func give<Owner: Model, Target: Model>(_ rows: [Target], to owner: Owner, alone: Bool) async throws {
        try check()
        let key = owner.encoded[ownerColumn]
        let primaryKey = try target.singleKey()
        let keys = rows.map { $0.encoded[primaryKey] }
        try await database.writingAll { writer in
            if alone {
                let others = Clause.list(primaryKey, keys, isNegated: true)
                try release(.and([.comparison(targetColumn, .equal, key), others]), writer)
            }
            try refer(.list(primaryKey, keys, isNegated: false), to: key, writer)
        }
    }

    /// Makes those of the rows that refer to an owner refer to none.
    func take<Owner: Model, Target: Model>(_ rows: [Target], from owner: Owner) async throws {
        try check()
        let primaryKey = try target.singleKey()
        let isOneOfThem = Clause.list(primaryKey, rows.map { $0.encoded[primaryKey] }, isNegated: false)
        let isOwners = Clause.comparison(targetColumn, .equal, owner.encoded[ownerColumn])
        try await database.writingAll { try release(.and([isOwners, isOneOfThem]), $0) }
    }

    private func release(_ condition: Clause, _ writer: Writer) throws {
        let attribute = target.attributes[targetColumn]
        if attribute.allowNull { return try refer(condition, to: .null, writer) }
        guard try writer.exists(target, where: condition) else { return }
        throw QueryError(
            "\(target.model).\(attribute.name) cannot be null, so a \(target.model) cannot be taken away from its "
                + "\(owner.model): destroy it or give it to another one")
    }

    private func refer(_ condition: Clause, to key: Value, _ writer: Writer) throws {
        var draft = Draft(target)
        draft.set(targetColumn, key)
        draft.touch()
        try writer.update(draft, where: condition)
    }

    /// Stores a new row with the owner's key in its foreign key, for hasOne and hasMany.
    func create<Owner: Model, Target: Model>(_ row: Target, referringTo owner: Owner) async throws -> Target {
        try check()
        var values = row.encoded
        values[targetColumn] = owner.encoded[ownerColumn]
        return try await Target.create(Target(row: Row(values: Values(values))))
    }
}
