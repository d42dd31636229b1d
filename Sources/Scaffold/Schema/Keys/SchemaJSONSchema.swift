/// The JSON Schema of schema.yml, for editors that complete and check while one types. It is made of the same tables
/// of keys that the reader goes by.
enum SchemaJSONSchema {
    /// Where the tool writes it, as the first line of schema.yml names it.
    static let path = ".scaffold/schema.json"

    /// The schema as text, of draft 7, which every editor's YAML service reads.
    static let text: String = {
        var lines = [
            "{",
            "  \"$schema\": \"http://json-schema.org/draft-07/schema#\",",
            "  \"title\": \"schema.yml of Scaffold\",",
            "  \"allOf\": [{\"$ref\": \"#/definitions/top\"}],",
            "  \"definitions\": {",
        ]
        lines += SchemaBlock.allCases.map(definition).joined(separator: ",\n").split(separator: "\n").map(String.init)
        return (lines + ["  }", "}"]).joined(separator: "\n") + "\n"
    }()

    private static func definition(_ block: SchemaBlock) -> String {
        let keys = block.keys.filter(\.entry.isThere)
        let properties = keys.map { key in
            "        \(JSONText.string(key.name)): {\"description\": \(JSONText.string(key.entry.summary))"
                + content(key.entry.shape) + "}"
        }
        let required = block == .top ? ",\n      \"required\": [\"name\"]" : ""
        return """
                \(JSONText.string(block.rawValue)): {
                  "type": "object",
                  "additionalProperties": false\(required),
                  "properties": {
            \(properties.joined(separator: ",\n"))
                  }
                }
            """
    }

    /// The members that say what a value has to be, each after a comma.
    private static func content(_ shape: Shape) -> String {
        let inner = members(shape)
        return inner.isEmpty ? "" : ", " + inner
    }

    private static func members(_ shape: Shape) -> String {
        switch shape {
        case .text: #""type": ["string", "number", "boolean"]"#
        case .flag: #""type": "boolean""#
        case .anything: ""
        case .number(let range): #""type": "integer", "minimum": \#(range.lowerBound), "maximum": \#(range.upperBound)"#
        case .word(let words): "\"enum\": [\(words.map(JSONText.string).joined(separator: ", "))]"
        case .list(let element): #""type": "array", "items": "# + object(element)
        case .map(let value): #""type": ["object", "null"], "additionalProperties": "# + object(value)
        case .block(let block): "\"allOf\": [{\"$ref\": \"#/definitions/\(block.rawValue)\"}]"
        case .either(let shapes): "\"anyOf\": [\(shapes.map(object).joined(separator: ", "))]"
        }
    }

    private static func object(_ shape: Shape) -> String { "{\(members(shape))}" }
}
