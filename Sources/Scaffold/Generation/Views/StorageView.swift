extension View {
    /// `Models/Post+Storage.swift`: the machinery of a model.
    static func storage(_ model: Model, in index: SchemaIndex) throws -> View {
        let initial = model.columns.filter(\.isInitial)
        let assigned = model.associations.filter { $0.assign != nil }
        let readOnly = model.columns.filter { !$0.isWritable && $0.isInitial }
        let key = model.primaryKey.count > 1 ? model.primaryKey : []
        return [
            "type": model.swiftName,
            "table": SwiftText.literal(model.tableName),
            "model": SwiftText.literal(model.name),
            "noun": model.noun,
            "article": String(NameStyle.phraseWithArticle(model.singular).prefix { $0 != " " }),
            "newSummary": NameStyle.phraseWithArticle(model.singular).capitalizedFirst,
            "owner": model.swiftName,
            "columns": model.columns.enumerated().map { column($1, at: $0, of: model) },
            "uniqueMessages": model.uniqueMessages.map { message -> View in
                [
                    "attributes": message.attributes.map { SwiftText.literal($0) }.joined(separator: ", "),
                    "text": SwiftText.literal(message.text),
                ]
            },
            "hasAssociations": !model.associations.isEmpty,
            "cascades": (model.paranoid?.cascade ?? []).map { ".destroy(\\.\($0))" }.joined(separator: ", ").nonEmpty
                ?? false,
            "keyType": model.keyType ?? false,
            "hasCompositeKey": !key.isEmpty,
            "key": key.map { ["name": $0.identifier, "type": $0.propertyType] as View },
            "keyValues": key.map { "Value(\(SwiftIdentifier.declared($0.swiftName)))" }.joined(separator: ", "),
            "associations": try model.associations.map { try associationMethods($0, of: model, in: index) },
            "parameters": initial.map(\.parameter).joined(separator: ", "),
            "arguments": initial.map(\.argument).joined(separator: ", "),
            "hasDefaults": initial.contains { $0.parameter.contains(" = ") },
            "hasInitializer": !model.hasMemberwiseInitializer,
            "initial": model.columns.map { initialValue($0) }
                + model.associations.map { association -> View in
                    ["left": association.identifier, "right": ".notLoaded"]
                },
            "members": members(model.attributes.filter(\.isShown), model.associations.map(\.name)),
            "views": try projections(of: model, in: index),
            "isRestricted": !assigned.isEmpty || !readOnly.isEmpty,
            "assigns": assigned.compactMap(\.assign?.name).literals ?? false,
            "readOnly": readOnly.map(\.name).literals ?? false,
            "hasAssigned": !assigned.isEmpty,
            "assigned": try assigned.map { try assignedList($0, in: index) }.numbered(),
        ]
    }

    private static func column(_ attribute: Attribute, at place: Int, of model: Model) -> View {
        [
            "definition": attribute.tableDefinition,
            "name": attribute.identifier,
            "value": attribute.propertyType,
            "place": place,
            "rowProperty": SwiftIdentifier.inMethod(attribute.swiftName),
        ]
    }

    private static func initialValue(_ attribute: Attribute) -> View {
        if attribute.isInitial { return ["left": "self.\(attribute.swiftName)", "right": attribute.identifier] }
        return ["left": attribute.identifier, "right": attribute.startValue]
    }

    /// The members of a JSON object: shown columns, then what is loaded of associations.
    static func members(_ columns: [Attribute], _ associations: [String]) -> [View] {
        let names = columns.map { ($0.name, $0.swiftName) } + associations.map { ($0, $0) }
        return names.map { name, identifier in
            ["key": SwiftText.literal(name), "property": SwiftIdentifier.inMethod(identifier)]
        }
    }

    /// `tagNames` of `assign: {as: tagNames, by: name}`.
    private static func assignedList(_ association: Association, in index: SchemaIndex) throws -> View {
        guard let assign = association.assign else { return [:] }
        let matched = try index.target(of: association).attribute(named: assign.attribute)
        return [
            "title": SwiftText.comment(assign.name),
            "what": NameStyle.phrase(index.inflector.pluralize(assign.attribute)),
            "others": NameStyle.phrase(association.name),
            "name": SwiftIdentifier.declared(assign.name),
            "value": matched?.type.swiftType ?? "String",
            "key": SwiftText.literal(assign.name),
        ]
    }
}

extension Model {
    /// The type of the primary key, where that is no `Int`.
    fileprivate var keyType: String? {
        guard primaryKey.count < 2 else { return "Key" }
        guard let key = primaryKey.first?.type.swiftType, key != "Int" else { return nil }
        return key
    }
}

extension String {
    /// Itself, or nil where it is empty.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

extension [String] {
    /// `"tagNames", "labels"`; nil for none.
    fileprivate var literals: String? {
        isEmpty ? nil : map { SwiftText.literal($0) }.joined(separator: ", ")
    }
}
