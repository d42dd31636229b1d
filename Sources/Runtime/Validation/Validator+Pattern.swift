extension Validator where Value: ValidatableText {
    /// The text has a part that the regular expression describes; begin with `^` and end with `$` for all of it.
    ///
    /// - Parameters:
    ///   - pattern: what ``Pattern`` can read: no references back and no looking ahead, so that every text is
    ///     matched in time proportional to its length.
    ///   - flags: `i` for either case, `m` for `^` and `$` at every line, `s` for `.` to match line ends.
    ///
    /// A pattern that cannot be read throws a ``PatternError`` when the first value is checked.
    public static func `is`(_ pattern: String, _ flags: String = "") -> Validator<Value> {
        matching("is", pattern, flags, wanted: true)
    }

    /// The text has no part that the regular expression describes; the same patterns as `is`.
    public static func not(_ pattern: String, _ flags: String = "") -> Validator<Value> {
        matching("not", pattern, flags, wanted: false)
    }

    /// `is` by Sequelize's other name.
    public static func regex(_ pattern: String, _ flags: String = "") -> Validator<Value> {
        matching("regex", pattern, flags, wanted: true)
    }

    /// `not` by Sequelize's other name.
    public static func notRegex(_ pattern: String, _ flags: String = "") -> Validator<Value> {
        matching("notRegex", pattern, flags, wanted: false)
    }

    private static func matching(
        _ key: String, _ pattern: String, _ flags: String, wanted: Bool
    ) -> Validator<Value> {
        let compiled = Result { () throws(PatternError) in try Pattern(pattern, flags: flags) }
        return .text(key, flags.isEmpty ? [pattern] : [pattern, flags]) { try compiled.get().matches($0) == wanted }
    }
}
