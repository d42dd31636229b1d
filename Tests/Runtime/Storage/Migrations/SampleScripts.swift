import Foundation

@testable import ScaffoldStorage

extension Migrator {
    /// A runner of migrations made on the spot.
    init(_ database: Database, scripts: [Script], options: MigratorOptions = .init()) {
        self.init(database, scripts, table: "SequelizeMeta", kind: "migration", options)
    }
}

extension Script {
    /// One that makes a table of its own name's last part: `20260101-a` makes `a`.
    static func table(_ name: String, then more: @escaping @Sendable (inout QueryInterface) throws -> Void = { _ in })
        -> Script
    {
        let table = String(name.split(separator: "-").last ?? "")
        return Script(name) { queryInterface in
            queryInterface.createTable(table) {
                $0.column("id", .integer, primaryKey: true)
                $0.column("title", .string(20))
            }
            try more(&queryInterface)
        } down: {
            $0.dropTable(table)
        }
    }
}

extension Database {
    /// Which of these tables are there.
    func tables(of names: [String]) async throws -> [String] {
        try await read { connection in try names.filter { try connection.hasTable($0, self.dialect) } }
    }
}

extension TestEngine {
    /// Those that cannot take back what a transaction did to tables.
    static var resuming: [TestEngine] { all.filter { !$0.takesBackTables } }
}
