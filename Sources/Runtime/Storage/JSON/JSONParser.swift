extension JSON {
    /// How deep arrays and objects may stand in each other unless a caller says otherwise.
    public static let defaultDepth = 64

    /// Reads a JSON text strictly, as RFC 8259 has it: one value, UTF-8, no comments, no trailing commas. A name that
    /// stands twice in one object, a lone surrogate and a number that no `Int` or `Double` holds are mistakes too.
    ///
    /// - Parameters:
    ///   - bytes: The text in UTF-8, without a byte order mark.
    ///   - depth: How many arrays and objects may stand in each other.
    /// - Throws: ``JSONSyntaxError`` with the first mistake and its place.
    public init(parsing bytes: some Collection<UInt8>, depth: Int = JSON.defaultDepth) throws(JSONSyntaxError) {
        let result = bytes.withContiguousStorageIfAvailable { Self.parse(UnsafeRawBufferPointer($0), depth: depth) }
        self = try (result ?? Array(bytes).withUnsafeBytes { Self.parse($0, depth: depth) }).get()
    }

    /// Reads a JSON text strictly, as ``init(parsing:depth:)-(Collection<UInt8>,_)`` does.
    public init(parsing text: String, depth: Int = JSON.defaultDepth) throws(JSONSyntaxError) {
        try self.init(parsing: Array(text.utf8), depth: depth)
    }

    private static func parse(_ bytes: UnsafeRawBufferPointer, depth: Int) -> Result<JSON, JSONSyntaxError> {
        Result { () throws(JSONSyntaxError) in
            var parser = JSONParser(bytes: bytes, depth: depth)
            return try parser.document()
        }
    }
}

/// One pass over the bytes of a JSON text, by recursive descent.
struct JSONParser {
    let bytes: UnsafeRawBufferPointer
    /// How many more arrays and objects may open.
    var depth: Int
    /// How many bytes have been read.
    var offset = 0

    init(bytes: UnsafeRawBufferPointer, depth: Int) {
        self.bytes = bytes
        self.depth = depth
    }

    mutating func document() throws(JSONSyntaxError) -> JSON {
        skipBlanks()
        guard offset < bytes.count else { throw mistake("the text is empty") }
        let value = try value()
        skipBlanks()
        guard offset == bytes.count else { throw mistake("expected the end of the text after its value") }
        return value
    }

    /// The next byte, unread; nil at the end.
    var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    func mistake(_ message: String, at place: Int? = nil) -> JSONSyntaxError {
        JSONSyntaxError(message, at: place ?? offset, of: bytes)
    }

    private mutating func value() throws(JSONSyntaxError) -> JSON {
        switch next {
        case UInt8(ascii: "{"): try nested { (parser) throws(JSONSyntaxError) in try parser.object() }
        case UInt8(ascii: "["): try nested { (parser) throws(JSONSyntaxError) in try parser.array() }
        case UInt8(ascii: "\""): .string(try string())
        case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): try number()
        case UInt8(ascii: "t"): try word("true", .boolean(true))
        case UInt8(ascii: "f"): try word("false", .boolean(false))
        case UInt8(ascii: "n"): try word("null", .null)
        case nil: throw mistake("the text ends where a value is expected")
        default: throw mistake("expected a value")
        }
    }

    private mutating func nested(
        _ read: (inout JSONParser) throws(JSONSyntaxError) -> JSON
    ) throws(JSONSyntaxError) -> JSON {
        guard depth > 0 else { throw mistake("arrays and objects are nested too deeply") }
        depth -= 1
        offset += 1
        let value = try read(&self)
        depth += 1
        return value
    }

    private mutating func object() throws(JSONSyntaxError) -> JSON {
        var object = JSONObject()
        skipBlanks()
        if take("}") { return .object(object) }
        while true {
            skipBlanks()
            let place = offset
            guard next == UInt8(ascii: "\"") else { throw mistake("expected a member's name in double quotes") }
            let name = try string()
            skipBlanks()
            guard take(":") else { throw mistake("expected ':' after a member's name") }
            skipBlanks()
            guard object.insert(name, try value()) else {
                throw mistake("the name \"\(name.prefix(100))\" stands twice in one object", at: place)
            }
            skipBlanks()
            if take("}") { return .object(object) }
            guard take(",") else { throw mistake("expected ',' or '}'") }
        }
    }

    private mutating func array() throws(JSONSyntaxError) -> JSON {
        var elements: [JSON] = []
        skipBlanks()
        if take("]") { return .array(elements) }
        while true {
            skipBlanks()
            elements.append(try value())
            skipBlanks()
            if take("]") { return .array(elements) }
            guard take(",") else { throw mistake("expected ',' or ']'") }
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONSyntaxError) -> JSON {
        let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[offset...].starts(with: letters) else { throw mistake("expected a value") }
        offset += letters.count
        return value
    }

    private mutating func skipBlanks() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        offset += 1
        return true
    }
}
