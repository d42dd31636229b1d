import ScaffoldStorage
import ScaffoldValidation

/// Makes values that a schema allows, for examples.
struct ExampleValue {
    /// The document's components, for what is referred to.
    let components: JSONObject

    /// A value.
    ///
    /// - Parameters:
    ///   - schema: What it is like.
    ///   - name: The member's name, which a text without rules repeats.
    func value(of schema: JSON, named name: String = "text") -> JSON {
        value(of: schema, named: name, depth: 0)
    }

    private func value(of schema: JSON, named name: String, depth: Int) -> JSON {
        guard depth < 8 else { return .null }
        if let reference = schema["$ref"].string {
            return value(of: components[Self.name(in: reference)] ?? [:], named: name, depth: depth + 1)
        }
        for keyword in ["default", "const"] where schema.object?[keyword] != nil { return schema[keyword] }
        if let example = schema["examples"].array?.first ?? schema["enum"].array?.first { return example }
        if let first = schema["anyOf"].array?.first { return value(of: first, named: name, depth: depth + 1) }
        let types = schema["type"].array ?? [schema["type"]]
        switch types.first?.string {
        case "object": return object(schema, depth)
        case "array": return [value(of: schema["items"], named: name, depth: depth + 1)]
        case "integer", "number": return number(schema)
        case "boolean": return true
        case "string": return .string(text(schema, name))
        default: return [:]
        }
    }

    private func object(_ schema: JSON, _ depth: Int) -> JSON {
        var object = JSONObject()
        for (name, member) in schema["properties"].object ?? JSONObject() {
            object[name] = value(of: member, named: name, depth: depth + 1)
        }
        return .object(object)
    }

    private func number(_ schema: JSON) -> JSON {
        let least = schema["minimum"].double ?? 0
        let step = schema["multipleOf"].double ?? 1
        let wanted = max(least, step > 1 ? step : 1)
        let number = min((wanted / step).rounded(.up) * step, schema["maximum"].double ?? .infinity)
        return Int(exactly: number).map(JSON.integer) ?? .double(number)
    }

    private func text(_ schema: JSON, _ name: String) -> String {
        if let text = schema["format"].string.flatMap({ Self.formats[$0] }) { return text }
        var text = Self.words(of: name)
        if let pattern = schema["pattern"].string, let match = Self.match(pattern, text) { text = match }
        if schema["contentEncoding"] == "base64" { text = "AAEC" }
        let least = schema["minLength"].int ?? 0
        while text.unicodeScalars.count < least { text += "a" }
        guard let most = schema["maxLength"].int, text.unicodeScalars.count > most else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(most)))
    }

    /// The text itself if the pattern finds it, otherwise one that it finds.
    private static func match(_ text: String, _ wanted: String) -> String? {
        guard let pattern = try? Pattern(text), !pattern.matches(wanted) else { return nil }
        guard let sample = try? PatternSample(text) else { return nil }
        return (0..<8).lazy.map { turn in sample.text { $0 > turn ? turn : 0 } }.first { pattern.matches($0) }
    }

    /// `firstName` as `First name`.
    private static func words(of name: String) -> String {
        let words = name.unicodeScalars.reduce(into: "") { text, scalar in
            let isNew = scalar.properties.isUppercase && !text.isEmpty
            text += isNew ? " \(scalar.properties.lowercaseMapping)" : "\(scalar)"
        }
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// The last piece of a reference.
    private static func name(in reference: String) -> String {
        String(reference.split(separator: "/").last ?? "")
    }

    private static let formats = [
        "email": "user@example.com", "date-time": "2026-11-20T09:30:00.000Z", "date": "2026-11-20",
        "uuid": "6f1c1e7e-3a0b-4d5e-9a43-0d9f8f2b7c11", "ipv4": "192.0.2.7", "ipv6": "2001:db8::7",
        "password": "correct horse",
    ]
}
