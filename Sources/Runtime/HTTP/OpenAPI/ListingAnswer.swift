import ScaffoldStorage

extension Listing {
    /// What the answer of a list is like.
    ///
    /// - Parameter rows: What its records are like.
    func answer(_ rows: JSONSchema, in envelope: Envelope) -> JSONSchema {
        guard let name = envelope.many else { return rows }
        let members = envelope.beginning + [(name, rows), ("pagination", Self.pagination)]
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
    /// A record in an envelope, with a sentence for people beside it or without. Where records stand by themselves the
    /// sentence is all.
    static func enveloped(_ value: JSONSchema, in envelope: Envelope, hasMessage: Bool) -> JSONSchema {
        guard let name = envelope.one else {
            if hasMessage { return .message(in: envelope) }
            return envelope.success ? JSONSchema(["allOf": [value.json, succeeded.json]]) : value
        }
        let members = envelope.beginning + (hasMessage ? [("message", .string)] : []) + [(name, value)]
        return .object(members, required: members.map(\.0))
    }

    /// A sentence for people in an envelope.
    static func message(in envelope: Envelope) -> JSONSchema {
        let members = envelope.beginning + [("message", JSONSchema.string)]
        return .object(members, required: members.map(\.0))
    }

    /// An object that says that all went well.
    private static var succeeded: JSONSchema { .object(["success": .true]) }

    /// `true` and nothing else.
    static var `true`: JSONSchema { JSONSchema(["type": "boolean", "const": true]) }

    /// A whole number that is at least this.
    static func count(from minimum: Int) -> JSONSchema {
        JSONSchema(["type": "integer", "minimum": .integer(minimum)])
    }
}

extension Envelope {
    /// The members that stand before all others.
    fileprivate var beginning: [(String, JSONSchema)] { success ? [("success", .true)] : [] }
}
