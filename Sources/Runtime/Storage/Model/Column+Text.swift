extension Column where Value.Wrapped == String {
    /// The text has this one in it, with letters of either case taken as the same, `%` and `_` as themselves.
    public func contains(_ text: String) -> Condition<Owner> {
        Condition(.text(index, .contains, text))
    }

    /// The text begins with this one, in either case.
    public func startsWith(_ text: String) -> Condition<Owner> {
        Condition(.text(index, .startsWith, text))
    }

    /// The text ends with this one, in either case.
    public func endsWith(_ text: String) -> Condition<Owner> {
        Condition(.text(index, .endsWith, text))
    }

    /// The text is like a pattern, in which `%` stands for any characters, `_` for any one, and `\` takes that meaning
    /// from the character behind it. Capital and small letters differ.
    public func like(_ pattern: String) -> Condition<Owner> {
        Condition(.like(index, pattern, folding: false))
    }

    /// The text is not like a pattern.
    public func notLike(_ pattern: String) -> Condition<Owner> {
        Condition(.not(.like(index, pattern, folding: false)))
    }
}
