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
        if let maximum { list["maxItems"] = .integer(maximum) }
        let clashes = words.filter { words.contains("-\($0)") }.map(Self.notBoth)
        if !clashes.isEmpty {
            list["uniqueItems"] = true
            list["allOf"] = .array(clashes)
        }
        return list
    }

    /// A list names a column upwards or downwards, not both.
    private static func notBoth(_ word: String) -> JSON {
        let both = [word, "-\(word)"].map { word -> JSON in ["contains": ["const": .string(word)]] }
        return ["not": ["allOf": .array(both)]]
    }

    private var value: JSONSchema {
        guard words.isEmpty else { return JSONSchema(["type": "string", "enum": .array(words.map(JSON.string))]) }
        var schema = type.map(Self.schema(of:)) ?? .string
        guard !isList else {
            // A comma begins the next value.
            if schema["type"] == "string", schema["format"] == nil, schema["pattern"] == nil {
                schema["pattern"] = "^[^,]+$"
            }
            return schema
        }
        let isText = schema["type"] == "string"
        if let minimum { schema[isText ? "minLength" : "minimum"] = .integer(minimum) }
        if let maximum { schema[isText ? "maxLength" : "maximum"] = .integer(maximum) }
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
