/// An association that is not loaded is left out of its object, name and all.
extension Loaded: JSONEncodable where Value: JSONEncodable {
    public var isPresent: Bool { isLoaded }

    public func encode(to json: inout JSONWriter) {
        switch self {
        case .loaded(let value): value.encode(to: &json)
        case .notLoaded: json.null()
        }
    }
}

extension Enumeration {
    /// Writes the word that the column holds.
    public func encode(to json: inout JSONWriter) { rawValue.encode(to: &json) }
}

/// A column of type `json`: the text, which is checked when it is read. It may be deeper than what strangers send.
extension JSON: ColumnValue {
    public static func decode(_ row: Row, at index: Int) throws -> JSON {
        do {
            return try JSON(parsing: row.cells.text(at: row.offset + index), depth: 512)
        } catch is JSONSyntaxError {
            throw row.mismatch(at: index, expected: "JSON")
        }
    }

    // `Value` alone would be that of the dictionary literal.
    public var value: ScaffoldStorage.Value { .text(description) }
}
