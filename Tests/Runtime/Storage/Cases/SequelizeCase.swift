import Testing

@testable import ScaffoldStorage

/// A fact from the unit tests of Sequelize 6 beside what this runtime does: the same, or something else with its reason.
/// All entries with a reason together are the table of what is deliberately different.
struct SequelizeCase<Input: Sendable>: Sendable, CustomTestStringConvertible {
    /// The number of the case among the shared facts.
    let id: String
    /// The question in Sequelize's words.
    let question: String
    /// What Sequelize answers for each engine; `default` for those that are not named.
    let sequelize: [String: String]
    /// The question in our words; nil where there is no counterpart.
    var input: Input?
    /// What we answer for each engine that answers otherwise.
    var ours: [String: String] = [:]
    /// Why that is so.
    var reason: String?

    var testDescription: String { "\(id) \(question)" }

    /// What is expected of an engine.
    func expected(_ engine: String) -> String? { ours[engine] ?? sequelize[engine] ?? sequelize["default"] }
}

/// The engines whose text the cases look at; one more line for each engine that is there.
enum CaseEngines {
    static let dialects: [(name: String, dialect: any Dialect)] = [("sqlite", SQLiteDialect())]
}
