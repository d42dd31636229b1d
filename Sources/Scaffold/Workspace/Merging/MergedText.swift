/// A text as it is put together of tokens and the space before them.
struct MergedText {
    private(set) var bytes: [UInt8] = []
    /// How many places clash.
    private(set) var places = 0
    /// Whether what comes next needs a line of its own.
    private var needsLine = false

    /// Whether a statement may follow on the same line.
    var endsStatement: Bool { bytes.last == UInt8(ascii: ";") && !needsLine }

    mutating func add(space: some Sequence<UInt8>, _ text: some Sequence<UInt8>, needsLine: Bool = false) {
        let space = Array(space)
        if self.needsLine, !space.contains(newline) { bytes.append(newline) }
        bytes += space
        bytes += text
        self.needsLine = needsLine
    }

    /// Some tokens of a text as they stand there, but for the space before the first one.
    mutating func add(
        space: some Sequence<UInt8>, _ range: Range<Int>, of tree: SwiftTree, indentation: Indentation = .unchanged
    ) {
        guard let last = range.last else { return }
        let needsLine = tree.tokens[last].kind == .lineComment
        guard indentation.isChange else { return add(space: space, tree.text(of: range), needsLine: needsLine) }
        add(space: space, tree.text(of: range.lowerBound), needsLine: range.count == 1 && needsLine)
        for token in range.dropFirst() {
            add(
                space: indentation.changed(tree.space(before: token)), tree.text(of: token),
                needsLine: tree.tokens[token].kind == .lineComment)
        }
    }

    /// What clashes in one place, each part whole lines.
    mutating func add(_ conflict: LineMerge) {
        bytes.append(newline)
        bytes += conflict.text.last == newline ? conflict.text.dropLast() : conflict.text[...]
        places += conflict.places
        needsLine = true
    }

    /// Takes back what came after.
    mutating func cut(to former: Mark) {
        bytes.removeSubrange(former.count...)
        places = former.places
        needsLine = former.needsLine
    }

    struct Mark {
        fileprivate var count: Int
        fileprivate var places: Int
        fileprivate var needsLine: Bool
    }

    var mark: Mark { Mark(count: bytes.count, places: places, needsLine: needsLine) }
}
