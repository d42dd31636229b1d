/// A text as scalars with its lines, to find the places that YAML's positions mean.
///
/// Lines end where YAML says they do: LF, CR, CRLF, NEL and the two Unicode separators.
struct TextPlaces {
    let scalars: [Unicode.Scalar]
    /// Where each line begins, and behind the last one the end of the text.
    let lineStarts: [Int]

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var starts = [0]
        for (place, scalar) in scalars.enumerated() where Self.isBreak(scalar) {
            let isFirstOfTwo = scalar == "\r" && place + 1 < scalars.count && scalars[place + 1] == "\n"
            if !isFirstOfTwo { starts.append(place + 1) }
        }
        if starts.last != scalars.count { starts.append(scalars.count) }
        lineStarts = starts
    }

    static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
    }

    /// Lines, counted from 1; a text that ends in a line break has no further line behind it.
    var lineCount: Int { lineStarts.count - 1 }

    /// What ends the text's lines: that of the first one.
    var lineBreak: String {
        guard let first = scalars.firstIndex(where: Self.isBreak), scalars[first] == "\r" else { return "\n" }
        return first + 1 < scalars.count && scalars[first + 1] == "\n" ? "\r\n" : "\r"
    }

    /// The offset of a position, within the text.
    func offset(of position: SourcePosition) -> Int {
        let line = min(max(position.line, 1), lineStarts.count) - 1
        return min(lineStarts[line] + position.column - 1, scalars.count)
    }

    /// The scalars of a line without what ends it.
    func line(_ number: Int) -> ArraySlice<Unicode.Scalar> {
        guard (1...max(lineCount, 1)).contains(number), lineCount > 0 else { return [] }
        var line = scalars[lineStarts[number - 1]..<lineStarts[number]]
        while let last = line.last, Self.isBreak(last) { line.removeLast() }
        return line
    }

    /// Where the line after this one begins, or the end of the text.
    func end(ofLine number: Int) -> Int { lineStarts[min(max(number, 0), lineStarts.count - 1)] }

    /// The text with another put in at an offset, `count` scalars replaced.
    func inserting(_ text: String, at offset: Int, replacing count: Int = 0) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[..<offset])
        view.append(contentsOf: text.unicodeScalars)
        view.append(contentsOf: scalars[(offset + count)...])
        return String(view)
    }
}
