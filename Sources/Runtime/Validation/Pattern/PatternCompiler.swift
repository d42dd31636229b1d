/// Turns what was read into steps.
struct PatternCompiler {
    private var program: [PatternInstruction] = []
    private let multiline: Bool

    /// A text is matched in at most this many steps a character.
    private static let limit = 5000

    init(multiline: Bool) {
        self.multiline = multiline
    }

    /// The program, or nil where it would be too long.
    mutating func compile(_ node: PatternNode) -> [PatternInstruction]? {
        add(node)
        program.append(.match)
        return program.count <= Self.limit ? program : nil
    }

    private mutating func add(_ node: PatternNode) {
        guard program.count <= Self.limit else { return }
        switch node {
        case .empty: break
        case .set(let set): program.append(step(set))
        case .start: program.append(.start(multiline: multiline))
        case .end: program.append(.end(multiline: multiline))
        case .wordBoundary(let wanted): program.append(.wordBoundary(wanted))
        case .sequence(let nodes): for node in nodes { add(node) }
        case .choice(let options): add(options)
        case .repetition(let node, let low, let high): add(node, from: low, to: high)
        }
    }

    private func step(_ set: ScalarSet) -> PatternInstruction {
        guard !set.isNegated, !set.ignoresCase, set.ranges.count == 1, let range = set.ranges.first,
            range.lowerBound == range.upperBound, let scalar = Unicode.Scalar(range.lowerBound)
        else { return .set(set) }
        return .scalar(scalar)
    }

    /// `a|b|c`: before each option but the last a split past it, behind it a jump to the end.
    private mutating func add(_ options: [PatternNode]) {
        var jumps: [Int] = []
        for option in options.dropLast() {
            let split = reserve()
            add(option)
            jumps.append(reserve())
            program[split] = .split(split + 1, program.count)
        }
        if let last = options.last { add(last) }
        for jump in jumps { program[jump] = .jump(program.count) }
    }

    private mutating func add(_ node: PatternNode, from low: Int, to high: Int?) {
        for _ in 0..<low where program.count <= Self.limit { add(node) }
        guard let high else {
            let split = reserve()
            add(node)
            program.append(.jump(split))
            program[split] = .split(split + 1, program.count)
            return
        }
        var splits: [Int] = []
        for _ in low..<high where program.count <= Self.limit {
            splits.append(reserve())
            add(node)
        }
        for split in splits { program[split] = .split(split + 1, program.count) }
    }

    /// Room for a step whose targets are not known yet.
    private mutating func reserve() -> Int {
        program.append(.jump(0))
        return program.count - 1
    }
}
