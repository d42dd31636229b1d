extension View {
    /// The methods that an association brings to its owner, and its line in `Associations`.
    static func associationMethods(_ association: Association, of model: Model, in index: SchemaIndex) throws -> View {
        let target = try index.target(of: association)
        let given = target.columns.filter { $0.isInitial && scopeValue(of: $0, by: association) == nil }
        let made = given.filter { !isSet($0, by: association) }
        let arguments = target.columns.filter(\.isInitial).map { attribute in
            if let value = scopeValue(of: attribute, by: association) { return "\(attribute.swiftName): \(value)" }
            return isSet(attribute, by: association)
                ? "\(attribute.swiftName): \(sourceKey(association, of: model))" : attribute.argument
        }
        let names = AssociationNames(association.name, inflector: index.inflector)
        let one = index.inflector.singularize(association.name)
        return [
            "owner": model.swiftName,
            "kind": association.kind.rawValue,
            "title": SwiftText.comment(association.name),
            "name": association.identifier,
            "bare": association.name,
            "rowProperty": SwiftIdentifier.inMethod(association.name),
            "Name": names.plural,
            "one": SwiftIdentifier.declared(one),
            "One": names.singular,
            "target": target.swiftName,
            "key": target.keySwiftType,
            "hasThrough": try throughModel(association, in: index) != nil,
            "through": try throughModel(association, in: index) ?? "",
            "loaded": association.loadedType(target),
            "find": association.allowNull ? "find" : "get",
            "definition": try definition(association, of: model, target, in: index),
            "belongsTo": association.kind == .belongsTo,
            "hasOne": association.kind == .hasOne,
            "isMany": association.isMany,
            "hasMany": association.kind == .hasMany,
            "belongsToMany": association.kind == .belongsToMany,
            "parameters": made.map(\.parameter).joined(separator: ", "),
            "arguments": arguments.joined(separator: ", "),
            "assign": assign(association, target, in: index) ?? false,
        ]
    }

    /// Whether the association itself gives a new value of its target this attribute.
    private static func isSet(_ attribute: Attribute, by association: Association) -> Bool {
        [.hasOne, .hasMany].contains(association.kind) && attribute.name == association.foreignKey
    }

    /// What the association's scope says of an attribute of its target, as Swift.
    private static func scopeValue(of attribute: Attribute, by association: Association) -> String? {
        guard association.through == nil else { return nil }
        return association.scope.first { $0.attribute == attribute.name }.flatMap { attribute.swiftValue($0.value) }
    }

    private static func sourceKey(_ association: Association, of model: Model) -> String {
        SwiftIdentifier.inMethod(model.attribute(named: association.sourceKey)?.swiftName ?? association.sourceKey)
    }

    /// The model of the table between, where it has attributes of its own that somebody may set.
    private static func throughModel(_ association: Association, in index: SchemaIndex) throws -> String? {
        guard let through = try association.through.map(index.model) else { return nil }
        let keys = [association.foreignKey, association.otherKey]
        let own = through.columns.filter { $0.isInitial && !$0.isPrimaryKey && !keys.contains($0.name) }
        return own.isEmpty ? nil : through.swiftName
    }

    /// `["kind": "post"]`
    private static func scope(_ association: Association, _ holder: Model) -> String {
        let values = association.scope.compactMap { value -> String? in
            guard let attribute = holder.attribute(named: value.attribute) else { return nil }
            return "\(SwiftText.literal(value.attribute)): \(attribute.boundValue(value.value))"
        }
        return "[\(values.joined(separator: ", "))]"
    }

    /// `BelongsToMany<Post, Tag>(\.tags, through: PostTag.self, foreignKey: "postId", otherKey: "tagId")`.
    private static func definition(
        _ association: Association, of model: Model, _ target: Model, in index: SchemaIndex
    ) throws -> String {
        var arguments = ["\\.\(association.name)"]
        if let through = association.through { arguments.append("through: \(try index.model(through).swiftName).self") }
        arguments.append("foreignKey: \(SwiftText.literal(association.foreignKey))")
        if let otherKey = association.otherKey { arguments.append("otherKey: \(SwiftText.literal(otherKey))") }
        if association.kind != .belongsTo, [association.sourceKey] != model.primaryKey.map(\.name) {
            arguments.append("sourceKey: \(SwiftText.literal(association.sourceKey))")
        }
        if [.belongsTo, .belongsToMany].contains(association.kind),
            [association.targetKey] != target.primaryKey.map(\.name)
        {
            arguments.append("targetKey: \(SwiftText.literal(association.targetKey))")
        }
        if !association.scope.isEmpty {
            let holder = try association.through.map(index.model) ?? target
            arguments.append("\(association.through == nil ? "scope" : "throughScope"): \(scope(association, holder))")
        }
        let type = association.kind.rawValue.capitalizedFirst
        return "\(type)<\(model.swiftName), \(target.swiftName)>(\(arguments.joined(separator: ", ")))"
    }

    /// `setTags(named:)`: the method that replaces what is associated by what has these values.
    private static func assign(_ association: Association, _ target: Model, in index: SchemaIndex) -> View? {
        guard let assign = association.assign, let attribute = target.attribute(named: assign.attribute) else {
            return nil
        }
        let values = SwiftIdentifier.declared(index.inflector.pluralize(attribute.swiftName))
        let one = NameStyle.phrase(index.inflector.singularize(association.name))
        let makes = assign.create && target.isMade(of: attribute) && association.kind == .belongsToMany
        return [
            "title": NameStyle.phrase(association.name),
            "what": NameStyle.phrase(attribute.name),
            "single": one,
            "unknown": "\(NameStyle.phraseWithArticle(attribute.name)) that no \(one) has "
                + (makes ? "makes a new one" : "is refused"),
            "label": assign.label,
            "labels": values,
            "value": attribute.type.swiftType,
            "attribute": attribute.swiftName,
            "map": attribute.allowNull ? "compactMap" : "map",
            "key": SwiftText.literal(assign.name),
            "makes": makes,
            "make": "\(target.swiftName)(\(attribute.swiftName): $0)",
        ]
    }
}

extension Model {
    /// Whether a new value needs nothing but this attribute.
    func isMade(of attribute: Attribute) -> Bool {
        columns.allSatisfy { $0.name == attribute.name || !$0.isInitial || !$0.isRequired }
    }
}

extension Model {
    /// The type of the primary key: `Int`, `UUID`, `UserBook.Key`.
    var keySwiftType: String {
        primaryKey.count == 1 ? primaryKey[0].type.swiftType : "\(swiftName).Key"
    }
}

extension Attribute {
    /// A value as it is bound to a statement: a literal of the runtime's `Value`.
    fileprivate func boundValue(_ value: DefaultValue) -> String {
        switch value {
        case .string(let text): SwiftText.literal(text)
        case .enumCase(let word):
            isStoredByNumber ? "\(type.enumCase(word)?.number ?? 0)" : SwiftText.literal(word)
        default: swiftValue(value) ?? "nil"
        }
    }
}

extension Association.Assign {
    /// `named`: how `setTags(named:)` reads for a name; `by` and the attribute otherwise.
    var label: String { attribute == "name" ? "named" : "by\(attribute.capitalizedFirst)" }
}
