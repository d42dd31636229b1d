/// What an object in JSON is made of: the names and types of its members instead of their text. A document about an
/// app is made from it, so that it says what the code writes.
package struct JSONOutline: Sendable {
    /// A member of an object.
    package struct Member: Sendable {
        /// Its name.
        package let name: String
        /// The type of its value; nil for an object that is written without a type of its own.
        package let type: Any.Type?
        /// What the value is made of, where it is an object.
        package let outline: JSONOutline?
    }

    /// The members, in their order.
    package private(set) var members: [Member] = []

    /// What a value writes; nil where that is no object.
    package init?(of value: some JSONEncodable) {
        var writer = JSONWriter(outlining: ())
        value.encode(to: &writer)
        guard let outline = writer.written else { return nil }
        self = outline
    }

    fileprivate init() {}

    fileprivate mutating func add(_ member: Member) {
        members.removeAll { $0.name == member.name }
        members.append(member)
    }
}

extension JSONOutline.Member {
    init<Value: JSONEncodable>(_ name: String, _ value: Value) {
        self.init(name: name, type: Value.self, outline: JSONOutline(of: value))
    }
}

extension JSONWriter {
    @usableFromInline
    mutating func beginOutline() {
        if written == nil { written = JSONOutline() }
    }

    mutating func add(_ member: JSONOutline.Member) {
        written?.add(member)
    }

    /// Takes a member of the object that is open.
    @usableFromInline
    mutating func outline(_ name: StaticString, _ value: some JSONEncodable) {
        add(JSONOutline.Member("\(name)", value))
    }

    /// Takes a member that is an object without a type of its own.
    @usableFromInline
    mutating func outlineObject(_ name: StaticString, _ members: (inout JSONWriter) throws -> Void) rethrows {
        var inner = JSONWriter(outlining: ())
        try inner.object(members)
        add(JSONOutline.Member(name: "\(name)", type: nil, outline: inner.written))
    }
}
