extension RandomSchema {
    /// The text of schema.yml.
    var yaml: String {
        var lines = ["name: \(name)", "database: sqlite", "api: {prefix: /api}", "models:"]
        for model in models { lines += model.yaml }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension RandomSchema.Model {
    fileprivate var yaml: [String] {
        var lines = ["  \(name):"]
        lines += options.map { "    \($0)" }
        if !attributes.isEmpty { lines.append("    attributes:") }
        lines += attributes.map { "      \($0.name): \($0.yaml)" }
        if !associations.isEmpty { lines.append("    associations:") }
        lines += associations.map { "      \($0.name): {\($0.yaml)}" }
        if !indexes.isEmpty {
            lines.append("    indexes:")
            lines += indexes.map { "      - [\($0.joined(separator: ", "))]" }
        }
        if !scopes.isEmpty {
            lines.append("    scopes:")
            lines += scopes.compactMap { scope in
                attributes.first { $0.name == scope.attribute }.map {
                    "      \(scope.name): {where: {\($0.name): \($0.type.value ?? "1")}}"
                }
            }
        }
        let words = routes.yaml
        if routes.isOff {
            lines.append("    routes: false")
        } else if !words.isEmpty {
            lines.append("    routes:")
            lines += words.map { "      \($0)" }
        }
        // A model may be empty, and a mapping may not.
        return lines.count == 1 ? ["  \(name): {}"] : lines
    }
}

extension RandomSchema.Attribute {
    /// The short form where it says everything, else a mapping.
    fileprivate var yaml: String {
        let value = hasDefault ? type.value : nil
        if !isRuled, comment == nil {
            let modifiers =
                (isUnique ? [" unique"] : []) + (isIndexed ? [" index"] : []) + (isTrimmed ? [" trim"] : [])
                + (value.map { [" =\($0)"] } ?? [])
            return "\"\(type.written)\(isRequired ? "!" : "")\(modifiers.joined())\""
        }
        var options = ["type: \"\(type.written)\""]
        if isRequired { options.append("allowNull: false") }
        if isUnique { options.append("unique: true") }
        if isIndexed { options.append("index: true") }
        if isTrimmed { options.append("trim: true") }
        if let value { options.append("defaultValue: \(value)") }
        if isRuled, let rule = type.rule { options.append("validate: {\(rule)}") }
        if let comment { options.append("comment: \"\(comment)\"") }
        return "{\(options.joined(separator: ", "))}"
    }
}

extension RandomSchema.Association {
    fileprivate var yaml: String {
        var words: [String]
        switch kind {
        case .belongsTo: words = ["belongsTo: \(target)"]
        case .hasMany: words = ["hasMany: \(target)"]
        case .hasOne: words = ["hasOne: \(target)"]
        case .belongsToMany(let through): words = ["belongsToMany: \(target)", "through: \(through)"]
        }
        if let foreignKey { words.append("foreignKey: \(foreignKey)") }
        if isRequired { words.append("allowNull: false") }
        if cascades { words.append("onDelete: CASCADE") }
        return words.joined(separator: ", ")
    }
}

extension RandomSchema.Routes {
    fileprivate var yaml: [String] {
        func list(_ name: String, _ items: [String]) -> [String] {
            items.isEmpty ? [] : ["\(name): [\(items.joined(separator: ", "))]"]
        }
        return (except.map { ["except: [\($0)]"] } ?? []) + list("include", include) + list("filter", filter)
            + list("search", search) + (order.map { ["order: [-\($0)]"] } ?? [])
            + (limit.map { ["limit: \($0)"] } ?? [])
    }
}
