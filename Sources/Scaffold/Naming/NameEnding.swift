/// Puts another form of its last word into a name and keeps how the name is written.
enum NameEnding {
    /// The last word of a name.
    struct Word: Equatable {
        /// In lower case.
        let text: String
        /// Whether the name has no other word.
        let isWholeName: Bool
        /// Two or three capitals (`SMS`, `ABC`), perhaps with digits: not a word that endings can be read from.
        let isAbbreviation: Bool
        /// An abbreviation with its plural: `IDs`, `URLs`, `CMSes`.
        let isPluralAbbreviation: Bool

        init(_ written: Substring, isWholeName: Bool) {
            let capitals = written.prefix { !$0.isLowercase }
            let ending = written.dropFirst(capitals.count)
            text = written.lowercased()
            self.isWholeName = isWholeName
            isAbbreviation = (2...3).contains(written.count) && ending.isEmpty
            isPluralAbbreviation = capitals.count > 1 && (ending == "s" || ending == "es")
        }

        /// What a plural abbreviation is the plural of.
        var withoutPluralEnding: String {
            let ending = ["ses", "xes", "zes"].contains(where: text.hasSuffix) ? "es" : "s"
            return String(text.dropLast(ending.count))
        }
    }

    /// One entry of the schema's `inflections:`, in the direction that is asked for.
    struct Override {
        let from: String
        let to: String
    }

    /// Replaces the last word of `name` (or its last words, where an override names them).
    ///
    /// - Parameter change: the new form of the last word, in lower case.
    static func replace(in name: String, overrides: [Override], by change: (Word) -> String) -> String {
        let words = Words(name).parts
        guard let last = words.last else { return name }
        if let replaced = apply(overrides, to: name, words: words) { return replaced }
        let new = change(Word(last, isWholeName: words.count == 1))
        return replace(words.suffix(1), of: name, by: recase(new, like: last))
    }

    private static func replace(_ words: ArraySlice<Substring>, of name: String, by new: String) -> String {
        guard let first = words.first, let last = words.last else { return name }
        // The words are slices of an equal copy of the name: places are counted, not taken over.
        let start = first.base.distance(from: first.base.startIndex, to: first.startIndex)
        let end = last.base.distance(from: last.base.startIndex, to: last.endIndex)
        return name.prefix(start) + new + name.dropFirst(end)
    }

    /// By the override that fits the most words; a name that has the wanted form already stays.
    private static func apply(_ overrides: [Override], to name: String, words: [Substring]) -> String? {
        guard !overrides.isEmpty else { return nil }
        for count in stride(from: words.count, to: 0, by: -1) {
            let ending = words.suffix(count)
            let key = ending.map { $0.lowercased() }
            for override in overrides where Words(override.from).lowercased == key {
                return replace(ending, of: name, by: restyle(override, like: ending))
            }
            if overrides.contains(where: { Words($0.to).lowercased == key }) { return name }
        }
        return nil
    }

    /// What an override says, in the style of the words that it replaces; as it stands where they are spelled the same.
    private static func restyle(_ override: Override, like words: ArraySlice<Substring>) -> String {
        guard let first = words.first, let last = words.last else { return override.to }
        let written = first.base[first.startIndex..<last.endIndex]
        if written == override.from { return override.to }
        if words.count == 1, Words(override.to).parts.count == 1 {
            return recase(override.to.lowercased(), like: first)
        }
        if let separator = written.first(where: { !$0.isLetter && !$0.isNumber }) {
            return Words(override.to).lowercased.joined(separator: String(separator))
        }
        let isLower = first.first?.isLowercase ?? false
        return isLower ? NameStyle.lowerCamel(override.to) : NameStyle.upperCamel(override.to)
    }

    /// `new`, which is in lower case, with the capitals of `old`: those that both begin with stay as they are.
    static func recase(_ new: String, like old: Substring) -> String {
        let common = zip(new, old).prefix { String($0) == $1.lowercased() }.count
        let rest = new.dropFirst(common)
        let isShouted = old.count > 1 && !old.contains { $0.isLowercase } && old.contains { $0.isUppercase }
        if isShouted {
            // `URLs`, but `CATEGORIES`: a short word keeps a small ending.
            let isShortEnding = common == old.count && old.count <= 5
            return old.prefix(common) + (isShortEnding ? String(rest) : rest.uppercased())
        }
        if common == 0, old.first?.isUppercase ?? false { return rest.prefix(1).uppercased() + rest.dropFirst() }
        return String(old.prefix(common) + rest)
    }
}
