/// A step of the database's history: what it changes, and how that is taken back.
///
/// ```swift
/// struct CreateTag_20261120093000: Migration {
///     static let name = "20261120093000-create-tag"
///
///     func up(_ queryInterface: inout QueryInterface) {
///         queryInterface.createTable("tags") {
///             $0.column("id", .integer, primaryKey: true, autoIncrement: true)
///             $0.column("name", .string, allowNull: false, unique: true)
///         }
///     }
///
///     func down(_ queryInterface: inout QueryInterface) {
///         queryInterface.dropTable("tags")
///     }
/// }
/// ```
public protocol Migration: Sendable {
    /// Its time and words: migrations run in the order of their names.
    static var name: String { get }

    /// Whether it brings a database that strayed back to what the other migrations make: `scaffold db:repair` writes such
    /// ones. Steps that a database has no need of are passed over. False unless said.
    static var isRepair: Bool { get }

    /// Whether it is one transaction where the engine can (PostgreSQL, SQLite), so that nothing of it remains when it fails.
    /// True unless said.
    ///
    /// With false PostgreSQL keeps each step when it is done, as MySQL always does: a run that failed goes on at the step
    /// that did, and raw SQL runs outside of any transaction, as `VACUUM` and its like have to. SQLite passes over it.
    static var usesTransaction: Bool { get }

    /// Records what the migration does.
    func up(_ queryInterface: inout QueryInterface) throws

    /// Records what takes it back. Throw ``IrreversibleMigration`` when there is no way back.
    func down(_ queryInterface: inout QueryInterface) throws
}

extension Migration {
    public static var isRepair: Bool { false }
    public static var usesTransaction: Bool { true }
}
