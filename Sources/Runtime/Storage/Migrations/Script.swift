/// What migrations and seeders have in common.
struct Script: Sendable {
    let name: String
    let up: @Sendable (inout QueryInterface) throws -> Void
    let down: @Sendable (inout QueryInterface) throws -> Void

    init(_ migration: any Migration) {
        name = type(of: migration).name
        up = { try migration.up(&$0) }
        down = { try migration.down(&$0) }
    }

    init(_ seeder: any Seeder) {
        name = type(of: seeder).name
        up = { try seeder.up(&$0) }
        down = { try seeder.down(&$0) }
    }

    /// What it does, passwords hashed.
    func operations(_ direction: Step.Direction) async throws -> [SchemaOperation] {
        var queryInterface = QueryInterface()
        switch direction {
        case .up: try up(&queryInterface)
        case .down: try down(&queryInterface)
        }
        var result: [SchemaOperation] = []
        for operation in queryInterface.operations { result.append(try await operation.hashingPasswords()) }
        return result
    }
}
