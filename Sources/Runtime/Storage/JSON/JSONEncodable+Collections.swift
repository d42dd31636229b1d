/// nil is `null`.
extension Optional: JSONEncodable where Wrapped: JSONEncodable {
    @inlinable
    public func encode(to json: inout JSONWriter) {
        switch self {
        case .some(let value): value.encode(to: &json)
        case .none: json.null()
        }
    }

    @inlinable public var isPresent: Bool { self?.isPresent ?? true }
}

/// The bytes of a blob are written in Base64, as `Data` is.
extension Array: JSONEncodable where Element: JSONEncodable {
    @inlinable
    public func encode(to json: inout JSONWriter) {
        if Element.self == UInt8.self, let bytes = self as? [UInt8] { return json.base64(bytes) }
        json.array(self)
    }
}

/// An object; its members are sorted by name, so that the same value always gives the same text.
extension Dictionary: JSONEncodable where Key == String, Value: JSONEncodable {
    public func encode(to json: inout JSONWriter) {
        json.object {
            for (name, value) in sorted(by: { $0.key < $1.key }) { $0.member(named: name, value) }
        }
    }
}

extension JSON: JSONEncodable {
    public func encode(to json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .boolean(let value): value.encode(to: &json)
        case .integer(let value): value.encode(to: &json)
        case .double(let value): value.encode(to: &json)
        case .string(let value): value.encode(to: &json)
        case .array(let value): value.encode(to: &json)
        case .object(let value): value.encode(to: &json)
        }
    }
}

extension JSONObject: JSONEncodable {
    public func encode(to json: inout JSONWriter) {
        json.object {
            for (name, value) in self { $0.member(named: name, value) }
        }
    }
}
