extension View {
    /// `Models/Post.swift`: what people read and edit of a model.
    static func model(_ model: Model, in index: SchemaIndex) throws -> View {
        let validations = model.columns.filter { !$0.rules.isEmpty }
        let virtual = model.attributes.filter(\.isVirtual)
        return [
            "type": model.swiftName,
            "summary": SwiftText.comment(
                "\(NameStyle.phraseWithArticle(model.singular).capitalizedFirst): table `\(model.tableName)`."),
            "attributes": model.columns.map { attribute -> View in
                [
                    "name": attribute.identifier,
                    "type": attribute.propertyType,
                    "value": propertyValue(of: attribute, model) ?? false,
                    "comment": attribute.comment.map(SwiftText.comment) ?? false,
                ]
            },
            "hasAssociations": !model.associations.isEmpty,
            "associations": try model.associations.map { association -> View in
                [
                    "declaration": association.declaration,
                    "name": association.identifier,
                    "loaded": association.loadedType(try index.target(of: association)),
                ]
            },
            "hasValidations": !validations.isEmpty,
            "validations": validations.map { attribute -> View in
                ["name": attribute.swiftName, "rules": attribute.rules.joined(separator: ", ")]
            },
            "virtual": virtual.map { attribute -> View in
                [
                    "name": attribute.identifier, "type": attribute.propertyType,
                    "value": attribute.allowNull ? "nil" : attribute.type.blankValue ?? "nil",
                    "comment": attribute.comment.map(SwiftText.comment)
                        ?? "Virtual: worked out, in no column; yours to write.",
                ]
            },
            "scopes": try ((model.defaultScope.map { [$0] } ?? []) + model.scopes).map {
                try scope($0, of: model, in: index)
            },
            "enums": model.attributes.compactMap { enumeration(of: model, $0) },
        ]
    }

    /// What the property begins with, where Swift's own initialiser is the model's; an optional begins with nil anyway.
    private static func propertyValue(of attribute: Attribute, _ model: Model) -> String? {
        guard model.hasMemberwiseInitializer, attribute.initialValue != "nil" else { return nil }
        return attribute.initialValue
    }

    private static func enumeration(of model: Model, _ attribute: Attribute) -> View? {
        guard case .enum(let typeName, let cases) = attribute.type else { return nil }
        let numbers = cases.filter { $0.number != nil }
        return [
            "owner": "\(model.swiftName).\(attribute.swiftName)",
            "name": typeName,
            "cases": cases.map { one in
                let name = SwiftIdentifier.declared(one.swiftName)
                return one.swiftName == one.value ? name : "\(name) = \(SwiftText.literal(one.value))"
            },
            "kind": numbers.isEmpty
                ? "Enumeration" : attribute.isStoredByNumber ? "StoredByNumber" : "NumberedEnumeration",
            "hasNumbers": !numbers.isEmpty,
            "numbers": numbers.map { one -> View in
                ["name": one.swiftName, "number": SwiftText.literal(one.number ?? 0)]
            },
        ]
    }
}
