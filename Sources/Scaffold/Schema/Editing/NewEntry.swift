/// An entry that is to be added to a YAML text.
struct NewEntry: Equatable, Sendable {
    var key: String
    var value: Value

    indirect enum Value: Equatable, Sendable {
        /// A scalar.
        case text(String)
        /// A mapping that stands on one line in braces.
        case inline([NewEntry])
        case map([NewEntry])
    }

    /// The entry as lines, the first at a margin of so many blanks, each level `step` further in.
    func lines(margin: Int, step: Int) -> [String] {
        let head = String(repeating: " ", count: margin) + key + ":"
        switch value {
        case .text(let text): return [head + " " + Self.scalar(text, isFlow: false)]
        case .inline(let entries): return [head + " {" + entries.map(\.flow).joined(separator: ", ") + "}"]
        case .map(let entries):
            return [head] + entries.flatMap { $0.lines(margin: margin + step, step: step) }
        }
    }

    /// The entry within braces.
    var flow: String {
        switch value {
        case .text(let text): "\(key): \(Self.scalar(text, isFlow: true))"
        case .inline(let entries), .map(let entries): "\(key): {\(entries.map(\.flow).joined(separator: ", "))}"
        }
    }

    /// The entry as YAML reads it.
    var node: YAMLNode.Entry {
        let nowhere = SourcePosition(file: "", line: 1, column: 1)
        func scalar(_ text: String) -> YAMLNode.Scalar { .init(text: text, position: nowhere, isPlain: true) }
        switch value {
        case .text(let text): return .init(key: scalar(key), value: .scalar(scalar(text)))
        case .inline(let entries), .map(let entries):
            return .init(key: scalar(key), value: .map(.init(entries: entries.map(\.node), position: nowhere)))
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
