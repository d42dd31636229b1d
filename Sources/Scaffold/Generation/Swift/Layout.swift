/// Breaks lines that are too long, where the toolchain's formatter breaks them.
///
/// Templates write every statement on one line; names of any length may come in. Generated text has to pass the
/// strict linter without having been formatted, since formatting a thousand files takes far longer than generating
/// them, so only lines that do not fit are looked at, and only the shapes that templates use are known.
enum Layout {
    /// The longest line, in characters; the app's `.swift-format` says the same.
    static let width = 120

    /// Whether a statement holds a literal that fits on no line: it is left to its length, and the formatter is told so.
    static func isUnbreakable(_ statement: String) -> Bool {
        guard statement.utf8.count > 80 else { return false }
        var (length, isQuoted, isEscaped) = (0, false, false)
        for letter in statement.unicodeScalars {
            if letter == "\"", !isEscaped {
                isQuoted.toggle()
                length = 0
            }
            length += isQuoted ? 1 : 0
            if length > 80 { return true }
            isEscaped = letter == "\\" && !isEscaped
        }
        return false
    }

    /// `text` with every line that is too long broken; the others are left as they are.
    static func fit(_ text: String) -> String {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard lines.contains(where: { $0.count > width }) else { return text }
        return lines.map { line in
            guard line.count > width, let content = line.firstIndex(where: { $0 != UInt8(ascii: " ") }) else {
                return String(line) ?? ""
            }
            let margin = line.distance(from: line.startIndex, to: content)
            return fit(SwiftLine(String(line[content...]) ?? ""), margin).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// One statement, at a margin of so many spaces, as the lines it takes.
    private static func fit(_ line: SwiftLine, _ margin: Int, last tail: Int = 0) -> [String] {
        guard margin + line.text.count + tail > width, !line.text.hasPrefix("//") else { return [line.at(margin)] }
        if let block = line.trailingBlock {
            return fit(SwiftLine(block.head), margin) + fit(SwiftLine(block.body), margin + 4)
                + [SwiftLine("}").at(margin)]
        }
        let operands = line.operands
        if operands.count > 1 {
            return [SwiftLine(operands[0]).at(margin)] + operands.dropFirst().map { SwiftLine($0).at(margin + 4) }
        }
        guard let list = line.list else { return [line.at(margin)] }
        return [SwiftLine(list.head).at(margin)] + broken(list, margin)
    }

    /// The elements of a list in lines that are as full as may be, and what closes it.
    private static func broken(_ list: SwiftLine.List, _ margin: Int) -> [String] {
        let closing = list.closesOnItsOwnLine ? 0 : list.tail.count
        var lines: [String] = []
        var current = ""
        for (place, element) in list.elements.enumerated() {
            let isLast = place == list.elements.count - 1
            let comma = !isLast || (list.isLiteral && list.elements.count > 1) ? "," : ""
            let piece = element + comma
            let room = isLast ? closing : 0
            if !current.isEmpty, margin + 5 + current.count + piece.count + room > width {
                lines.append(SwiftLine(current).at(margin + 4))
                current = ""
            }
            if current.isEmpty, margin + 4 + piece.count + room > width {
                var nested = fit(SwiftLine(element), margin + 4, last: room + comma.count)
                nested[nested.count - 1] += comma
                lines += nested
            } else {
                current += (current.isEmpty ? "" : " ") + piece
            }
        }
        if !current.isEmpty { lines.append(SwiftLine(current).at(margin + 4)) }
        if list.closesOnItsOwnLine { return lines + [SwiftLine(list.tail).at(margin)] }
        lines[lines.count - 1] += list.tail
        return lines
    }
}
