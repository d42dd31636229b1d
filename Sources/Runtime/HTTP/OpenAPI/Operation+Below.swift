public import ScaffoldStorage

extension Operation {
    /// The same operation below a record of another model: `/users/:id/posts`. The path says whose the records are, so
    /// that no body does.
    ///
    /// ```swift
    /// routes.post("/users/:id/posts", .create(Post.self).below(\User.Associations.posts), users.createPost)
    /// ```
    ///
    /// - Parameter association: The association that leads from the record to these.
    public func below<A: Association>(_ association: KeyPath<A.Owner.Associations, A>) -> Operation {
        let association = A.Owner.associations[keyPath: association]
        return changed {
            $0.owner = A.Owner.self
            $0.errors.insert(404)
            if association is any OwningAssociation, let known = association.description, known.through == nil {
                $0.given.insert(known.foreignKey)
            }
        }
    }
}
