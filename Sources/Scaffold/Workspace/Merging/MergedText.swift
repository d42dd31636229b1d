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

/// How far lines that come from one text have to be moved in another.
struct Indentation {
    private let from: [UInt8]
    private let to: [UInt8]
    /// A step of `to`.
    private let step: [UInt8]

    static let unchanged = Indentation(from: [], to: [])

    var isChange: Bool { from != to }

    init(from: [UInt8], to: [UInt8]) {
        self.from = from
        self.to = to
        let depth = from.count / 4
        step = depth > 0 && to.count.isMultiple(of: depth) ? Array(to.prefix(to.count / depth)) : Array("    ".utf8)
    }

    /// The space with its last line moved, if it has several.
    func changed(_ space: ArraySlice<UInt8>) -> [UInt8] {
        guard isChange, let end = space.lastIndex(of: newline) else { return Array(space) }
        let last = space[(end + 1)...]
        guard last.starts(with: from) else { return Array(space) }
        let rest = last.dropFirst(from.count)
        let steps = rest.allSatisfy { $0 == UInt8(ascii: " ") } ? rest.count / 4 : 0
        return space[...end] + to + (0..<steps).flatMap { _ in step } + rest.dropFirst(steps * 4)
    }

    /// What stands behind the last line end; nil when there is none.
    static func of(_ space: ArraySlice<UInt8>) -> [UInt8]? {
        space.lastIndex(of: newline).map { Array(space[($0 + 1)...]) }
    }
}
