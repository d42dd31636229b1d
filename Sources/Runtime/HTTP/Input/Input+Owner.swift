public import ScaffoldStorage
import ScaffoldValidation

extension Input {
    /// Makes a new record one of an owner's, as a nested path says: it gets the owner's key, and what the association's
    /// scope says. A body that says something else of these attributes is refused.
    ///
    /// ```swift
    /// // POST /users/:id/posts
    /// var input = try await request.input(for: Post.self)
    /// try input.belong(to: user, by: \.posts)
    /// let post = try await Post.create(input)
    /// ```
    ///
    /// - Parameters:
    ///   - owner: A stored record.
    ///   - association: An association of the owner.
    /// - Throws: `ModelDefinitionError` for an association whose columns are not there. What is wrong with the body is not
    ///   thrown: `create` and `update` tell it.
    public mutating func belong<Owner: Model, A: OwningAssociation>(
        to owner: Owner, by association: KeyPath<Owner.Associations, A>
    ) throws where A.Owner == Owner, A.Target == Record {
        let given = try Owner.associations[keyPath: association].given(by: owner).changes.values
        for (index, value) in given.sorted(by: { $0.key < $1.key }) {
            if let said = changes.values[index], said != value {
                let name = Record.table.attributes[index].name
                problems.append(
                    ValidationErrorItem(
                        message: "\(name) is said by the path; leave it out", path: name, validatorKey: "path"))
            }
            changes.set(index: index, value)
        }
    }
}
