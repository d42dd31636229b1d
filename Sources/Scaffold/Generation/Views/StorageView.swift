extension View {
    /// `Models/Post+Storage.swift`: the machinery of a model.
    static func storage(_ model: Model, in index: SchemaIndex) throws -> View {
        let initial = model.columns.filter(\.isInitial)
        let assigned = model.associations.filter { $0.assign != nil }
        return [
            "type": model.swiftName,
            "table": SwiftText.literal(model.tableName),
            "model": SwiftText.literal(model.name),
            "noun": model.noun,
            "article": String(NameStyle.phraseWithArticle(model.singular).prefix { $0 != " " }),
            "newSummary": NameStyle.phraseWithArticle(model.singular).capitalizedFirst,
            "owner": model.swiftName,
            "columns": model.columns.enumerated().map { column($1, at: $0, of: model) },
            "associations": try model.associations.map { try associationMethods($0, of: model, in: index) },
            "parameters": initial.map(\.parameter).joined(separator: ", "),
            "arguments": initial.map(\.argument).joined(separator: ", "),
            "hasDefaults": initial.contains { $0.parameter.contains(" = ") },
            "initial": model.columns.map { initialValue($0) } + model.associations.map { association -> View in
                ["left": association.identifier, "right": ".notLoaded"]
            },
            "members": members(model.columns.filter(\.isShown), model.associations.map(\.name)),
            "views": try projections(of: model, in: index),
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
            "rowProperty": Schema.property(attribute.identifier, among: ["row"]),
            "valueProperty": Schema.property(attribute.identifier, among: ["values"]),
        ]
    }

    private static func initialValue(_ attribute: Attribute) -> View {
        let name = attribute.identifier
        if attribute.isInitial { return ["left": "self.\(name)", "right": name] }
        return ["left": name, "right": attribute.autoIncrement ? "0" : ".now"]
    }

    /// The members of a JSON object: shown columns, then what is loaded of associations.
    static func members(_ columns: [Attribute], _ associations: [String]) -> [View] {
        let names = columns.map { ($0.name, $0.identifier) } + associations.map { ($0, SwiftText.identifier($0)) }
        return names.map { name, identifier in
            ["key": SwiftText.literal(name), "property": Schema.property(identifier, among: ["json"])]
        }
    }

    /// `tagNames` of `assign: {as: tagNames, by: name}`.
    private static func assignedList(_ association: Association, in index: SchemaIndex) throws -> View {
        guard let assign = association.assign else { return [:] }
        let matched = try index.target(of: association).attribute(named: assign.attribute)
        return [
            "title": SwiftText.comment(assign.name),
            "what": NameStyle.phrase(Inflector().pluralize(assign.attribute)),
            "others": NameStyle.phrase(association.name),
            "name": SwiftText.identifier(assign.name),
            "value": matched?.type.swiftType ?? "String",
            "key": SwiftText.literal(assign.name),
        ]
    }
}
