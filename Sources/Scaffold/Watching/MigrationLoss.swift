/// Whether a migration that was generated throws something away: its author was asked, who else runs it was not.
///
/// The rule is that of ``Operation/loss``, read off the text: what a column was before a change is what the way down
/// makes it again.
struct MigrationLoss {
    /// The words of the text, without comments.
    private let words: [String]

    /// - Parameter text: the migration as it was generated; one that was edited is its author's own.
    static func isPossible(in text: String) -> Bool {
        let bytes = Array(text.utf8)
        let tokens = SwiftTokens(bytes).tokens.filter { $0.kind != .lineComment && $0.kind != .blockComment }
        return MigrationLoss(words: tokens.map { String(decoding: bytes[$0.range], as: UTF8.self) }).isPossible
    }

    private var isPossible: Bool {
        let down = words.indices.first { words[$0...].starts(with: ["func", "down"]) } ?? words.endIndex
        let (up, back) = (calls(in: 0..<down), calls(in: down..<words.endIndex))
        if up.contains(where: { $0.method == "dropTable" || $0.method == "removeColumn" }) { return true }
        return up.contains { call in
            guard call.method == "changeColumn" else { return false }
            let former = back.filter { $0.method == call.method && $0.column == call.column }
            // What cannot be told may be a loss.
            return former.isEmpty || former.contains { Self.loses(from: $0.type, to: call.type) }
        }
    }

    private static func loses(from old: ColumnType?, to new: ColumnType?) -> Bool {
        guard let old, let new else { return true }
        if case .lost = old.fate(as: new) { return true }
        return false
    }

    /// A step, with the table and the column that it names and the type behind them.
    private struct Call {
        var method: String
        var column: [String]
        var type: ColumnType?
    }

    private func calls(in range: Range<Int>) -> [Call] {
        range.compactMap { index in
            guard words[..<index].last == ".", range.contains(index + 1), words[index + 1] == "(" else { return nil }
            let arguments = words[(index + 2)..<range.upperBound]
            let column = arguments.prefix(3)
            return Call(method: words[index], column: Array(column), type: Self.type(arguments.dropFirst(4)))
        }
    }

    /// A type as migrations write it: `.string(200)`, `.enum("draft", "sent")`, `.array(.string)`.
    private static func type(_ words: ArraySlice<String>) -> ColumnType? {
        guard words.first == ".", let word = words.dropFirst().first else { return nil }
        guard words.dropFirst(2).first == "(" else {
            return ColumnType(word: word, numbers: word == "string" ? [255] : [])
        }
        let arguments = words.dropFirst(3).prefix { $0 != ")" }
        if word == "array" { return type(arguments).map { ColumnType(word: "array \($0.word)") } }
        let parts = arguments.filter { $0 != "," }
        let numbers = parts.compactMap { Int($0.filter { $0 != "_" }) }
        return ColumnType(word: word, numbers: numbers, values: parts.filter { $0.hasPrefix("\"") })
    }
}
