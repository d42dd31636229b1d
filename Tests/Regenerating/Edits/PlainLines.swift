/// Texts as lines, split at line feeds and not at Characters: CRLF is one of those.
enum PlainLines {
    /// The lines without their ends; a final newline makes no further line.
    static func of(_ bytes: [UInt8]) -> [String] {
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map { line in
            String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
        }
        if bytes.isEmpty || bytes.last == 10 { lines.removeLast() }
        return lines
    }

    /// Runs of letters, digits and underscores: what a text says, whatever stands between.
    static func words(_ bytes: [UInt8]) -> [String] {
        bytes.split { !isWord($0) }.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte >= 128 || (48...57).contains(byte) || (65...90).contains(byte)
            || (97...122).contains(byte)
    }

    static func indent(_ line: String) -> Int { line.utf8.prefix { $0 == 32 }.count }

    static func trimmed(_ line: String) -> String {
        var line = line[...]
        while line.last?.isWhitespace == true { line.removeLast() }
        return String(line.drop { $0.isWhitespace })
    }

    /// Whether each bracket that the line opens is closed in it.
    static func isBalanced(_ line: String) -> Bool {
        var depth = 0
        for byte in line.utf8 {
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"):
                depth -= 1
                if depth < 0 { return false }
            default: break
            }
        }
        return depth == 0
    }
}
