/// Reads the text of a regular expression, by recursive descent: choice, sequence, repetition, atom.
struct PatternParser {
    private let text: String
    private let scalars: [Unicode.Scalar]
    private let ignoresCase: Bool
    private let dotMatchesAll: Bool
    private var position = 0
    private var depth = 0

    /// How deep groups may nest, and how often something may be repeated by number.
    private static let depthLimit = 100
    private static let countLimit = 1000

    init(_ text: String, ignoresCase: Bool, dotMatchesAll: Bool) {
        self.text = text
        self.scalars = Array(text.unicodeScalars)
        self.ignoresCase = ignoresCase
        self.dotMatchesAll = dotMatchesAll
    }

    mutating func parse() throws(PatternError) -> PatternNode {
        let node = try choice()
        guard position == scalars.count else { throw problem("a ) without its (") }
        return node
    }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private func problem(_ reason: String) -> PatternError {
        PatternError(pattern: text, offset: position, reason: reason)
    }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    private mutating func choice() throws(PatternError) -> PatternNode {
        var options = [try sequence()]
        while skip("|") { options.append(try sequence()) }
        return options.count == 1 ? options[0] : .choice(options)
    }

    private mutating func sequence() throws(PatternError) -> PatternNode {
        var nodes: [PatternNode] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            let atom = try atom(scalar)
            nodes.append(try repeated(atom))
        }
        return nodes.count == 1 ? nodes[0] : .sequence(nodes)
    }

    private mutating func repeated(_ atom: PatternNode) throws(PatternError) -> PatternNode {
        let bounds: (Int, Int?)
        if skip("*") {
            bounds = (0, nil)
        } else if skip("+") {
            bounds = (1, nil)
        } else if skip("?") {
            bounds = (0, 1)
        } else if let counted = try counts() {
            bounds = counted
        } else {
            return atom
        }
        _ = skip("?")  // "as few as possible" finds the same texts
        return .repetition(atom, from: bounds.0, to: bounds.1)
    }

    /// `{2}`, `{2,}` or `{2,5}`; any other brace stands for itself, as in JavaScript.
    private mutating func counts() throws(PatternError) -> (Int, Int?)? {
        let start = position
        guard skip("{"), let low = number() else {
            position = start
            return nil
        }
        var high: Int? = low
        if skip(",") { high = number() }
        guard skip("}") else {
            position = start
            return nil
        }
        if low > Self.countLimit || (high ?? 0) > Self.countLimit {
            throw problem("a repetition of more than \(Self.countLimit)")
        }
        if let high, high < low { throw problem("a repetition from \(low) to \(high)") }
        return (low, high)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let scalar = next, let digit = scalar.properties.numericType == .decimal ? Int(String(scalar)) : nil {
            value = min((value ?? 0) * 10 + digit, 1_000_000)
            position += 1
        }
        return value
    }

    private mutating func atom(_ scalar: Unicode.Scalar) throws(PatternError) -> PatternNode {
        switch scalar {
        case "(": return try group()
        case "[": return .set(try characterClass())
        case "*", "+", "?": throw problem("\(scalar) has nothing before it to repeat")
        case "\\": return try escape()
        default: break
        }
        position += 1
        switch scalar {
        case ".": return .set(dotMatchesAll ? ScalarSet(isNegated: true) : negated(.lineEnds))
        case "^": return .start
        case "$": return .end
        default: return .set(literal(scalar))
        }
    }

    private mutating func group() throws(PatternError) -> PatternNode {
        position += 1
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw problem("groups nested deeper than \(Self.depthLimit)") }
        if skip("?"), !skip(":") {
            throw problem("looking ahead or behind and names of groups are not supported; (?: ) is")
        }
        let node = try choice()
        guard skip(")") else { throw problem("a ( without its )") }
        return node
    }

    private mutating func escape() throws(PatternError) -> PatternNode {
        position += 1
        if skip("b") { return .wordBoundary(true) }
        if skip("B") { return .wordBoundary(false) }
        if let set = classEscape() { return .set(set) }
        return .set(literal(try escapedScalar()))
    }

    /// What stands behind the backslash of `\d` and its like.
    private mutating func classEscape() -> ScalarSet? {
        if skip("d") { return .digits }
        if skip("w") { return .word }
        if skip("s") { return .space }
        if skip("D") { return negated(.digits) }
        if skip("W") { return negated(.word) }
        if skip("S") { return negated(.space) }
        return nil
    }

    private mutating func escapedScalar() throws(PatternError) -> Unicode.Scalar {
        guard let scalar = next else { throw problem("a \\ at the end") }
        position += 1
        switch scalar {
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "f": return "\u{0C}"
        case "v": return "\u{0B}"
        case "0": return "\0"
        case "x": return try hexadecimal(2)
        case "u": return skip("{") ? try hexadecimal(nil) : try hexadecimal(4)
        default: break
        }
        position -= 1
        if scalar.properties.numericType != nil { throw problem("references back to groups are not supported") }
        if scalar.properties.isAlphabetic { throw problem("\\\(scalar) is not supported") }
        position += 1
        return scalar
    }

    /// So many digits, or all up to a closing brace.
    private mutating func hexadecimal(_ count: Int?) throws(PatternError) -> Unicode.Scalar {
        let digits = scalars[position...].prefix(count ?? 6).prefix { $0.isASCII && $0.properties.isASCIIHexDigit }
        let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
        guard digits.count == count ?? digits.count, let value, let scalar = Unicode.Scalar(value) else {
            throw problem("\(count.map(String.init) ?? "some") hexadecimal digits of a character are missing")
        }
        position += digits.count
        if count == nil, !skip("}") { throw problem("a { without its }") }
        return scalar
    }

    private mutating func characterClass() throws(PatternError) -> ScalarSet {
        position += 1
        var set = ScalarSet(isNegated: skip("^"), ignoresCase: ignoresCase)
        while let scalar = next, scalar != "]" {
            guard let low = try classMember(&set) else { continue }
            var high = low
            if next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" {
                position += 1
                guard let end = try classMember(&set) else { throw problem("a range that ends in a set") }
                high = end
            }
            guard low <= high else { throw problem("a range from \(low) to \(high)") }
            set.ranges.append(low.value...high.value)
        }
        guard skip("]") else { throw problem("a [ without its ]") }
        return set
    }

    /// One character of a class, or nil where a whole set such as `\d` was added.
    private mutating func classMember(_ set: inout ScalarSet) throws(PatternError) -> Unicode.Scalar? {
        guard let scalar = next else { throw problem("a [ without its ]") }
        position += 1
        guard scalar == "\\" else { return scalar }
        if skip("b") { return "\u{08}" }
        if let other = classEscape() {
            set.ranges += other.isNegated ? other.inverted : other.ranges
            return nil
        }
        if skip("-") { return "-" }
        return try escapedScalar()
    }

    private func literal(_ scalar: Unicode.Scalar) -> ScalarSet {
        ScalarSet(ranges: [scalar.value...scalar.value], ignoresCase: ignoresCase)
    }

    private func negated(_ set: ScalarSet) -> ScalarSet {
        ScalarSet(ranges: set.ranges, isNegated: true)
    }
}
