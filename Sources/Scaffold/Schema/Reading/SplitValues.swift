/// Values that YAML cut at a comma: `{status: enum(a, b)}` is `status: "enum(a"` and a key `b)` without a value.
///
/// They are reported with the hint to quote them, and put together again so that they cause no further mistakes.
enum SplitValues {
    static func mended(_ map: YAMLNode.Map, _ problems: Problems) -> [YAMLNode.Entry] {
        var entries: [YAMLNode.Entry] = []
        var open: Int?
        for entry in map.entries {
            if let place = open, entry.value.isNull, case .scalar(var value) = entries[place].value {
                value.text += ", " + entry.key.text
                entries[place].value = .scalar(value)
                if !isOpen(value.text) {
                    open = nil
                    problems.error(
                        "YAML splits the value of '\(Shown.text(entries[place].key.text))' at its comma",
                        at: value.position, "put quotes around it: \"\(Shown.text(value.text))\"")
                }
                continue
            }
            entries.append(entry)
            let isCut = entry.value.scalar.map { $0.isPlain && isOpen($0.text) } ?? false
            open = isCut ? entries.count - 1 : nil
        }
        return entries
    }

    /// Whether a bracket is opened and not closed.
    static func isOpen(_ text: String) -> Bool {
        var depth = 0
        for scalar in text.unicodeScalars {
            if scalar == "(" || scalar == "{" { depth += 1 }
            if scalar == ")" || scalar == "}" { depth -= 1 }
        }
        return depth > 0
    }
}
