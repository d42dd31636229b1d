/// Writes JSON text, byte by byte, in the order in which it is told to: no tree of values, no reflection.
///
/// ```swift
/// var json = JSONWriter()
/// json.object {
///     $0.member("id", 1)
///     $0.member("tags", ["swift", "sql"])
/// }
/// json.bytes                 // {"id":1,"tags":["swift","sql"]} in UTF-8
/// ```
public struct JSONWriter: Sendable {
    /// The text so far, in UTF-8.
    public private(set) var bytes: [UInt8] = []
    /// Whether a value stands before this place in the object or array that is open.
    private var needsComma = false
    /// The names and types of what is written, where that is wanted instead of text.
    var written: JSONOutline?
    /// Whether it is: text is written to be thrown away then.
    @usableFromInline
    private(set) var isOutlining = false

    /// - Parameter capacity: How many bytes to make room for at once.
    public init(capacity: Int = 1024) {
        bytes.reserveCapacity(capacity)
    }

    /// What is told to it is kept as names and types.
    init(outlining: Void) {
        isOutlining = true
    }

    /// The JSON text of a value.
    public static func bytes(of value: some JSONEncodable) -> [UInt8] {
        var writer = JSONWriter(capacity: 128)
        value.encode(to: &writer)
        return writer.bytes
    }

    /// Writes an object, whose members the closure writes.
    @inlinable
    public mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
        if isOutlining { beginOutline() }
        open(UInt8(ascii: "{"))
        try members(&self)
        close(UInt8(ascii: "}"))
    }

    /// Writes a member of the object that is open; nothing if the value is not present.
    ///
    /// - Parameters:
    ///   - name: The member's name, which holds nothing that JSON would escape: it is written as it stands.
    ///   - value: Its value.
    @inlinable
    public mutating func member(_ name: StaticString, _ value: some JSONEncodable) {
        guard value.isPresent else { return }
        if isOutlining { return outline(name, value) }
        self.name(name)
        value.encode(to: &self)
    }

    /// Writes a member of the object that is open, with a name that is known at run time only.
    public mutating func member(named name: String, _ value: some JSONEncodable) {
        guard value.isPresent else { return }
        if isOutlining { return add(JSONOutline.Member(name, value)) }
        self.name(name)
        value.encode(to: &self)
    }

    /// Writes a member that is an object, whose members the closure writes.
    @inlinable
    public mutating func object(_ name: StaticString, _ members: (inout JSONWriter) throws -> Void) rethrows {
        if isOutlining { return try outlineObject(name, members) }
        self.name(name)
        try object(members)
    }

    /// Writes an array, an element for each of these values.
    @inlinable
    public mutating func array(_ elements: some Sequence<some JSONEncodable>) {
        open(UInt8(ascii: "["))
        for element in elements {
            separate()
            element.encode(to: &self)
        }
        close(UInt8(ascii: "]"))
    }

    /// Writes `null`.
    public mutating func null() {
        literal("null")
    }

    /// Writes a value that is JSON already.
    package mutating func raw(_ json: [UInt8]) {
        append(json)
    }

    // MARK: Pieces

    @usableFromInline
    mutating func open(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = false
    }

    @usableFromInline
    mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    /// Sets the next value of this array off from the one before.
    @usableFromInline
    mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    @usableFromInline
    mutating func name(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func name(_ name: String) {
        separate()
        string(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// A byte that is JSON already.
    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// Bytes that are JSON already.
    mutating func append(_ text: some Sequence<UInt8>) {
        bytes.append(contentsOf: text)
    }

    /// A word that is JSON already.
    mutating func literal(_ word: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
}
