/// Whether a text holds what both sides made of a base: by counting, with no idea of how texts are merged.
///
/// What only one side changed is in the result as that side has it; what both changed is in it at least as often as one
/// of them has it, and never more often than both together make it.
struct MergeCheck {
    let base: [UInt8]
    let mine: [UInt8]
    let generated: [UInt8]
    /// What may differ: names that became others.
    var isExempt: (String) -> Bool = { _ in false }
    /// Whether lines were torn out of what they belong to: what the other side does to them may come to either place, and
    /// only what is lost counts.
    var isTorn = false

    enum Verdict: Equatable {
        case byLines
        /// Lines were merged in themselves, or broken otherwise; the words are right.
        case byWords
        case wrong([String])
    }

    func verdict(on result: [UInt8]) -> Verdict {
        func lines(_ text: [UInt8]) -> [String] {
            PlainLines.of(text).map { PlainLines.words(Array($0.utf8)).joined(separator: " ") }.filter { !$0.isEmpty }
        }
        guard !problems(in: lines, of: result).isEmpty else { return .byLines }
        let problems = problems(in: PlainLines.words, of: result)
        return problems.isEmpty ? .byWords : .wrong(problems)
    }

    private func problems(in parts: ([UInt8]) -> [String], of result: [UInt8]) -> [String] {
        func counts(_ text: [UInt8]) -> [String: Int] { Dictionary(parts(text).map { ($0, 1) }, uniquingKeysWith: +) }
        let (b, m, g, r) = (counts(base), counts(mine), counts(generated), counts(result))
        var problems: [String] = []
        for part in Set(b.keys).union(m.keys).union(g.keys).union(r.keys).sorted() where !isExempt(part) {
            let (base, mine, generated, result) = (b[part] ?? 0, m[part] ?? 0, g[part] ?? 0, r[part] ?? 0)
            let both = mine + generated - base
            let least = mine == base ? generated : generated == base ? mine : max(0, min(mine, generated, both))
            let most = mine == base ? generated : generated == base ? mine : max(mine, generated, both)
            let isRight = result >= least && (isTorn || result <= most)
            if !isRight {
                problems.append("'\(part)': base \(base), mine \(mine), generated \(generated), result \(result)")
            }
        }
        return problems
    }

    /// A text with markers: what is in it with mine, and with generated, at every place that clashes.
    static func sides(of marked: [UInt8]) -> (mine: [UInt8], generated: [UInt8])? {
        enum Part { case shared, mine, base, generated }
        var part = Part.shared
        var (mine, generated): ([UInt8], [UInt8]) = ([], [])
        var places = 0
        for line in PlainLines.of(marked) {
            let bytes = Array((line + "\n").utf8)
            switch part {
            case .shared where line.hasPrefix("<<<<<<< "): part = .mine
            case .mine where line.hasPrefix("||||||| "): part = .base
            case .mine where line == "=======", .base where line == "=======": part = .generated
            case .generated where line.hasPrefix(">>>>>>> "):
                part = .shared
                places += 1
            case .shared:
                mine += bytes
                generated += bytes
            case .mine: mine += bytes
            case .generated: generated += bytes
            case .base: break
            }
        }
        return part == .shared && places > 0 ? (mine, generated) : nil
    }
}
