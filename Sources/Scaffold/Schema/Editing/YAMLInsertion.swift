/// Adds entries to a mapping of a YAML text and leaves every other byte as it is.
///
/// A mapping in blocks gets lines behind its last one, in its own indentation; a mapping in braces gets them before the
/// brace; an empty value becomes a mapping. What cannot be done that way (aliases, anchors in between) is refused.
struct YAMLInsertion {
    let file: String
    let text: String
    private let places: TextPlaces

    init(file: String, text: String) {
        self.file = file
        self.text = text
        places = TextPlaces(text)
    }

    /// The text with the entries added.
    ///
    /// - Parameters:
    ///   - entries: What to add.
    ///   - path: The keys that lead to the mapping; those that are not there yet are added as well.
    ///   - root: The text, read.
    ///   - spaced: Whether a blank line is to stand before the new lines when one stands between the others.
    func adding(_ entries: [NewEntry], at path: [String], in root: YAMLNode?) throws(Diagnostics) -> String {
        guard let root, !root.isNull else {
            let lines = Self.wrapped(entries, path[...]).flatMap { $0.lines(margin: 0, step: 2) }
            return places.inserting(block(lines, at: places.scalars.count), at: places.scalars.count)
        }
        var node = root
        var key: YAMLNode.Scalar?
        var bound: SourcePosition?
        var isInFlow = false
        var margin = 0
        var rest = path[...]
        while true {
            guard case .map(let map) = node else { break }
            if let key, map.position < key.position { throw refusal(of: key.position) }
            guard let first = map.entries.first, !isInFlow, !isFlow(map) else {
                isInFlow = true
                guard let name = rest.first, let index = map.entries.firstIndex(where: { $0.key.text == name }) else {
                    return try addingInBraces(Self.wrapped(entries, rest), to: map, key, margin)
                }
                (node, key) = (map.entries[index].value, map.entries[index].key)
                rest = rest.dropFirst()
                continue
            }
            margin = first.key.position.column - 1
            guard let name = rest.first, let index = map.entries.firstIndex(where: { $0.key.text == name }) else {
                return addingLines(Self.wrapped(entries, rest), to: map, margin: margin, before: bound)
            }
            if index + 1 < map.entries.count { bound = map.entries[index + 1].key.position }
            (node, key) = (map.entries[index].value, map.entries[index].key)
            rest = rest.dropFirst()
        }
        guard let key, node.isNull else { throw refusal(of: node.position) }
        return try filling(key, node, Self.wrapped(entries, rest), margin: margin, isInFlow: isInFlow)
    }

    private static func wrapped(_ entries: [NewEntry], _ path: ArraySlice<String>) -> [NewEntry] {
        path.reversed().reduce(entries) { [NewEntry(key: $1, value: .map($0))] }
    }

    private func refusal(of position: SourcePosition) -> Diagnostics {
        Diagnostics(all: [
            Diagnostic(
                message: "nothing can be added here without changing something else", position: position,
                suggestion: "write it by hand")
        ])
    }

    private func isFlow(_ map: YAMLNode.Map) -> Bool { brace(of: map) != nil }

    /// The opening brace of a mapping, behind an anchor or a tag.
    private func brace(of map: YAMLNode.Map) -> Int? {
        var place = places.offset(of: map.position)
        while place < places.scalars.count, places.scalars[place] == "&" || places.scalars[place] == "!" {
            while place < places.scalars.count, places.scalars[place] != " " { place += 1 }
            while place < places.scalars.count, places.scalars[place] == " " { place += 1 }
        }
        return place < places.scalars.count && places.scalars[place] == "{" ? place : nil
    }
}

// MARK: Blocks

extension YAMLInsertion {
    private func addingLines(
        _ entries: [NewEntry], to map: YAMLNode.Map, margin: Int, before bound: SourcePosition?
    ) -> String {
        let last = lastLine(of: map, margin: margin, before: bound)
        let lines = entries.flatMap { $0.lines(margin: margin, step: step(of: map, margin)) }
        let offset = places.end(ofLine: last)
        let isSpaced = isSpaced(map)
        return places.inserting(block((isSpaced ? [""] : []) + lines, at: offset), at: offset)
    }

