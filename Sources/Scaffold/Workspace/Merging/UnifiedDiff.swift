/// The difference of two texts for people: hunks with three lines around each change.
///
///     print(UnifiedDiff(from: old, to: new, path: "README.md").text(isColoured: true), terminator: "")
struct UnifiedDiff: Sendable {
    private enum Kind { case both, old, new }

    private struct Line {
        var kind: Kind
        /// The place in its own text; in the old one for what is in both.
        var index: Int
    }

    private let path: String
    private let old: TextLines
    private let new: TextLines
    private let lines: [Line]

    init(from old: [UInt8], to new: [UInt8], path: String) {
        self.path = path
        self.old = TextLines(old)
        self.new = TextLines(new)
        // Here the end of a line counts: it is part of what differs.
        var interner = Interner<ArraySlice<UInt8>>()
        let before = (0..<self.old.count).map { [old = self.old] in interner.number(of: old.whole($0)) }
        let after = (0..<self.new.count).map { [new = self.new] in interner.number(of: new.whole($0)) }
        var lines: [Line] = []
        var next = 0
        for (index, partner) in LineDiff(from: before, to: after).partners.enumerated() {
            guard partner >= 0 else {
                lines.append(Line(kind: .old, index: index))
                continue
            }
            lines += (next..<partner).map { Line(kind: .new, index: $0) }
            lines.append(Line(kind: .both, index: index))
            next = partner + 1
        }
        self.lines = lines + (next..<self.new.count).map { Line(kind: .new, index: $0) }
    }

    /// Whether the texts are the same.
    var isEmpty: Bool { lines.allSatisfy { $0.kind == .both } }

    /// - Parameter isColoured: for a terminal.
    /// - Returns: every line ended; nothing where the texts are the same.
    func text(isColoured: Bool) -> String {
        guard !isEmpty else { return "" }
        func line(_ text: String, _ colour: Int) -> String {
            isColoured ? "\u{1B}[\(colour)m\(text)\u{1B}[0m\n" : text + "\n"
        }
        var text = line("--- a/\(path)", 1) + line("+++ b/\(path)", 1)
        var before = (old: 0, new: 0)
        var start = 0
        for hunk in hunks {
            let between = start..<hunk.lowerBound
            before = (before.old + count(.old, between), before.new + count(.new, between))
            let counts = (old: count(.old, hunk), new: count(.new, hunk))
            text += line("@@ -\(place(before.old, counts.old)) +\(place(before.new, counts.new)) @@", 36)
            before = (before.old + counts.old, before.new + counts.new)
            start = hunk.upperBound
            for shown in lines[hunk] {
                switch shown.kind {
                case .both: text += " " + UnifiedDiff.readable(old.whole(shown.index)) + "\n"
                case .old: text += line("-" + UnifiedDiff.readable(old.whole(shown.index)), 31)
                case .new: text += line("+" + UnifiedDiff.readable(new.whole(shown.index)), 32)
                }
                let source = shown.kind == .new ? new : old
                if source.whole(shown.index).last != newline { text += "\\ No newline at end of file\n" }
            }
        }
        return text
    }

    /// Changes with up to three lines around; what would touch is one hunk.
    private var hunks: [Range<Int>] {
        var hunks: [Range<Int>] = []
        for index in lines.indices where lines[index].kind != .both {
            let range = max(0, index - 3)..<min(lines.count, index + 4)
            if let last = hunks.last, last.upperBound >= range.lowerBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
        return hunks
    }

    /// How many of the lines are in one of the texts.
    private func count(_ kind: Kind, _ range: Range<Int>) -> Int {
        lines[range].count { $0.kind == .both || $0.kind == kind }
    }

    private func place(_ before: Int, _ count: Int) -> String { "\(count == 0 ? before : before + 1),\(count)" }

    /// A line without its end, control characters spelled out (`^M`): a text must not steer the terminal.
    private static func readable(_ line: ArraySlice<UInt8>) -> String {
        let content = line.last == newline ? line.dropLast() : line
        let text = String(decoding: content, as: UTF8.self)
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        return text.unicodeScalars.reduce(into: "") { readable, scalar in
            guard isControl(scalar) else { return readable.unicodeScalars.append(scalar) }
            readable += scalar.value < 32 ? "^" + String(UnicodeScalar(UInt8(scalar.value + 64))) : "\u{FFFD}"
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 32 && scalar != "\t" || (127..<160).contains(scalar.value)
    }
}
