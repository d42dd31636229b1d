/// A text that is looked for in others, in bytes of UTF-8.
///
/// Folding maps every letter to its lower case, one by one and in no language in particular; accents stay.
final class FoldedText {
    private let bytes: [UInt8]
    private let folding: Bool
    /// Room for the folded form of the text that is searched, kept from row to row.
    private var room: [UInt8] = []

    init(_ text: UnsafeBufferPointer<UInt8>, folding: Bool) {
        self.folding = folding
        bytes = folding ? Self.folded(text) : Array(text)
    }

    /// Whether this text stands so in another one.
    func stands(_ relation: TextRelation, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard folding else { return found(relation, in: text) }
        room.removeAll(keepingCapacity: true)
        Self.fold(text, into: &room)
        return room.withUnsafeBufferPointer { found(relation, in: $0) }
    }

    private func found(_ relation: TextRelation, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= text.count else { return false }
        switch relation {
        case .startsWith: return text.starts(with: bytes)
        case .endsWith: return text.suffix(bytes.count).elementsEqual(bytes)
        case .contains: return contains(text)
        }
    }

    private func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first else { return true }
        return bytes.withUnsafeBufferPointer { part in
            var index = 0
            let last = text.count - part.count
            while index <= last {
                if text[index] == first {
                    var length = 1
                    while length < part.count, text[index + length] == part[length] { length += 1 }
                    if length == part.count { return true }
                }
                index += 1
            }
            return false
        }
    }

    static func folded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        fold(text, into: &result)
        return result
    }

    private static func fold(_ text: UnsafeBufferPointer<UInt8>, into result: inout [UInt8]) {
        result.reserveCapacity(text.count)
        guard text.contains(where: { $0 >= 0x80 }) else {
            for byte in text { result.append(lowered(byte)) }
            return
        }
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if scalar.isASCII {
                result.append(lowered(UInt8(truncatingIfNeeded: scalar.value)))
            } else {
                result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
        }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 {
        byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }
}
