extension Column where Value.Wrapped == String {
    /// The text has this one in it, with letters of either case taken as the same, `%` and `_` as themselves.
    public func contains(_ text: String) -> Predicate<Owner> {
        Predicate(.text(index, .contains, text))
    }

    /// The text begins with this one, in either case.
    public func startsWith(_ text: String) -> Predicate<Owner> {
        Predicate(.text(index, .startsWith, text))
    }

    /// The text ends with this one, in either case.
    public func endsWith(_ text: String) -> Predicate<Owner> {
        Predicate(.text(index, .endsWith, text))
    }

    /// The text is like a pattern, in which `%` stands for any characters and `_` for any one.
    public func like(_ pattern: String) -> Predicate<Owner> {
        Predicate(.like(index, pattern))
    }

    /// The text is not like a pattern.
    public func notLike(_ pattern: String) -> Predicate<Owner> {
        Predicate(.not(.like(index, pattern)))
    }
}
