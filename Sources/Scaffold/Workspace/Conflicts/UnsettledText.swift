/// A text with the markers of merges that nobody has settled yet.
struct UnsettledText {
    enum Side { case mine, generated }

    private enum Part { case shared, mine, base, generated }

    private let lines: [ArraySlice<UInt8>]

    init(_ text: [UInt8]) {
        lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }

    /// The text with one side of every place that is marked.
    func taking(_ side: Side) -> [UInt8] {
        var part = Part.shared
        var kept: [ArraySlice<UInt8>] = []
        for line in lines {
            if let next = UnsettledText.part(after: line, in: part) {
                part = next
            } else if part == .shared || part == (side == .mine ? .mine : .generated) {
                kept.append(line)
            }
        }
        return Array(kept.joined(separator: [UInt8(ascii: "\n")]))
    }

    /// What a line begins, if it is a marker and one may stand there.
    private static func part(after line: ArraySlice<UInt8>, in part: Part) -> Part? {
        func begins(with marker: Character) -> Bool {
            let signs = line.prefix { $0 == marker.asciiValue }
            let rest = line.dropFirst(signs.count).first
            return signs.count == 7 && (rest == nil || rest == UInt8(ascii: " ") || rest == UInt8(ascii: "\r"))
        }
        switch part {
        case .shared where begins(with: "<"): return .mine
        case .mine where begins(with: "|"): return .base
        case .mine where begins(with: "="), .base where begins(with: "="): return .generated
        case .generated where begins(with: ">"): return .shared
        default: return nil
        }
    }
}
