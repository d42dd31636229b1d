import ScaffoldStorage

/// The settings of a `.env` file: one `NAME=value` a line, `#` before a comment.
///
/// What other tools write is understood too: `export NAME=value`, quotes around a value, line ends of Windows. A line
/// that could be meant in two ways is refused with its number.
struct EnvironmentFile {
    let variables: [String: String]

    /// - Parameter name: the file's name, for errors.
    init(_ text: String, name: String) throws {
        var variables: [String: String] = [:]
        // A line end of Windows is one character, which splitting at newlines covers.
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let place = "\(name):\(index + 1)"
            guard let (variable, value) = try Self.setting(trimmed(line), place) else { continue }
            guard variables.updateValue(value, forKey: variable) == nil else {
                throw ConfigurationError(variable: place, reason: "\(variable) is set a second time")
            }
        }
        self.variables = variables
    }

    private static func setting(_ line: Substring, _ place: String) throws -> (variable: String, value: String)? {
        if line.isEmpty || line.hasPrefix("#") { return nil }
        guard let sign = line.firstIndex(of: "=") else {
            throw ConfigurationError(variable: place, reason: "no NAME=value")
        }
        var variable = trimmed(line[..<sign])
        if variable.hasPrefix("export ") { variable = trimmed(variable.dropFirst(7)) }
        guard let first = variable.first, first.isLetter || first == "_",
            variable.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") })
        else { throw ConfigurationError(variable: place, reason: "what stands before = is no name") }
        return (String(variable), try value(trimmed(line[line.index(after: sign)...]), place))
    }

    private static func value(_ text: Substring, _ place: String) throws -> String {
        guard let quote = text.first, quote == "\"" || quote == "'" else {
            // In some tools a comment, in others part of the value.
            if text.contains(" #") {
                throw ConfigurationError(
                    variable: place,
                    reason:
                        "\" #\" may start a comment or not: put the comment on its own line, or quotes around the value"
                )
            }
            return String(text)
        }
        let inner = text.dropFirst().dropLast()
        guard text.count >= 2, text.last == quote, !inner.contains(quote), !(quote == "\"" && inner.contains("\\"))
        else {
            throw ConfigurationError(
                variable: place, reason: "quotes go around the whole value, without quotes or backslashes in it")
        }
        return String(inner)
    }
}

private func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
}
