extension OwningAssociation {
    /// What a new row at the other end holds because of its owner: the owner's key, unless a table between holds that,
    /// and what the association's scope says.
    ///
    /// - Throws: ``ModelDefinitionError`` for an association whose columns are not there.
    package func given(by owner: Owner) throws -> Changes<Target> {
        let relation = try relation.checked()
        var draft = Draft(Target.table)
        if relation.through == nil { draft.set(relation.targetColumn, owner.encoded[relation.ownerColumn]) }
        relation.scope.apply(to: &draft)
        var changes = Changes<Target>()
        for column in draft.columns { changes.set(index: column, draft.values[column]) }
        return changes
    }
}
