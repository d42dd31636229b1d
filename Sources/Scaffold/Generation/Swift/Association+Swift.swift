extension Association {
    /// What `Loaded` holds, and what the association's `get` returns.
    func loadedType(_ target: Model) -> String {
        switch kind {
        case .belongsTo: target.swiftName + (allowNull ? "?" : "")
        case .hasOne: target.swiftName + "?"
        case .hasMany, .belongsToMany: "[\(target.swiftName)]"
        }
    }

    var identifier: String { SwiftText.identifier(name) }
    var one: String { Inflector().singularize(name) }
    var capitalized: String { name.capitalizedFirst }

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

extension Schema {
    /// `self.` where a property would be mistaken for one of the names that the code around it uses.
    static func property(_ identifier: String, among locals: Set<String>) -> String {
        locals.contains(identifier) ? "self.\(identifier)" : identifier
    }
}
