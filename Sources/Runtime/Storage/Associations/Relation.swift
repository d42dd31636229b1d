/// Which columns lead from the owner of an association to its target, without their types.
public struct Relation: Sendable {
    /// A table between the two.
    struct Through: Sendable {
        let table: TableDefinition
        /// The column that holds the owner's key.
        let ownerColumn: Int
        /// The column that holds the target's key.
        let targetColumn: Int
        /// What else makes a row tie two rows of this association.
        let scope: RelationScope
    }

    let owner: TableDefinition
    let target: TableDefinition
    /// The owner's column that the target, or the table between, refers to; for belongsTo the foreign key itself.
    let ownerColumn: Int
    /// The target's column; for hasOne and hasMany the foreign key.
    let targetColumn: Int
    let through: Through?
    /// What else makes a target's row belong to the association.
    let scope: RelationScope
    /// Why it cannot work, found when the model was described.
    private let problem: String?

    /// An association by the names of its columns; a name left out is that of the primary key.
    @usableFromInline
    init(
        from owner: TableDefinition, _ ownerColumn: String?, to target: TableDefinition, _ targetColumn: String?,
        scope: [String: Value] = [:], through table: TableDefinition? = nil, _ throughOwner: String = "",
        _ throughTarget: String = "", throughScope: [String: Value] = [:]
    ) {
        var problem: String?
        func position(_ name: String?, _ table: TableDefinition) -> Int {
            if let found = name.map(table.position(of:)) ?? table.primaryKey.first { return found }
            problem =
                "an association from \(owner.model) to \(target.model): the model \(table.model) has no "
                + (name.map { "attribute \($0)" } ?? "primary key")
            return 0
        }
        self.owner = owner
        self.target = target
        self.ownerColumn = position(ownerColumn, owner)
        self.targetColumn = position(targetColumn, target)
        self.scope = RelationScope(scope) { position($0, target) }
        through = table.map { table in
            Through(
                table: table, ownerColumn: position(throughOwner, table), targetColumn: position(throughTarget, table),
                scope: RelationScope(throughScope) { position($0, table) })
        }
        self.problem = problem
    }

    /// Refuses a relation whose columns are not there.
    ///
    /// - Throws: ``ModelDefinitionError``.
    func check() throws {
        if let problem { throw ModelDefinitionError(problem) }
    }

    /// Whether its scopes bind values.
    var bindsValues: Bool { scope.bindsValues || through?.scope.bindsValues == true }

    /// Whether the target's column leads to one row at most, so that a join never doubles the owner.
    var isUnique: Bool {
        target.attributes[targetColumn].unique || target.primaryKey == [targetColumn]
    }
}
