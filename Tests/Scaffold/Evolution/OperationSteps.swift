@testable import scaffold

extension [Operation] {
    /// The operations as a migration calls them, one line each and several for a table that is made.
    func steps() throws -> [String] {
        guard let name = MigrationName(fileName: "20260101000000-x") else { return [] }
        let migration = PlannedMigration(name: name, up: self)
        let lines = try scaffold.Generator().migration(migration).text.split(separator: "\n")
        let body = lines.drop { !$0.contains("func up(") }.dropFirst().prefix { $0 != "    }" }
        return body.map { String($0.drop { $0 == " " }.replacing("queryInterface.", with: "")) }
    }
}
