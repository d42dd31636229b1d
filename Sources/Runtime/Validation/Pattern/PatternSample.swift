/// Makes texts that a regular expression matches.
///
/// ```swift
/// let sample = try PatternSample("^[A-Z]{2}-\\d{4}$")
/// sample.text { Int.random(in: 0..<$0) }   // "KQ-7301"
/// ```
package struct PatternSample: Sendable {
    private let node: PatternNode

    /// - Throws: ``PatternError`` for what is no expression.
    package init(_ text: String, flags: String = "") throws(PatternError) {
        var parser = PatternParser(text, ignoresCase: flags.contains("i"), dotMatchesAll: flags.contains("s"))
        node = try parser.parse()
    }

    /// A text; boundaries of words and anchors in the midst of it are not minded, so match it before use.
    ///
    /// - Parameter choose: a number from 0 on that is less than the given one.
    package func text(_ choose: (Int) -> Int) -> String {
        var text = String.UnicodeScalarView()
        Self.add(node, to: &text, choose)
        return String(text)
    }

    private static func add(_ node: PatternNode, to text: inout String.UnicodeScalarView, _ choose: (Int) -> Int) {
        // Repetitions of repetitions grow fast.
        guard text.count < 4000 else { return }
        switch node {
        case .empty, .start, .end, .wordBoundary: break
        case .set(let set): if let scalar = set.sample(choose) { text.append(scalar) }
        case .sequence(let nodes): for node in nodes { add(node, to: &text, choose) }
        case .choice(let nodes): if !nodes.isEmpty { add(nodes[choose(nodes.count)], to: &text, choose) }
        case .repetition(let node, let from, let to):
            // Without an end: a few more than must be.
            let most = max(from, min(to ?? from + 8, from + 24))
            for _ in 0..<(from + choose(most - from + 1)) { add(node, to: &text, choose) }
        }
    }
}

extension ScalarSet {
    /// One of its characters, a plain one where there is one.
    fileprivate func sample(_ choose: (Int) -> Int) -> Unicode.Scalar? {
        for plain in Self.plain {
            let found = plain.filter { contains($0) }
            if !found.isEmpty { return found[choose(found.count)] }
        }
        let ranges = isNegated ? inverted : ranges
        guard !ranges.isEmpty else { return nil }
        let range = ranges[choose(ranges.count)]
        let count = min(Int(range.upperBound - range.lowerBound) + 1, 1000)
        return Unicode.Scalar(range.lowerBound + UInt32(choose(count)))
    }

    private static let plain: [[Unicode.Scalar]] = [
        Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".unicodeScalars),
        Array("-_ .,".unicodeScalars), (0x21...0x7E).compactMap { Unicode.Scalar($0 as UInt32) },
    ]
}
