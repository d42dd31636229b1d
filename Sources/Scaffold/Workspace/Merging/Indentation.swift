/// How lines that come from one text are indented in another.
struct Indentation {
    /// What a group of one text stands at, and the other's.
    private let from: [UInt8]
    private let to: [UInt8]
    /// What one level more is.
    private let steps: (from: [UInt8], to: [UInt8])

    static let unchanged = Indentation(from: [], to: [], steps: ([], []))

    init(from: [UInt8], to: [UInt8], steps: (from: [UInt8], to: [UInt8])) {
        self.from = from
        self.to = to
        self.steps = steps
    }

    var isChange: Bool { from != to || steps.from != steps.to }

    /// The space with its last line moved, if it has several.
    func changed(_ space: ArraySlice<UInt8>) -> [UInt8] {
        guard isChange, let end = space.lastIndex(of: newline) else { return Array(space) }
        var rest = space[(end + 1)...]
        guard rest.starts(with: from) else { return Array(space) }
        rest = rest.dropFirst(from.count)
        var moved = space[...end] + to
        while !steps.from.isEmpty, rest.starts(with: steps.from) {
            rest = rest.dropFirst(steps.from.count)
            moved += steps.to
        }
        return Array(moved) + rest
    }

    /// What stands behind the last line end; nil when there is none.
    static func of(_ space: ArraySlice<UInt8>) -> [UInt8]? {
        space.lastIndex(of: newline).map { Array(space[($0 + 1)...]) }
    }
}

extension SwiftTree {
    /// What the first level is indented by; nil where nothing is.
    var step: [UInt8]? {
        for token in tokens.indices.dropFirst() where tokens[token - 1].kind == .open {
            if let step = Indentation.of(space(before: token)), !step.isEmpty { return step }
        }
        return nil
    }
}
