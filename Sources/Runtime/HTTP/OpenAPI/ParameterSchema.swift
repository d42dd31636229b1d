import ScaffoldStorage

extension ParameterDescription {
    /// The parameter of a query, in OpenAPI's words. An empty value counts as an absent one.
    var openAPI: JSON {
        var parameter: JSONObject = JSONObject()
        parameter["name"] = .string(name)
        parameter["in"] = "query"
        if !description.isEmpty { parameter["description"] = .string(description) }
        if isList {
            parameter["style"] = "form"
            parameter["explode"] = false
        }
        parameter["schema"] = schema.json
        return .object(parameter)
    }

    private var schema: JSONSchema {
        guard isList else { return value }
        var list = JSONSchema.array(of: value)
        list["minItems"] = 1
        list["maxItems"] = .integer(maximum ?? 100)
        return list
    }

    private var value: JSONSchema {
        var schema = words.isEmpty ? type.map(Self.schema(of:)) ?? .string : JSONSchema(["type": "string"])
        if !words.isEmpty { schema["enum"] = .array(words.map(JSON.string)) }
        guard !isList else { return schema }
        if let minimum { schema["minimum"] = .integer(minimum) }
        if let maximum { schema["maximum"] = .integer(maximum) }
        return schema
    }

    /// What a text in a URL may say of a column: as in a body, without limits of length.
    private static func schema(of type: ColumnType) -> JSONSchema {
        switch type {
        case .string, .text, .char, .password, .json, .blob: .string
        default: JSONSchema(of: type)
        }
    }
}
