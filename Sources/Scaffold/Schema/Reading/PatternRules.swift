import _StringProcessing

/// Regular expressions of a schema: what the runtime's matcher can read, which never backtracks and therefore has no
/// references back and no looking ahead or behind.
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
        if let construct = backtracking(pattern) {
            return "'\(construct)' needs backtracking, which a request could make endless, and is not there"
        }
        do {
            _ = try Regex<AnyRegexOutput>(pattern)
            return nil
        } catch {
            return "'\(Shown.text(pattern))' is not a regular expression"
        }
    }

    private static func backtracking(_ pattern: String) -> String? {
        var isEscaped = false
        var isSet = false
        let characters = Array(pattern)
        for (place, character) in characters.enumerated() {
            if isEscaped {
                isEscaped = false
                if !isSet, character.isNumber, character != "0" || character == "k" { return "\\\(character)" }
                continue
            }
            switch character {
            case "\\": isEscaped = true
            case "[": isSet = true
            case "]": isSet = false
            case "(" where !isSet:
                let group = String(characters[place...].prefix(4))
                for construct in ["(?=", "(?!", "(?<=", "(?<!"] where group.hasPrefix(construct) { return construct }
            default: break
            }
        }
        return nil
    }
}
