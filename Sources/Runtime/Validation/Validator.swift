/// A rule for the values of one attribute, by Sequelize's names: `.len(max: 200)`, `.isEmail`, `.isIn([1, 2])`.
///
/// A rule never sees null: whether that is allowed is the column's to say. Every rule takes time proportional to the
/// value it looks at, whatever the value is, so that no request can hold a thread with a text made for it.
///
/// ```swift
/// $0.validate(\.title, .len(max: 200), .notEmpty.message("A post needs a title"))
/// $0.validate(\.price, Validator("isEven") { $0 % 2 == 0 })
/// ```
public struct Validator<Value>: Sendable {
    /// Sequelize's name of the rule; an error item carries it as `validatorKey`.
    public let key: String

    /// The rule's arguments as text.
    public let arguments: [String]

    /// What a rule asks beyond the value itself, which only the owner of the values can tell.
    package enum Demand: Sendable { case notNull, type, unchanged }

    package let demand: Demand?
    /// The sentence of the rule's own, instead of `Validation len on title failed`.
    package private(set) var text: String?
    private let isOwn: Bool
    private let check: @Sendable (Value) throws -> Bool

    /// A rule of one's own.
    ///
    /// - Parameters:
    ///   - key: its name, shown in the message: `Validation isEven on price failed`.
    ///   - arguments: what it was given, for the error item.
    ///   - check: whether a value keeps the rule. What it throws goes to the caller of `create` or `update` as it is.
    public init(_ key: String, arguments: [String] = [], check: @escaping @Sendable (Value) throws -> Bool) {
        self.init(key, arguments: arguments, isOwn: true, demand: nil, check: check)
    }

    private init(
        _ key: String, arguments: [String], isOwn: Bool, demand: Demand?,
        check: @escaping @Sendable (Value) throws -> Bool
    ) {
        self.key = key
        self.arguments = arguments
        self.isOwn = isOwn
        self.demand = demand
        self.check = check
    }

    /// A rule of Sequelize's, which error items carry as `validatorName` too.
    package static func named(
        _ key: String, _ arguments: [String] = [], demand: Demand? = nil,
        check: @escaping @Sendable (Value) throws -> Bool
    ) -> Validator<Value> {
        Validator(key, arguments: arguments, isOwn: false, demand: demand, check: check)
    }

    /// The same rule with a sentence of its own instead of `Validation len on title failed`.
    public func message(_ text: String) -> Validator<Value> {
        var rule = self
        rule.text = text
        return rule
    }

    /// What is wrong with a value, or nil.
    ///
    /// - Parameters:
    ///   - value: the value, not null.
    ///   - path: the attribute's name, for the message.
    /// - Returns: an item without the value, which only the caller knows how to show.
    public func problem(with value: Value, path: String) throws -> ValidationErrorItem? {
        try check(value) ? nil : failure(on: path)
    }

    /// The item of a value that broke the rule.
    package func failure(on path: String) -> ValidationErrorItem {
        ValidationErrorItem(
            message: text ?? "Validation \(key) on \(path) failed", path: path,
            validatorKey: key, validatorName: isOwn ? nil : key, validatorArgs: arguments)
    }
}
