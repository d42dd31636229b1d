extension Relation {
    /// A query of the rows at the other end of a stored owner.
    func targets<Owner: Model, Target: Model>(
        of owner: Owner, _ build: (inout Query<Target>) throws -> Void
    ) throws -> Query<Target> {
        var query = try Query<Target>(build)
        let condition = try query.throughCondition(of: self)
        query.through = []
        query.conditions.insert(contentsOf: try conditions(of: owner, through: condition), at: 0)
        return query
    }

    /// What holds for the rows at the other end of a stored owner.
    ///
    /// - Parameter condition: what must hold for the row of the table between.
    func conditions<Owner: Model>(of owner: Owner, through condition: Clause? = nil) throws -> [Clause] {
        try check()
        let key = owner.encoded[ownerColumn]
        let tie =
            through.map { Clause.linked($0, to: key, on: targetColumn, where: condition) }
            ?? .comparison(targetColumn, .equal, key)
        return [tie] + scope.conditions
    }

    /// The rows at the other end of a stored owner, in a shape that may hold columns of the table between.
    func rows<Owner: Model, Target: Model, Record>(
        _ query: Query<Target>, _ shape: Shape<Record>, of owner: Owner
    ) async throws -> [Record] {
        try check()
        let key = owner.encoded[ownerColumn]
        return try await query.read { try $0.rows(query, shape, of: self, [key]).0.take() }
    }

    /// Whether all rows with these primary keys are at the other end of a stored owner.
    func has<Owner: Model, Target: Model>(
        _ keys: [[Value]], _ model: Target.Type, of owner: Owner
    ) async throws -> Bool {
        let wanted = Set(keys)
        guard !wanted.isEmpty else { return true }
        let query: Query<Target> = try targets(of: owner) { $0.add(target.rows(withKeys: Array(wanted))) }
        return try await Target.count(query) == wanted.count
    }

    /// Makes rows refer to an owner, for hasOne and hasMany; the rules are not asked, since the key is a stored one.
    ///
    /// - Parameters:
    ///   - keys: the rows' primary keys.
    ///   - alone: whether the rows that refer to the owner besides are made to refer to none.
    func give<Owner: Model>(_ keys: [[Value]], to owner: Owner, alone: Bool) async throws {
        try check()
        let key = owner.encoded[ownerColumn]
        let these = target.rows(withKeys: keys)
        try await database.writingAll { writer in
            if alone { try release(areOwners(key) + [.not(these)], writer) }
            guard !keys.isEmpty else { return }
            var draft = Draft(target)
            draft.set(targetColumn, key)
            scope.apply(to: &draft)
            try write(draft, where: these, writer)
        }
    }

    /// Makes those of the rows that refer to an owner refer to none.
    func take<Owner: Model>(_ keys: [[Value]], from owner: Owner) async throws {
        try check()
        guard !keys.isEmpty else { return }
        let conditions = areOwners(owner.encoded[ownerColumn]) + [target.rows(withKeys: keys)]
        try await database.writingAll { try release(conditions, $0) }
    }

    private func areOwners(_ key: Value) -> [Clause] {
        [.comparison(targetColumn, .equal, key)] + scope.conditions
    }

    private func release(_ conditions: [Clause], _ writer: Writer) throws {
        let attribute = target.attributes[targetColumn]
        guard attribute.allowNull else {
            guard try writer.exists(target, where: .and(conditions)) else { return }
            throw QueryError(
                "\(target.model).\(attribute.name) cannot be null, so a \(target.model) cannot be taken away from its "
                    + "\(owner.model): destroy it or give it to another one")
        }
        var draft = Draft(target)
        draft.set(targetColumn, .null)
        try write(draft, where: .and(conditions), writer)
    }

    private func write(_ draft: Draft, where condition: Clause, _ writer: Writer) throws {
        var draft = draft
        draft.touch()
        try writer.update(draft, adding: target.nextVersion, where: condition)
    }

    /// A new row with the owner's key in its foreign key, for hasOne and hasMany.
    func referring<Owner: Model, Target: Model>(_ row: Target, to owner: Owner) throws -> Target {
        try check()
        var values = row.encoded
        values[targetColumn] = owner.encoded[ownerColumn]
        scope.apply(to: &values)
        var row = row
        try row.take(values)
        return row
    }
}

extension Model {
    /// The values of the columns of a primary key.
    static func values(of key: PrimaryKey) -> [Value] { key.keyValues }

    /// The values of this row's primary key.
    ///
    /// - Throws: ``ModelDefinitionError`` when there is none.
    func primaryKeyValues() throws -> [Value] {
        guard !Self.table.primaryKey.isEmpty else {
            throw ModelDefinitionError("\(Self.table.model) has no primary key, so its rows cannot be told apart")
        }
        let values = encoded
        return Self.table.primaryKey.map { values[$0] }
    }
}
