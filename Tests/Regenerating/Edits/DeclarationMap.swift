/// Which declaration each line of a generated Swift file belongs to, by its indentation alone, which generated code keeps:
/// independent of the scanner that the tool merges with.
///
/// A declaration is an import, a member of a type or an extension, a global; the frame of a type (its comment, its head
/// and its closing brace) is one too.
struct DeclarationMap {
    /// By line; nil for blank lines.
    private(set) var keys: [String?]
    /// The text of each declaration.
    private(set) var texts: [String: String] = [:]
    /// The lines of each declaration that is no frame, first and last.
    private(set) var members: [(key: String, container: String, lines: ClosedRange<Int>)] = []
    /// The containers with the lines of their braces.
    private(set) var containers: [(key: String, head: String, open: Int, close: Int)] = []
    private let lines: [String]

    init(_ lines: [String]) {
        self.lines = lines
        keys = Array(repeating: nil, count: lines.count)
        scan(0..<lines.count, indent: 0, container: "")
        for (line, key) in zip(lines, keys) {
            if let key { texts[key, default: ""] += PlainLines.trimmed(line) + "\n" }
        }
    }

    /// The declarations that are otherwise in another text, or not there.
    func changed(in other: DeclarationMap) -> Set<String> {
        Set(texts.filter { other.texts[$0.key] != $0.value }.keys)
    }

    private mutating func scan(_ range: Range<Int>, indent: Int, container: String) {
        var start: Int?
        var seen: [String: Int] = [:]
        var index = range.lowerBound
        while index < range.upperBound {
            let line = lines[index]
            let text = PlainLines.trimmed(line)
            guard !text.isEmpty else {
                index += 1
                continue
            }
            let first = start ?? index
            guard !text.hasPrefix("//"), !text.hasPrefix("@") else {
                start = first
                index += 1
                continue
            }
            var end = index
            while end + 1 < range.upperBound, continues(lines[end + 1], indent: indent, from: end + 1, in: range) {
                end += 1
            }
            let comment = first < index ? PlainLines.trimmed(lines[first]) : nil
            let base = container + "/" + Self.name(text, comment: comment)
            seen[base, default: 0] += 1
            let key = seen[base] == 1 ? base : "\(base)#\(seen[base] ?? 0)"
            if Self.isContainer(text), end > index {
                for place in Array(first...index) + [end] { keys[place] = key }
                containers.append((key, text, index, end))
                scan((index + 1)..<end, indent: indent + 4, container: key)
            } else {
                for place in first...end { keys[place] = key }
                members.append((key, container, first...end))
            }
            start = nil
            index = end + 1
        }
        if let start { for place in start..<range.upperBound { keys[place] = container + "/end" } }
    }

    /// Whether a line goes on with what began before: it is deeper, closes something, or is blank before such a line.
    private func continues(_ line: String, indent: Int, from place: Int, in range: Range<Int>) -> Bool {
        let text = PlainLines.trimmed(line)
        if text.isEmpty {
            guard let next = (place..<range.upperBound).first(where: { !PlainLines.trimmed(lines[$0]).isEmpty }) else {
                return false
            }
            return continues(lines[next], indent: indent, from: next, in: range)
        }
        if PlainLines.indent(line) > indent { return true }
        return PlainLines.indent(line) == indent && ["}", ")", "]"].contains { text.hasPrefix($0) }
    }

    private static let typeWords = ["struct ", "enum ", "extension ", "class ", "actor ", "protocol "]

    private static func isContainer(_ text: String) -> Bool {
        let head = text.hasPrefix("@Suite ") ? String(text.dropFirst(7)) : text
        return text.hasSuffix("{") && typeWords.contains { head.hasPrefix($0) }
    }

    private static func name(_ text: String, comment: String?) -> String {
        if text.hasPrefix("extension ") { return (comment ?? "") + text }
        for word in ["var ", "let "] {
            if let range = text.firstRange(of: word), !text[..<range.lowerBound].contains("(") {
                return String(text.prefix { !":={".contains($0) })
            }
        }
        return text
    }
}
