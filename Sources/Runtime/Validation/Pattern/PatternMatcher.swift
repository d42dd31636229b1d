/// Follows all ways through an expression at once, character by character.
struct PatternMatcher {
    private let program: [PatternInstruction]
    private var threads: [Int] = []
    private var pending: [Int] = []
    /// The round in which a step was last added, so that each is followed once a character.
    private var seen: [Int]
    private var round = 0
    private var matched = false

    init(_ program: [PatternInstruction]) {
        self.program = program
        seen = Array(repeating: -1, count: program.count)
    }

    mutating func matches(_ text: String.UnicodeScalarView) -> Bool {
        let onlyAtStart = if case .start(multiline: false) = program[0] { true } else { false }
        var previous: Unicode.Scalar?
        var index = text.startIndex
        while true {
            let next = index < text.endIndex ? text[index] : nil
            if !onlyAtStart || previous == nil { follow(0, previous, next) }
            guard !matched, let scalar = next, !threads.isEmpty || !onlyAtStart else { return matched }
            text.formIndex(after: &index)
            advance(over: scalar, to: index < text.endIndex ? text[index] : nil)
            previous = scalar
        }
    }

    private mutating func advance(over scalar: Unicode.Scalar, to next: Unicode.Scalar?) {
        let current = threads
        threads.removeAll(keepingCapacity: true)
        round += 1
        for thread in current {
            switch program[thread] {
            case .scalar(let wanted): if wanted == scalar { follow(thread + 1, scalar, next) }
            case .set(let set): if set.contains(scalar) { follow(thread + 1, scalar, next) }
            default: break
            }
        }
    }

    /// Adds a step and all that can be reached from it without taking a character.
    private mutating func follow(_ start: Int, _ previous: Unicode.Scalar?, _ next: Unicode.Scalar?) {
        pending.append(start)
        while let step = pending.popLast() {
            guard seen[step] != round else { continue }
            seen[step] = round
            switch program[step] {
            case .scalar, .set: threads.append(step)
            case .match: matched = true
            case .jump(let target): pending.append(target)
            case .split(let first, let second):
                pending.append(second)
                pending.append(first)
            case .start(let multiline):
                if previous == nil || multiline && isLineEnd(previous) { pending.append(step + 1) }
            case .end(let multiline):
                if next == nil || multiline && isLineEnd(next) { pending.append(step + 1) }
            case .wordBoundary(let wanted):
                if (isWord(previous) != isWord(next)) == wanted { pending.append(step + 1) }
            }
        }
    }

    private func isLineEnd(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map(ScalarSet.lineEnds.contains) ?? false
    }

    private func isWord(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map(ScalarSet.word.contains) ?? false
    }
}
