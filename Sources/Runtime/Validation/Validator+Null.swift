extension Validator {
    /// Not null, with a sentence of its own: `.notNull.message("Please enter an address")`.
    ///
    /// What may not be null is known from the table; on a column that may be, this rule refuses null all the same.
    public static var notNull: Validator<Value> { .named("notNull", demand: .notNull) { _ in true } }

    /// Null and nothing else.
    public static var isNull: Validator<Value> { .named("isNull") { _ in false } }

    /// A value of the attribute's own type, with a sentence for what is none: `.type.message("A price is a number")`.
    ///
    /// What is none is known without a rule, and told by whoever reads the input.
    public static var type: Validator<Value> { .named("type", demand: .type) { _ in true } }

    /// Set when the row is created and never changed: an update that brings another value is refused.
    public static var isImmutable: Validator<Value> { .named("isImmutable", demand: .unchanged) { _ in true } }
}
