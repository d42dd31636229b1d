extension Association {
    /// What `Loaded` holds, and what the association's `get` returns.
    func loadedType(_ target: Model) -> String {
        switch kind {
        case .belongsTo: target.swiftName + (allowNull ? "?" : "")
        case .hasOne: target.swiftName + "?"
        case .hasMany, .belongsToMany: "[\(target.swiftName)]"
        }
    }

    /// The property's name where it is declared or read bare; behind a dot it is `name`.
    var identifier: String { SwiftIdentifier.declared(name) }

    /// The line of the schema, for the model's comment: `belongsToMany Tag, through: PostTag`.
    var declaration: String {
        let detail = through.map { "through: \($0)" } ?? "foreignKey: \(foreignKey)"
        return SwiftText.comment("\(kind.rawValue) \(target), \(detail)")
    }
}

extension String {
    /// With its first letter in upper case, as it stands behind `get` or `set`.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
