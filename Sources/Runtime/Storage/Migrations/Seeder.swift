/// Rows that are put into the database to begin with, or to try things out: recorded like a migration.
///
/// ```swift
/// struct Countries_20261120093500: Seeder {
///     static let name = "20261120093500-countries"
///     static let isRepeatable = true
///
///     func up(_ queryInterface: inout QueryInterface) {
///         queryInterface.bulkUpsert("countries", [["code": "de", "name": "Germany"]], conflict: ["code"])
///     }
///
///     func down(_ queryInterface: inout QueryInterface) {
///         queryInterface.bulkDelete("countries", where: ["code": "de"])
///     }
/// }
/// ```
public protocol Seeder: Sendable {
    /// Its time and words: seeders run in the order of their names, behind those that they need.
    static var name: String { get }

    /// The environments that it is for (`APP_ENV`): `["development", "test"]`. None means all.
    static var environments: [String] { get }

    /// Whether it runs again with every `db:seed:all`, so that reference data is always as it says. It must not mind the
    /// rows that are there: ``QueryInterface/bulkUpsert(_:_:conflict:update:)`` writes such.
    static var isRepeatable: Bool { get }

    /// The seeders whose rows it needs; they run before it, whatever their names, and are undone after it.
    static var dependencies: [any Seeder.Type] { get }

    /// Records the rows.
    func up(_ queryInterface: inout QueryInterface) throws

    /// Records how they are taken out again.
    func down(_ queryInterface: inout QueryInterface) throws
}

extension Seeder {
    public static var environments: [String] { [] }
    public static var isRepeatable: Bool { false }
    public static var dependencies: [any Seeder.Type] { [] }
}