    /// Lines as text, beginning on a line of their own.
    private func block(_ lines: [String], at offset: Int) -> String {
        let lineBreak = places.lineBreak
        let isOpen = offset > 0 && !TextPlaces.isBreak(places.scalars[offset - 1])
        let text = lines.joined(separator: lineBreak)
        // A text without a line break at its end stays one.
        return isOpen ? lineBreak + text : text + lineBreak
    }

    /// The last line that belongs to a mapping: behind it come blank lines, comments further out, the next key or the end.
    private func lastLine(of map: YAMLNode.Map, margin: Int, before bound: SourcePosition?) -> Int {
        let first = map.entries.last?.key.position.line ?? map.position.line
        var line = bound.map { $0.line - 1 } ?? lastLineOfDocument(after: first)
        while line > first {
            let text = places.line(line)
            let content = text.drop { $0 == " " || $0 == "\t" }
            let isOutside =
                content.isEmpty || (content.first == "#" && content.startIndex - text.startIndex < max(margin, 1))
            guard isOutside else { break }
            line -= 1
        }
        return line
    }

    private func lastLineOfDocument(after first: Int) -> Int {
        var line = first
        while line < places.lineCount {
            let start = places.line(line + 1).prefix(3)
            if start.elementsEqual("...".unicodeScalars) || start.elementsEqual("---".unicodeScalars) { break }
            line += 1
        }
        return line
    }

    /// How much further in the next level stands: as in the mapping's own entries, otherwise two blanks.
    private func step(of map: YAMLNode.Map, _ margin: Int) -> Int {
        for entry in map.entries {
            guard case .map(let inner) = entry.value, !isFlow(inner), let key = inner.entries.first?.key else {
                continue
            }
            let step = key.position.column - 1 - margin
            if step > 0, key.position.line > entry.key.position.line { return step }
        }
        return 2
    }

    /// Whether a blank line stands between the mapping's last two entries.
    private func isSpaced(_ map: YAMLNode.Map) -> Bool {
        guard map.entries.count > 1 else { return false }
        let (from, to) = (
            map.entries[map.entries.count - 2].key.position.line, map.entries[map.entries.count - 1].key.position.line
        )
        return from < to && (from..<to).contains { line in places.line(line).allSatisfy { $0 == " " || $0 == "\t" } }
    }
}

// MARK: Braces and empty values

extension YAMLInsertion {
    private func addingInBraces(
        _ entries: [NewEntry], to map: YAMLNode.Map, _ key: YAMLNode.Scalar?, _ margin: Int
    ) throws(Diagnostics) -> String {
        guard let brace = brace(of: map), let end = FlowBraces.end(in: places.scalars, from: brace) else {
            throw refusal(of: map.position)
        }
        let flow = entries.map(\.flow).joined(separator: ", ")
        switch places.scalars[end.lastContent] {
        case _ where end.lastContent == brace: return places.inserting(flow, at: brace + 1)
        case ",": return places.inserting(" " + flow, at: end.lastContent + 1)
        default: return places.inserting(", " + flow, at: end.lastContent + 1)
        }
    }

    /// Gives a key without a value (`models:`, `models: ~`) a mapping.
    private func filling(
        _ key: YAMLNode.Scalar, _ value: YAMLNode, _ entries: [NewEntry], margin: Int, isInFlow: Bool
    ) throws(Diagnostics) -> String {
        let flow = "{" + entries.map(\.flow).joined(separator: ", ") + "}"
        if let scalar = value.scalar, !scalar.text.isEmpty {
            guard key.position < scalar.position else { throw refusal(of: key.position) }
            return places.inserting(
                flow, at: places.offset(of: scalar.position), replacing: scalar.text.unicodeScalars.count)
        }
        guard !isInFlow else {
            guard let colon = colon(behind: key) else { throw refusal(of: key.position) }
            return places.inserting(" " + flow, at: colon + 1)
        }
        let lines = entries.flatMap { $0.lines(margin: margin + 2, step: 2) }
        let offset = places.end(ofLine: key.position.line)
        return places.inserting(block(lines, at: offset), at: offset)
    }

    private func colon(behind key: YAMLNode.Scalar) -> Int? {
        let start = places.offset(of: key.position) + key.text.unicodeScalars.count
        guard key.isPlain, start < places.scalars.count else { return nil }
        let colon = places.scalars[start...].firstIndex { $0 != " " }
        return colon.flatMap { places.scalars[$0] == ":" ? $0 : nil }
    }
}
