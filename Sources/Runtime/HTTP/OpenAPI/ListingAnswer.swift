import ScaffoldStorage

extension Listing {
    /// What the answer of a list is like.
    ///
    /// - Parameter row: What a record is like.
    func answer(_ row: JSONSchema, in envelope: Envelope, _ book: inout SchemaBook) -> JSONSchema {
        let isChosen = !fields.isEmpty || !includes.isEmpty
        let rows = JSONSchema.array(of: isChosen ? book.part(of: row) : row)
        guard let name = envelope.many else { return rows }
        var members = envelope.beginning + [(name, rows)]
        if limit != nil {
            members.append(("pagination", pages == .number ? Self.numberedPage : Self.markedPage))
            if name == Envelope.data.many {
                members.append(("links", pages == .number ? Self.numberedLinks : Self.markedLinks))
            }
        }
        return .object(members, required: members.map(\.0))
    }

    /// The headers that say what stands beside the records, where they stand by themselves.
    func headers(in envelope: Envelope) -> [String] {
        guard envelope.many == nil else { return [] }
        return (limit == nil ? [] : ["Link"]) + (limit != nil && pages == .cursor ? [] : ["X-Total-Count"])
    }

    private static var numberedPage: JSONSchema {
        .object([
            "total": .count(from: 0), "page": .count(from: 1), "limit": .count(from: 1),
            "totalPages": .count(from: 0), "hasMore": .boolean,
        ])
    }

    private static var markedPage: JSONSchema {
        .object(["limit": .count(from: 1), "hasMore": .boolean, "nextCursor": .string.nullable])
    }

    private static var numberedLinks: JSONSchema { .links("self", "first", "last", or: "prev", "next") }

    private static var markedLinks: JSONSchema { .links("self", "first", or: "next") }
}

extension SchemaBook {
    /// An object of which any member may be left out, since the request says which it wants.
    fileprivate mutating func part(of row: JSONSchema) -> JSONSchema {
        guard let name = row["$ref"]?.string?.split(separator: "/").last.map(String.init),
            var whole = components[name]?.object
        else { return row }
        whole["required"] = nil
        return component(named: name + "Part", JSONSchema(.object(whole)))
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

    /// Addresses of other pages, below the host; null for a page that there is not.
    fileprivate static func links(_ always: String..., or sometimes: String...) -> JSONSchema {
        let address = JSONSchema.string(format: "uri-reference")
        let members = always.map { ($0, address) } + sometimes.map { ($0, address.nullable) }
        return .object(members, required: members.map(\.0))
    }

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
