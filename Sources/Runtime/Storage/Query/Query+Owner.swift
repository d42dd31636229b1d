extension Query {
    /// Asks for the rows at the other end of an association of one stored row, those of its scope only.
    ///
    /// ```swift
    /// let drafts = try await Post.findAll {
    ///     try $0.where(\.posts, of: user)
    ///     $0.where { $0.status == .draft }
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - association: an association of the owner.
    ///   - owner: a stored row.
    /// - Throws: ``ModelDefinitionError`` for an association whose columns are not there.
    public mutating func `where`<Owner: Model, A: Association>(
        _ association: KeyPath<Owner.Associations, A>, of owner: Owner
    ) throws where A.Owner == Owner, A.Target == M {
        conditions += try Owner.associations[keyPath: association].relation.conditions(of: owner)
    }
}
