import ScaffoldValidation

/// Regular expressions of a schema: what the runtime's own matcher can read, which never backtracks and therefore has
/// no references back and no looking ahead or behind.
enum PatternRules {
    static let maximumLength = 1000

    /// What is wrong with a pattern, or nil.
    static func problem(_ pattern: String, flags: String) -> String? {
        guard !pattern.isEmpty, pattern.utf8.count <= maximumLength else {
            return "a regular expression has from 1 to \(maximumLength) bytes"
        }
        if let flag = flags.first(where: { !"imsu".contains($0) }) {
            return "the flag '\(Shown.text(String(flag)))' is none of i, m, s, u"
        }
        if let hidden = pattern.unicodeScalars.first(where: Shown.isHidden) {
            return "a regular expression cannot hold \(Shown.name(of: hidden)); write it as an escape"
        }
        do {
            _ = try Pattern(pattern, flags: flags)
            return nil
        } catch {
            return "'\(Shown.text(pattern))' cannot be read at character \(error.offset + 1): "
                + Shown.text(error.reason)
        }
    }

    /// Whether a text keeps the rule of a pattern and its flags; a pattern that cannot be read has no such text.
    static func matches(_ text: String, _ rule: [String]) -> Bool {
        guard let pattern = rule.first else { return false }
        return (try? Pattern(pattern, flags: rule.count > 1 ? rule[1] : ""))?.matches(text) ?? false
    }
}
