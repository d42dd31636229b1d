import ScaffoldStorage

/// The schemas of the types that a document mentions: those with a name stand once, among its components.
struct SchemaBook {
    /// The components, in the order in which they were mentioned.
    private(set) var components = JSONObject()
    private var names: [ObjectIdentifier: String] = [:]

    /// What values of a type are like.
    ///
    /// - Parameter outline: What one of them is made of, where that is known.
    mutating func schema(of type: Any.Type, outline: JSONOutline? = nil) -> JSONSchema {
        if let name = names[ObjectIdentifier(type)] { return .reference(name) }
        switch type {
        case let type as any JSONSchemaConvertible.Type: return own(type)
        case let type as any OptionalSchema.Type: return schema(of: type.wrapped, outline: outline).nullable
        case let type as any LoadedSchema.Type: return schema(of: type.loaded, outline: outline)
        case let type as any ListSchema.Type:
            return type.element == UInt8.self ? bytes : .array(of: schema(of: type.element))
        case let type as any MapSchema.Type:
            return JSONSchema(["type": "object", "additionalProperties": schema(of: type.value).json])
        case let type as any Enumeration.Type: return component(type) { _ in Self.words(of: type) }
        default: break
        }
        guard let outline = outline ?? Self.outline(of: type) else { return JSONSchema() }
        return component(type) { $0.object(outline) }
    }

    /// Adds a component.
    ///
    /// - Returns: A reference to it. One that is there already under this name, and says the same, is used again.
    mutating func component(named name: String, _ schema: JSONSchema) -> JSONSchema {
        if components[name] == schema.json { return .reference(name) }
        let name = unused(name)
        components[name] = schema.json
        return .reference(name)
    }

    private mutating func component(_ type: Any.Type, _ make: (inout SchemaBook) -> JSONSchema) -> JSONSchema {
        let name = unused(Self.name(of: type))
        names[ObjectIdentifier(type)] = name
        components[name] = [:]
        components[name] = make(&self).json
        return .reference(name)
    }

    /// Objects that describe themselves are components, plain values are not.
    private mutating func own(_ type: any JSONSchemaConvertible.Type) -> JSONSchema {
        let schema = type.jsonSchema
        return schema["properties"] == nil ? schema : component(type) { _ in schema }
    }

    private mutating func object(_ outline: JSONOutline) -> JSONSchema {
        let members = outline.members.map { member -> (String, JSONSchema) in
            if let type = member.type { return (member.name, schema(of: type, outline: member.outline)) }
            return (member.name, member.outline.map { object($0) } ?? JSONSchema())
        }
        return .object(members, required: members.map(\.0))
    }

    private var bytes: JSONSchema { JSONSchema(["type": "string", "contentEncoding": "base64"]) }

    private func unused(_ name: String) -> String {
        guard components[name] != nil else { return name }
        return (2...).lazy.map { "\(name)\($0)" }.first { components[$0] == nil } ?? name
    }
}

extension SchemaBook {
    /// `PostView.Author` for a type of that name, without its module; only characters that a component's name may have.
    private static func name(of type: Any.Type) -> String {
        let whole = String(reflecting: type)
        let name = whole.split(separator: ".").dropFirst().filter { !$0.hasPrefix("(") }.joined(separator: ".")
        let safe = (name.isEmpty ? whole : name).unicodeScalars.map { scalar -> Character in
            let isSafe = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            return isSafe || ".-_".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
        }
        return String(safe)
    }

    private static func words<E: Enumeration>(of type: E.Type) -> JSONSchema {
        let words = type.allCases.map { JSON.string($0.rawValue) }
        guard let type = type as? any NumberedEnumeration.Type else {
            return JSONSchema(["type": "string", "enum": .array(words)])
        }
        let numbers = type.numbers.map { JSON.integer($0) }
        return JSONSchema(["type": "integer", "enum": .array(numbers), "x-enum-varnames": .array(words)])
    }

    /// What a record of a type is made of; nil where none can be made, or where it is no object.
    private static func outline(of type: Any.Type) -> JSONOutline? {
        let blank: (any Sendable)? =
            switch type {
            case let type as any Model.Type: try? type.blank()
            case let type as any Projection.Type: try? type.blank()
            default: nil
            }
        return (blank as? any JSONEncodable).flatMap { JSONOutline(of: $0) }
    }
}

// Types made of others, whatever those are.

private protocol OptionalSchema { static var wrapped: Any.Type { get } }
private protocol LoadedSchema { static var loaded: Any.Type { get } }
private protocol ListSchema { static var element: Any.Type { get } }
private protocol MapSchema { static var value: Any.Type { get } }

extension Optional: OptionalSchema { fileprivate static var wrapped: Any.Type { Wrapped.self } }
extension Loaded: LoadedSchema { fileprivate static var loaded: Any.Type { Value.self } }
extension Array: ListSchema { fileprivate static var element: Any.Type { Element.self } }
extension Dictionary: MapSchema { fileprivate static var value: Any.Type { Value.self } }
