import ScaffoldStorage

extension Listing {
    /// What the answer of a list is like.
    ///
    /// - Parameter rows: What its records are like.
    func answer(_ rows: JSONSchema, in envelope: Envelope) -> JSONSchema {
        guard let name = envelope.many else { return rows }
        var members: [(String, JSONSchema)] = envelope.success ? [("success", .true)] : []
        members += [(name, rows), ("pagination", Self.pagination)]
        return .object(members, required: members.map(\.0))
    }

    /// The headers that say what stands beside the records, where they stand by themselves.
    func headers(in envelope: Envelope) -> [String] {
        envelope.many == nil ? ["Link", "X-Total-Count"] : []
    }

    private static var pagination: JSONSchema {
        .object([
            "total": .count(from: 0), "page": .count(from: 1), "limit": .count(from: 1),
            "totalPages": .count(from: 0), "hasMore": .boolean,
        ])
    }
}

extension JSONSchema {
    /// A value in an envelope.
    static func enveloped(_ value: JSONSchema, as name: String?, in envelope: Envelope) -> JSONSchema {
        guard let name else { return value }
        var members: [(String, JSONSchema)] = envelope.success ? [("success", .true)] : []
        members.append((name, value))
        return .object(members, required: members.map(\.0))
    }

    /// A sentence for people in an envelope.
    static func message(in envelope: Envelope) -> JSONSchema {
        enveloped(.string, as: "message", in: envelope)
    }

    /// `true` and nothing else.
    static var `true`: JSONSchema { JSONSchema(["type": "boolean", "const": true]) }

    /// A whole number that is at least this.
    static func count(from minimum: Int) -> JSONSchema {
        JSONSchema(["type": "integer", "minimum": .integer(minimum)])
    }
}
