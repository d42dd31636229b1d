extension ColumnExpression where Value.Wrapped == String {
    /// The text has this one in it, with letters of either case taken as the same, `%` and `_` as themselves.
    /// (Sequelize's `substring`.)
    public func contains(_ text: String) -> Condition<Owner> {
        Condition(.text(term, .contains, text))
    }

    /// The text begins with this one, in either case.
    public func startsWith(_ text: String) -> Condition<Owner> {
        Condition(.text(term, .startsWith, text))
    }

    /// The text ends with this one, in either case.
    public func endsWith(_ text: String) -> Condition<Owner> {
        Condition(.text(term, .endsWith, text))
    }

    /// The text is like a pattern, in which `%` stands for any characters, `_` for any one, and `\` takes that meaning
    /// from the character behind it. Capital and small letters differ.
    public func like(_ pattern: String) -> Condition<Owner> {
        Condition(.like(term, pattern, folding: false))
    }

    /// The text is not like a pattern.
    public func notLike(_ pattern: String) -> Condition<Owner> {
        Condition(.not(.like(term, pattern, folding: false)))
    }

    /// The text is like a pattern, with letters of either case taken as the same, those beyond ASCII included.
    public func iLike(_ pattern: String) -> Condition<Owner> {
        Condition(.like(term, pattern, folding: true))
    }

    /// The text is not like a pattern, in either case.
    public func notILike(_ pattern: String) -> Condition<Owner> {
        Condition(.not(.like(term, pattern, folding: true)))
    }

    /// Some part of the text matches a regular expression. SQLite reads JavaScript's syntax without looking ahead or
    /// back, in time proportional to the text; the servers read their own.
    ///
    /// An expression that cannot be read fails the query. One that comes from outside belongs into `contains`: a
    /// server may take very long over it.
    public func regexp(_ pattern: String) -> Condition<Owner> {
        Condition(.regexp(term, pattern, folding: false))
    }

    /// No part of the text matches a regular expression.
    public func notRegexp(_ pattern: String) -> Condition<Owner> {
        Condition(.not(.regexp(term, pattern, folding: false)))
    }

    /// Some part of the text matches a regular expression, with letters of either case taken as the same.
    public func iRegexp(_ pattern: String) -> Condition<Owner> {
        Condition(.regexp(term, pattern, folding: true))
    }

    /// No part of the text matches a regular expression, in either case.
    public func notIRegexp(_ pattern: String) -> Condition<Owner> {
        Condition(.not(.regexp(term, pattern, folding: true)))
    }

    /// The text with letters of either case made the same, to order or group by.
    public var folded: ComputedColumn<Owner, Value> { ComputedColumn(.folded(term)) }

    /// The number that the text is, null for a text that is none: `$0.settings.at("age").number > 18`.
    public var number: ComputedColumn<Owner, Double?> { ComputedColumn(.number(term)) }
}
