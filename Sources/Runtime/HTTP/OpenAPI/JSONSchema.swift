public import ScaffoldStorage

/// What JSON values are like, in the words of JSON Schema 2020-12, as OpenAPI 3.1 uses it.
///
/// ```swift
/// static let jsonSchema = JSONSchema(["type": "string", "pattern": "^[A-Z]{3}$", "examples": ["EUR"]])
/// ```
public struct JSONSchema: Equatable, Sendable {
    /// The keywords, in the order in which the document shows them.
    public var keywords: JSONObject

    /// - Parameter keywords: The schema as an object of JSON. Without any, every value is allowed.
    public init(_ keywords: JSON = [:]) {
        self.keywords = keywords.object ?? JSONObject()
    }

    /// The value of a keyword; setting nil removes it.
    public subscript(keyword: String) -> JSON? {
        get { keywords[keyword] }
        set { keywords[keyword] = newValue }
    }

    /// The schema as JSON.
    public var json: JSON { .object(keywords) }
}

extension JSONSchema {
    /// Any text.
    public static var string: JSONSchema { JSONSchema(["type": "string"]) }
    /// A number without a fraction.
    public static var integer: JSONSchema { JSONSchema(["type": "integer"]) }
    /// A number.
    public static var number: JSONSchema { JSONSchema(["type": "number"]) }
    /// `true` or `false`.
    public static var boolean: JSONSchema { JSONSchema(["type": "boolean"]) }

    /// A text of a form that has a name, such as `date-time`.
    public static func string(format: String) -> JSONSchema {
        JSONSchema(["type": "string", "format": .string(format)])
    }

    /// A text that a regular expression (of ECMAScript) finds.
    public static func string(pattern: String) -> JSONSchema {
        JSONSchema(["type": "string", "pattern": .string(pattern)])
    }

    /// A list whose elements are all alike.
    public static func array(of element: JSONSchema) -> JSONSchema {
        JSONSchema(["type": "array", "items": element.json])
    }

    /// An object.
    ///
    /// - Parameters:
    ///   - members: Its members by name, in their order.
    ///   - required: The names of those that are always there; all of them unless said.
    public static func object(_ members: KeyValuePairs<String, JSONSchema>, required: [String]? = nil) -> JSONSchema {
        object(members.map { ($0, $1) }, required: required ?? members.map(\.key))
    }

    static func object(_ members: [(String, JSONSchema)], required: [String]) -> JSONSchema {
        var properties = JSONObject()
        for (name, schema) in members { properties[name] = schema.json }
        var schema = JSONSchema(["type": "object", "properties": .object(properties)])
        if !required.isEmpty { schema["required"] = .array(required.map(JSON.string)) }
        return schema
    }

    /// A schema that stands among the document's components.
    static func reference(_ name: String) -> JSONSchema {
        JSONSchema(["$ref": .string("#/components/schemas/\(name)")])
    }

    /// The same, or null.
    public var nullable: JSONSchema {
        guard !keywords.isEmpty else { return self }
        guard let type = self["type"] else { return JSONSchema(["anyOf": [json, ["type": "null"]]]) }
        var schema = self
        let types = type.array ?? [type]
        if !types.contains("null") { schema["type"] = .array(types + ["null"]) }
        if let words = self["enum"]?.array, !words.contains(.null) { schema["enum"] = .array(words + [.null]) }
        return schema
    }

    /// The same with a rule more: a keyword that is there already holds too.
    mutating func require(_ keyword: String, _ value: JSON) {
        if let other = self[keyword], other != value {
            self["allOf"] = .array((self["allOf"]?.array ?? []) + [.object(JSONObject([keyword: value]))])
        } else {
            self[keyword] = value
        }
    }
}

extension JSONObject {
    init(_ members: [String: JSON]) {
        self.init()
        for (name, value) in members.sorted(by: { $0.key < $1.key }) { self[name] = value }
    }
}
