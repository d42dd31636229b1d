/// Everything of the language that differs between engines. Nothing outside of `Engines` asks which engine it is.
package protocol Dialect: Sendable {
    /// The engine's name for people: `SQLite`.
    var name: String { get }

    /// How many values one statement may bind.
    var maximumValues: Int { get }

    /// An identifier in its quotes; quotes inside are doubled.
    func quote(_ identifier: String) -> String

    /// The mark of a bound value: its number counts from 1.
    func placeholder(_ number: Int) -> String

    /// A value as text of the language, for defaults in a table's definition. Statements bind their values.
    func literal(_ value: Value) throws -> String

    /// The engine's word for a type.
    func type(_ type: ColumnType) throws -> String

    /// ` LIMIT … OFFSET …`, empty without either.
    func limit(_ limit: Int?, offset: Int?) -> String

    /// A condition: the text of `expression` stands in this relation to the text bound at `placeholder`.
    /// Bind the text as it is: `%` and `_` mean themselves. `folding` takes letters of either case as the same,
    /// those beyond ASCII included.
    func match(_ expression: String, _ relation: TextRelation, _ placeholder: String, folding: Bool) -> String

    /// A condition: `expression` is like the pattern bound at `placeholder`, `%` and `_` having their meaning.
    func like(_ expression: String, _ placeholder: String) -> String

    /// The expression of a text with letters of either case made the same, to compare or index by.
    func fold(_ expression: String) -> String

    /// What follows `ORDER BY expression DESC` to put nulls first or last.
    func nulls(first: Bool) -> String

    /// What follows an INSERT so that a row that is there already is updated in the named columns
    /// (with none: left as it is). The names are not quoted yet.
    func upsert(conflict: [String], update: [String]) -> String

    /// Whether INSERT, UPDATE and DELETE take `RETURNING`.
    var returnsRows: Bool { get }

    /// A statement that has a row when there is a table of the bound name.
    var tableExists: String { get }

    /// The rows that an INSERT of nothing but defaults is written with: ` DEFAULT VALUES`.
    var insertOfDefaults: String { get }
}

/// How a text stands to a longer one.
package enum TextRelation: Sendable, Hashable {
    case contains
    case startsWith
    case endsWith
}
