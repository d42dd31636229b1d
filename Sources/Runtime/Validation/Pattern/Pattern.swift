/// A regular expression that takes time proportional to the text, whatever the text: all ways through the expression
/// are followed at once (K. Thompson 1968; R. Cox, "Regular Expression Matching: the Virtual Machine Approach" 2009),
/// so there is no backtracking that a text of a request could drive into years.
///
/// It reads JavaScript's syntax without references back and without looking ahead or behind, which need backtracking:
/// `. [a-z] [^a-z] \d \w \s \b ^ $ ( ) (?: ) | * + ? {2} {2,} {2,5} \n \t \x41 \u0041 \u{1F600}`.
///
/// ```swift
/// try Pattern("^[a-z][a-z0-9-]*$", flags: "i").matches("my-shop")
/// ```
public struct Pattern: Sendable {
    let program: [PatternInstruction]

    /// Reads an expression.
    ///
    /// - Parameters:
    ///   - text: the expression.
    ///   - flags: any of `i` (either case), `m` (`^` and `$` at every line), `s` (`.` matches line ends), `u`.
    /// - Throws: ``PatternError`` with the place and the reason.
    public init(_ text: String, flags: String = "") throws(PatternError) {
        for flag in flags where !"imsu".contains(flag) {
            throw PatternError(pattern: text, offset: 0, reason: "the flag \(flag) is none of i, m, s, u")
        }
        var parser = PatternParser(text, ignoresCase: flags.contains("i"), dotMatchesAll: flags.contains("s"))
        let node = try parser.parse()
        var compiler = PatternCompiler(multiline: flags.contains("m"))
        guard let program = compiler.compile(node) else {
            throw PatternError(pattern: text, offset: 0, reason: "its repetitions are too large")
        }
        self.program = program
    }

    /// Whether any part of the text fits.
    public func matches(_ text: String) -> Bool {
        var matcher = PatternMatcher(program)
        return matcher.matches(text.unicodeScalars)
    }
}
