/// What an association is, in names, for those who draw or document models.
package struct AssociationDescription: Sendable {
    /// Sequelize's word: `belongsTo`, `hasOne`, `hasMany` or `belongsToMany`.
    package let kind: String
    /// The model at the other end.
    package let target: any Model.Type
    /// The table between; nil where there is none.
    package let through: TableDefinition?
    /// The attribute that refers to the other end: the owner's for `belongsTo`, else the target's; in a table between, the
    /// one that refers to the owner.
    package let foreignKey: String
    /// In a table between, the attribute that refers to the target.
    package let otherKey: String?
}

extension Association {
    /// What it is, in names; nil when its columns are not there.
    package var description: AssociationDescription? {
        guard (try? relation.check()) != nil else { return nil }
        let (owner, target) = (relation.owner.attributes, relation.target.attributes)
        let isToOne = self is any ToOneAssociation
        if let through = relation.through {
            return AssociationDescription(
                kind: "belongsToMany", target: Target.self, through: through.table,
                foreignKey: through.table.attributes[through.ownerColumn].name,
                otherKey: through.table.attributes[through.targetColumn].name)
        }
        guard self is any OwningAssociation else {
            return AssociationDescription(
                kind: "belongsTo", target: Target.self, through: nil, foreignKey: owner[relation.ownerColumn].name,
                otherKey: nil)
        }
        return AssociationDescription(
            kind: isToOne ? "hasOne" : "hasMany", target: Target.self, through: nil,
            foreignKey: target[relation.targetColumn].name, otherKey: nil)
    }
}

extension Model {
    /// Its associations by their names, in the order in which they are declared.
    package static var describedAssociations: [(name: String, association: AssociationDescription)] {
        Mirror(reflecting: associations).children.compactMap { child in
            guard let name = child.label, let association = child.value as? any Association,
                let description = association.description
            else { return nil }
            return (name, description)
        }
    }
}
