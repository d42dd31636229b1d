/// The members of an object that ``JSONWriter`` wrote, one after another: where each of them stands in its bytes.
struct JSONMembers: Sequence, IteratorProtocol {
    /// One member.
    struct Member {
        /// The name, without its quotes.
        let name: Range<Int>
        /// The name and the value.
        let whole: Range<Int>
    }

    private let bytes: [UInt8]
    private var offset = 1

    /// nil for what is no object.
    init?(of bytes: [UInt8]) {
        guard bytes.first == UInt8(ascii: "{") else { return nil }
        self.bytes = bytes
    }

    mutating func next() -> Member? {
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { return nil }
        let start = offset
        skipString()
        let name = start + 1..<Swift.max(start + 1, offset - 1)
        skipValue()
        let end = offset
        offset += 1  // a comma, or the end
        return Member(name: name, whole: start..<end)
    }

    /// Goes to the comma or the bracket behind a value.
    private mutating func skipValue() {
        var depth = 0
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                skipString()
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard depth > 0 else { return }
                depth -= 1
            case UInt8(ascii: ","): if depth == 0 { return }
            default: break
            }
            offset += 1
        }
    }

    /// Goes behind the closing quote of the string that begins here.
    private mutating func skipString() {
        offset += 1
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
            offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        offset = Swift.min(offset + 1, bytes.count)
    }
}
