/// An entry that is to be added to a YAML text.
struct NewEntry: Equatable, Sendable {
    var key: String
    var value: Value
    /// Stands behind it, where it has lines of its own.
    var comment: String?
    /// Stand before it, a line each, where it has lines of its own.
    var remarks: [String] = []

    indirect enum Value: Equatable, Sendable {
        /// A scalar.
        case text(String)
        /// A mapping that stands on one line in braces.
        case inline([NewEntry])
        case map([NewEntry])
        /// What is YAML as it stands, on one line: `[a, b]`.
        case plain(String)
        /// A list with a line for each, YAML as they stand.
        case list([String])
    }

    /// The entry as lines, the first at a margin of so many blanks, each level `step` further in.
    func lines(margin: Int, step: Int) -> [String] {
        let blanks = String(repeating: " ", count: margin)
        return remarks.map { "\(blanks)# \(SwiftText.comment($0))" } + ownLines(blanks, step)
    }

    private func ownLines(_ blanks: String, _ step: Int) -> [String] {
        let head = blanks + key + ":"
        let tail = comment.map { "  # \(SwiftText.comment($0))" } ?? ""
        switch value {
        case .text(let text): return [head + " " + Self.scalar(text, isFlow: false) + tail]
        case .inline(let entries): return [head + " {" + entries.map(\.flow).joined(separator: ", ") + "}" + tail]
        case .plain(let text): return [head + " " + text + tail]
        case .list(let items): return [head + tail] + items.map { blanks + "  - " + $0 }
        case .map(let entries):
            return [head + tail] + entries.flatMap { $0.lines(margin: blanks.utf8.count + step, step: step) }
        }
    }

    /// The entry within braces.
    var flow: String {
        switch value {
        case .text(let text): "\(key): \(Self.scalar(text, isFlow: true))"
        case .plain(let text): "\(key): \(text)"
        case .list(let items): "\(key): [\(items.joined(separator: ", "))]"
        case .inline(let entries), .map(let entries): "\(key): {\(entries.map(\.flow).joined(separator: ", "))}"
        }
    }

    /// Short forms begin with a letter, so that only what is within them can end a plain scalar.
    private static func scalar(_ text: String, isFlow: Bool) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_", "(", ")", " ", "!", "=", ".", "-": true
            default: !isFlow && scalar != "#" && scalar != "\""
            }
        }
        let isAmbiguous = text.contains(": ") || text.hasSuffix(":") || text.hasSuffix(" ") || text.isEmpty
        return isPlain && !isAmbiguous ? text : JSONText.string(text)
    }
}
