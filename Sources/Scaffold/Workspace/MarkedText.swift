/// A text with the marks of a merge that nobody has settled, such as git leaves in a record where `.gitattributes` did not
/// say how to merge it.
struct MarkedText {
    /// The whole text as each side has it.
    private(set) var ours: [UInt8] = []
    private(set) var theirs: [UInt8] = []

    /// Nil for a text without marks.
    init?(_ text: [UInt8]) {
        enum Part { case both, ours, base, theirs }
        var part = Part.both
        var hasMarks = false
        guard text.contains(UInt8(ascii: "<")) else { return nil }
        for line in MarkedText.lines(of: text) {
            switch part {
            case .both where line.starts(with: "<<<<<<< ".utf8):
                part = .ours
                hasMarks = true
            case .ours where line.starts(with: "|||||||".utf8): part = .base
            case .ours where line.starts(with: "=======".utf8), .base where line.starts(with: "=======".utf8):
                part = .theirs
            case .theirs where line.starts(with: ">>>>>>>".utf8): part = .both
            case .both:
                ours += line
                theirs += line
            case .ours: ours += line
            case .base: break
            case .theirs: theirs += line
            }
        }
        guard hasMarks else { return nil }
    }

    /// The side that has more in common with a text; ours where both have as much.
    func side(nearest text: [UInt8]) -> [UInt8] {
        MarkedText.likeness(theirs, text) > MarkedText.likeness(ours, text) ? theirs : ours
    }

    /// The lines that both have, less those that only the first has.
    private static func likeness(_ text: [UInt8], _ other: [UInt8]) -> Int {
        var left: [ArraySlice<UInt8>: Int] = [:]
        for line in lines(of: other) { left[line, default: 0] += 1 }
        return lines(of: text).reduce(0) { sum, line in
            guard let count = left[line], count > 0 else { return sum - 1 }
            left[line] = count - 1
            return sum + 1
        }
    }

    /// With their line feeds.
    private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = text.startIndex
        for place in text.indices where text[place] == UInt8(ascii: "\n") {
            lines.append(text[start...place])
            start = place + 1
        }
        if start < text.endIndex { lines.append(text[start...]) }
        return lines
    }
}
