/// One thing that is wrong with one attribute of a model or of a request, by Sequelize's names.
public struct ValidationErrorItem: Sendable, Hashable {
    /// What sort of rule was broken; its raw value is Sequelize's word for it.
    public enum Kind: String, Sendable, Hashable {
        case notNull = "notNull Violation"
        case validation = "Validation error"
        case type = "string violation"
        case unique = "unique violation"
        case unknown = "unknown attribute"
    }

    /// The sentence for people: `Validation len on title failed`, or the rule's own message.
    public var message: String

    /// What sort of rule was broken.
    public var type: Kind

    /// The attribute, as the model spells it.
    public var path: String

    /// The offending value as text; nil where it is null or must not be shown, as a password's.
    public var value: String?

    /// The name of the rule, `len`, or of one of the model's own; nil for an item that no rule made.
    public var validatorKey: String?

    /// The name of the rule where it is one of Sequelize's; nil for one of the model's own.
    public var validatorName: String?

    /// The rule's arguments as text, `["8", "72"]`.
    public var validatorArgs: [String]

    /// Who found it: Sequelize's word for the sort of rule that was broken.
    public var origin: Origin {
        switch type {
        case .notNull, .type, .unknown: .core
        case .validation: .function
        case .unique: .database
        }
    }

    /// Where a problem was found; the raw value is Sequelize's word.
    public enum Origin: String, Sendable, Hashable {
        /// The description of the model: types and nulls.
        case core = "CORE"
        /// A constraint of the database.
        case database = "DB"
        /// A rule of `validate`.
        case function = "FUNCTION"
    }

    /// Creates an item.
    ///
    /// - Parameters:
    ///   - message: the sentence for people.
    ///   - type: what sort of rule was broken.
    ///   - path: the attribute.
    ///   - value: the offending value as text, left out where it must not be shown.
    ///   - validatorKey: the name of the rule.
    ///   - validatorName: the same where the rule is one of Sequelize's.
    ///   - validatorArgs: the rule's arguments.
    public init(
        message: String, type: Kind = .validation, path: String, value: String? = nil,
        validatorKey: String? = nil, validatorName: String? = nil, validatorArgs: [String] = []
    ) {
        self.message = message
        self.type = type
        self.path = path
        self.value = value
        self.validatorKey = validatorKey
        self.validatorName = validatorName
        self.validatorArgs = validatorArgs
    }

    /// The item for a null where none is allowed: `Post.title cannot be null`. Its key is the rule's name in schema.yml,
    /// `notNull`, where Sequelize 6 has `is_null`.
    ///
    /// - Parameters:
    ///   - path: the attribute.
    ///   - model: the model's name, which begins the sentence.
    ///   - message: another sentence instead.
    public static func notNull(_ path: String, model: String, message: String? = nil) -> ValidationErrorItem {
        ValidationErrorItem(
            message: message ?? "\(model).\(path) cannot be null", type: .notNull, path: path,
            validatorKey: "notNull", validatorName: "notNull")
    }
}
