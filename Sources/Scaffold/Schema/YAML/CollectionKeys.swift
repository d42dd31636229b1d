/// Finds keys that are aliases, lists or mappings (`*a : x`, `? [a, b]`, `[a]: x`) in a YAML text that has aliases.
///
/// One pass over the bytes and no grammar: text in quotes or comments that looks like such a key is found as well,
/// which costs nobody anything in a file that has no aliases.
enum CollectionKeys {
    /// The line of the first such key.
    static func line(in text: String) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.contains(UInt8(ascii: "*")), bytes.contains(UInt8(ascii: "&")) else { return nil }
        var line = 1
        /// The last byte of this line that is no blank; nil at its beginning.
        var last: UInt8?
        var isAlias = false
        for (place, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "\n"):
                line += 1
                last = nil
                isAlias = false
                continue
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                continue
            case UInt8(ascii: "?") where isBlank(bytes, place + 1) && (last.map("-{[,:".utf8.contains) ?? true):
                return line
            case UInt8(ascii: ":") where isAlias && isBlank(bytes, place - 1):
                return line
            case UInt8(ascii: ":") where last == UInt8(ascii: "}") || last == UInt8(ascii: "]"):
                return line
            case UInt8(ascii: "*")
            where place == 0 || isBlank(bytes, place - 1) || "[{,".utf8.contains(bytes[place - 1]):
                isAlias = true
            default:
                if place > 0, isBlank(bytes, place - 1) || "[]{},".utf8.contains(byte) { isAlias = false }
            }
            last = byte
        }
        return nil
    }

    private static func isBlank(_ bytes: [UInt8], _ place: Int) -> Bool {
        guard bytes.indices.contains(place) else { return true }
        return " \t\r\n".utf8.contains(bytes[place])
    }
}
