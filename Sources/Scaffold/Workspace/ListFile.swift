/// A file that holds one list in square brackets, read as tolerantly as an edited file needs.
///
///     var list = ListFile("let migrations: [any Migration] = [\n    CreateUser(),\n]\n")
///     list.insert(["CreatePost(),"])      // behind CreateUser, nothing else touched
struct ListFile {
    private(set) var text: String

    init(_ text: String) { self.text = text }

    /// The lines between the bracket that ends a line and the one that begins one, trimmed, comments left out.
    var entries: [String] {
        let lines = text.linesOfAnySystem.map(ListFile.trim)
        guard let open = lines.firstIndex(where: { $0.hasSuffix("[") }),
            let close = lines.lastIndex(where: { $0.hasPrefix("]") }), open < close
        else { return [] }
        return lines[(open + 1)..<close].filter { !$0.isEmpty && !$0.hasPrefix("//") }
    }

    /// Those of the entries that the code, comments and strings aside, does not say anywhere.
    func missing(_ entries: [String]) -> [String] {
        let lines = Set(self.entries.map(ListFile.withoutComma))
        let unseen = entries.filter { !lines.contains(ListFile.withoutComma($0)) }
        guard !unseen.isEmpty else { return [] }
        // Somebody may have put several on a line, or a comment behind one.
        let bytes = Array(text.utf8)
        let code = codeOffsets.map { bytes[$0] }.filter { !$0.isSpace }
        return unseen.filter { !ListFile.says(code, $0) }
    }

    /// Puts each entry on a line of its own before the closing bracket.
    ///
    /// - Returns: false, and nothing done, when the file has no list.
    mutating func insert(_ entries: [String]) -> Bool {
        var bytes = Array(text.utf8)
        let code = codeOffsets
        guard let place = code.lastIndex(where: { bytes[$0] == UInt8(ascii: "]") }) else { return false }
        let close = code[place]
        guard let before = code[..<place].last(where: { !bytes[$0].isSpace }) else { return false }

        // The bracket's own line stays as it is; a bracket behind other code is moved to a line of its own.
        let lineStart = (bytes[..<close].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
        let standsAlone = bytes[lineStart..<close].allSatisfy(\.isSpace)
        let lead = standsAlone ? Array(bytes[lineStart..<close]) : []
        let end = bytes[..<lineStart].suffix(2) == [13, 10] ? [UInt8(13), 10] : [10]
        let lines = entries.flatMap { lead + Array("    \(ListFile.withoutComma($0)),".utf8) + end }
        bytes.insert(contentsOf: standsAlone ? lines : end + lines, at: standsAlone ? lineStart : close)

        if bytes[before] != UInt8(ascii: "["), bytes[before] != UInt8(ascii: ",") {
            bytes.insert(UInt8(ascii: ","), at: before + 1)
        }
        text = String(decoding: bytes, as: UTF8.self)
        return true
    }

    /// Takes out the lines that say nothing but the entry.
    mutating func remove(_ entry: String) {
        let wanted = ListFile.withoutComma(entry)
        let lines = text.linesOfAnySystem
        text = lines.filter { ListFile.withoutComma(ListFile.trim($0)) != wanted }.joined(separator: "\n")
    }

    /// The offsets of bytes that are neither in a comment nor in a string.
    private var codeOffsets: [Int] {
        let bytes = Array(text.utf8)
        var code: [Int] = []
        var index = 0
        while index < bytes.count {
            let isSlash = bytes[index] == UInt8(ascii: "/")
            if isSlash, bytes[index...].starts(with: "//".utf8) {
                index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            } else if isSlash, bytes[index...].starts(with: "/*".utf8) {
                index += 2
                while index < bytes.count, !bytes[index...].starts(with: "*/".utf8) { index += 1 }
                index += 2
            } else if bytes[index] == UInt8(ascii: "\"") {
                index += 1
                while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\n") {
                    index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
                }
                index += 1
            } else {
                code.append(index)
                index += 1
            }
        }
        return code
    }

    /// Whether the code, without white space, has the entry in it, and not as the end of a longer name.
    private static func says(_ code: [UInt8], _ entry: String) -> Bool {
        let wanted = Array(withoutComma(entry).utf8).filter { !$0.isSpace }
        guard let first = wanted.first, code.count >= wanted.count else { return false }
        return (0...(code.count - wanted.count)).contains { start in
            code[start] == first && code[start..<(start + wanted.count)].elementsEqual(wanted)
                && !(start > 0 && code[start - 1].isIdentifier)
        }
    }

    private static func trim(_ line: Substring) -> String {
        var line = line
        while line.last?.isWhitespace == true { line.removeLast() }
        return String(line.drop(while: \.isWhitespace))
    }

    private static func withoutComma(_ entry: String) -> String {
        let entry = trim(entry[...])
        return entry.hasSuffix(",") ? String(entry.dropLast()) : entry
    }
}

extension UInt8 {
    fileprivate var isSpace: Bool { self == 32 || (9...13).contains(self) }
    fileprivate var isIdentifier: Bool {
        self == UInt8(ascii: "_") || self == UInt8(ascii: ".") || self >= 128
            || (48...57).contains(self) || (65...90).contains(self) || (97...122).contains(self)
    }
}
