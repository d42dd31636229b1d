import ScaffoldStorage

extension JSONSchema {
    /// What these values have in common: members that all objects have are required.
    init(inferredFrom values: [JSON]) {
        let types = values.map(Self.type(of:)).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        switch types.filter({ $0 != "null" }) {
        case ["object"]: self = Self.object(of: values.compactMap(\.object))
        case ["array"]: self = .array(of: JSONSchema(inferredFrom: values.flatMap { $0.array ?? [] }))
        case let others where others.count == 1: self.init(["type": .string(others[0])])
        default: self.init()
        }
        if types.contains("null") { self = nullable }
    }

    private static func object(of objects: [JSONObject]) -> JSONSchema {
        let names = objects.flatMap(\.names).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return .object(
            names.map { name in (name, JSONSchema(inferredFrom: objects.compactMap { $0[name] })) },
            required: names.filter { name in objects.allSatisfy { $0[name] != nil } })
    }

    private static func type(of value: JSON) -> String {
        switch value {
        case .null: "null"
        case .boolean: "boolean"
        case .integer: "integer"
        case .double: "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
