import ScaffoldStorage
import ScaffoldValidation

extension SchemaBook {
    /// What a request's body may say of a model.
    ///
    /// - Parameter given: Attributes that it does not say, since the path does.
    mutating func body(
        of model: any Model.Type, for action: Operation.Action, without given: Set<String>
    ) -> JSONSchema {
        body(model, action, given)
    }

    private mutating func body<M: Model>(
        _ model: M.Type, _ action: Operation.Action, _ given: Set<String>
    ) -> JSONSchema {
        let input = model as? any InputModel.Type
        let readOnly = input?.readOnly ?? []
        let isNew = action == .create
        var members: [(String, JSONSchema)] = []
        var required: [String] = []
        for (place, attribute) in M.table.attributes.enumerated()
        where !attribute.isMade && !readOnly.contains(attribute.name) && !given.contains(attribute.name) {
            let rules = M.validations.rules(at: place)
            let takesNull = attribute.allowNull && !rules.contains { $0.key == "notNull" }
            var schema = Self.schema(of: attribute, rules)
            if takesNull { schema = schema.nullable }
            if isNew, let value = attribute.jsonDefault { schema["default"] = value }
            members.append((attribute.name, schema))
            if !takesNull, attribute.defaultValue == nil { required.append(attribute.name) }
        }
        for name in input?.assigns ?? [] { members.append((name, .array(of: .string))) }
        var schema = JSONSchema.object(members, required: isNew ? required : [])
        schema["additionalProperties"] = false
        return component(named: "\(M.self)\(isNew ? "Input" : "Update")", schema)
    }

    private static func schema(of attribute: TableDefinition.Attribute, _ rules: [NamedRule]) -> JSONSchema {
        var schema = JSONSchema(of: attribute)
        let trims = attribute.textRules.contains(.trim)
        for rule in rules { schema.apply(rule, trims: trims) }
        if rules.contains(where: { $0.key == "isImmutable" }) {
            schema["description"] = "It is set once and never changed."
        }
        if attribute.type == .password {
            schema["description"] = "At most 72 bytes in UTF-8, without the character NUL; no answer ever shows it."
        }
        return schema
    }
}
