/// Texts that differ only in how their lines end count as the same: git rewrites line ends on some machines.
enum LineEndings {
    static func same(_ a: [UInt8]?, _ b: [UInt8]?) -> Bool {
        guard let a, let b else { return a == b }
        return a == b || unix(a) == unix(b)
    }

    /// The text with CRLF where `example` has it.
    static func adapt(_ text: [UInt8], to example: [UInt8]) -> [UInt8] {
        let firstEnd = example.firstIndex(of: newline) ?? 0
        guard firstEnd > 0, example[firstEnd - 1] == carriageReturn else { return text }
        return unix(text).flatMap { $0 == newline ? [carriageReturn, newline] : [$0] }
    }

    private static let newline = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private static func unix(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(carriageReturn) else { return text }
        return text.indices.filter {
            text[$0] != carriageReturn || $0 + 1 == text.count || text[$0 + 1] != newline
        }.map { text[$0] }
    }
}
