@testable import ScaffoldStorage
@testable import StorageTests
@testable import scaffold

/// What the tool reads of a database: the lines that the app's `db:describe` prints, without the app.
extension LiveDatabase {
    init(of url: DatabaseURL) async throws {
        try self.init(await Database(DatabaseConfiguration(url: url)).describe(), of: url)
    }

    /// What the engine makes of tables, as `db:describe --like` says.
    init(like tables: [Table], on url: DatabaseURL) async throws {
        let wanted = WantedTables(try RecordedTables.tables(in: Snapshot.text(of: tables)))
        try self.init(await wanted.described(in: DatabaseConfiguration(url: url)), of: url)
    }

    private init(_ tables: [TableDescription], of url: DatabaseURL) throws {
        try self.init(parsing: TableLines.text(of: tables, engine: url.engine, native: true))
    }
}

extension Drift {
    /// How a database differs from a schema, as `db:diff` finds it out.
    init(of url: DatabaseURL, from schema: Schema, recorded: [Table]) async throws {
        let wanted = try schema.tables()
        self.init(
            of: try await LiveDatabase(of: url), likeness: try await LiveDatabase(like: wanted, on: url),
            wanted: wanted, recorded: recorded,
            unmanaged: Set(schema.models.filter { !$0.isManaged }.map(\.tableName)))
    }
}

/// What `db:repair` writes.
struct RepairMigration: Migration {
    static let name = "3-repair"
    static let isRepair = true
    let operations: [scaffold.Operation]

    func up(_ queryInterface: inout QueryInterface) { operations.record(in: &queryInterface) }
    func down(_ queryInterface: inout QueryInterface) {}
}
