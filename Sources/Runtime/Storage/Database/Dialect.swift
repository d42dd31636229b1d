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

    /// The marks of several values, as in a list, the first of which has this number.
    func placeholders(from number: Int, count: Int) -> String

    /// A value as text of the language, for defaults in a table's definition. Statements bind their values.
    ///
    /// - Throws: ``ValueError`` for a value that the engine cannot keep as it is.
    func literal(_ value: Value) throws -> String

    /// The engine's word for a type.
    ///
    /// - Throws: ``ValueError`` for a type that the engine does not have in this size.
    func type(_ type: ColumnType) throws -> String

    /// The time of the statement as a column's default, in the form in which dates are kept.
    var now: String { get }

    /// A condition: the text of `expression` stands in this relation to the text bound at `placeholder`.
    /// Bind the text as it is: `%` and `_` mean themselves. `folding` takes letters of either case as the same,
    /// those beyond ASCII included, and the same ones on every engine.
    func match(_ expression: String, _ relation: TextRelation, _ placeholder: String, folding: Bool) -> String

    /// A condition: `expression` is like the pattern bound at `placeholder`, `%` and `_` having their meaning and `\`
    /// taking it from them. Capital and small letters differ unless `folding`.
    func like(_ expression: String, _ placeholder: String, folding: Bool) -> String

    /// A condition: some part of `expression` matches the regular expression bound at `placeholder`.
    func regexp(_ expression: String, _ placeholder: String, folding: Bool) -> String

    /// The expression of a text with letters of either case made the same, to compare or index by.
    func fold(_ expression: String) -> String

    /// What stands behind ORDER BY for one expression; without `nulls` they stand where the engine puts them.
    func order(_ expression: String, descending: Bool, nulls: NullsOrder?) -> String

    /// What stands at a path of a JSON column, as text; null where there is nothing.
    func json(_ expression: String, at path: [JSONPathStep]) -> String

    /// A condition: the JSON of `expression` has all that is in the JSON text bound at `placeholder` (members of
    /// objects, elements of arrays, at any depth).
    func jsonContains(_ expression: String, _ placeholder: String) -> String

    /// A condition: the JSON arrays of `expression` and of the text bound at `placeholder` share an element.
    func jsonOverlaps(_ expression: String, _ placeholder: String) -> String

    /// What follows a SELECT so that its rows are locked until the transaction ends; empty where the engine locks as a
    /// whole anyway.
    ///
    /// - Parameter alias: the table whose rows are meant, where others are joined.
    func lock(_ lock: RowLock, _ wait: LockWait, of alias: String) -> String

    /// What follows an INSERT so that a row that is there already is updated in the named columns
    /// (with none: left as it is). The names are not quoted yet.
    ///
    /// - Parameters:
    ///   - conflict: the columns of the key or unique index that finds the row.
    ///   - sums: what is written besides, in the engine's words: `"version" = "posts"."version" + 1`.
    func upsert(conflict: [String], update: [String], also sums: [String]) -> String

    /// Whether INSERT, UPDATE and DELETE take `RETURNING`.
    var returnsRows: Bool { get }

    /// Whether ``Execution/lastInsertID`` tells the key of an inserted row without `RETURNING`. Where rows are not
    /// returned, it is the key of the first row of an INSERT, and those that follow are counted up from it.
    var tellsInsertedKey: Bool { get }

    /// The statement that empties a table, and those that start its keys anew, which run only where the database counts
    /// them up. The name is not quoted yet.
    func truncate(_ table: String) -> [String]

    /// A statement that has a row when there is a table of the bound name.
    var tableExists: String { get }

    /// A statement that lists the foreign keys of the table of the bound name, for an engine whose errors do not name the
    /// one that does not hold: a row for each column, with the key's number, the column, and the table and column that it
    /// refers to. Nil for an engine that names it.
    var foreignKeys: String? { get }

    /// The rows that an INSERT of nothing but defaults is written with: ` DEFAULT VALUES`.
    var insertOfDefaults: String { get }
}

/// How a text stands to a longer one.
package enum TextRelation: Sendable, Hashable {
    case contains
    case startsWith
    case endsWith
}

/// Where rows without a value stand in an order.
public enum NullsOrder: Sendable, Hashable {
    /// Before all others.
    case first
    /// Behind all others.
    case last
}

/// What others may not do to rows that are read with a lock.
public enum RowLock: Sendable, Hashable {
    /// Neither change nor lock them: `FOR UPDATE`.
    case update
    /// Not change them: `FOR SHARE`.
    case share
}

/// What a query does about rows that others have locked.
public enum LockWait: Sendable, Hashable {
    /// It waits.
    case wait
    /// It passes over them: `SKIP LOCKED`.
    case skipLocked
    /// It fails at once: `NOWAIT`.
    case noWait
}
