/// One entry of `scopes:`, or `defaultScope:`.
struct Scope: Equatable, Sendable {
    var name: String
    /// What whoever uses the scope gives it, in this order.
    var parameters: [Parameter] = []
    /// Nil where every row is meant.
    var condition: Condition?
    var order: [Order] = []
    /// Associations that are read along, each by its path.
    var include: [[String]] = []
    var limit: Limit?

    /// `$userId`: its type is that of what it is compared with.
    struct Parameter: Equatable, Sendable {
        var name: String
        var type: AttributeType
        /// Whether it stands for several values: behind `in`.
        var isList = false
    }

    enum Limit: Equatable, Sendable {
        case rows(Int)
        case parameter(String)
    }
}

/// An attribute, with the associations that lead to it: `author.lastName`.
struct AttributePath: Equatable, Sendable {
    var associations: [String] = []
    var attribute: String
}

/// `-createdAt nulls last`
struct Order: Equatable, Sendable {
    var path: AttributePath
    var descending: Bool
    var nulls: Nulls?

    enum Nulls: String, CaseIterable, Sendable { case first, last }
}

/// A condition on the rows of a model.
indirect enum Condition: Equatable, Sendable {
    case comparison(attribute: String, Comparison, [Operand])
    /// There is a row at the other end of an association for which a condition holds, or any row.
    case related(association: String, Condition?)
    case and([Condition])
    case or([Condition])
    case not(Condition)

    enum Operand: Equatable, Sendable {
        case null
        case value(DefaultValue)
        case parameter(String)
    }
}

/// The operators of conditions, by Sequelize's names.
enum Comparison: String, CaseIterable, Sendable {
    case eq, ne, gt, gte, lt, lte, `in`, notIn, between, notBetween, `is`, not
    case like, notLike, iLike, notILike, startsWith, endsWith, substring, regexp, notRegexp, iRegexp, notIRegexp

    /// Whether it looks at the characters of a text.
    var isOfText: Bool {
        switch self {
        case .like, .notLike, .iLike, .notILike, .startsWith, .endsWith, .substring, .regexp, .notRegexp, .iRegexp,
            .notIRegexp:
            true
        default: false
        }
    }

    /// Whether it asks for an order among values.
    var isOfOrder: Bool { [.gt, .gte, .lt, .lte, .between, .notBetween].contains(self) }
}
