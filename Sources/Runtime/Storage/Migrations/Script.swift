/// What migrations and seeders have in common.
struct Script: Sendable {
    let name: String
    /// Whether steps that are done already are passed over.
    var isRepair = false
    let up: @Sendable (inout QueryInterface) throws -> Void
    let down: @Sendable (inout QueryInterface) throws -> Void
    /// The environments that it is for; none means all.
    var environments: [String] = []
    /// Whether it runs again each time.
    var isRepeatable = false
    /// The names of those that run before it, whatever their names.
    var dependencies: [String] = []

    init(
        _ name: String, up: @escaping @Sendable (inout QueryInterface) throws -> Void,
        down: @escaping @Sendable (inout QueryInterface) throws -> Void
    ) {
        self.name = name
        self.up = up
        self.down = down
    }

    init(_ migration: any Migration) {
        self.init(type(of: migration).name, up: { try migration.up(&$0) }, down: { try migration.down(&$0) })
        isRepair = type(of: migration).isRepair
    }

    init(_ seeder: any Seeder) {
        self.init(type(of: seeder).name, up: { try seeder.up(&$0) }, down: { try seeder.down(&$0) })
        environments = type(of: seeder).environments
        isRepeatable = type(of: seeder).isRepeatable
        dependencies = type(of: seeder).dependencies.map { $0.name }
    }

    func isFor(_ environment: String?) -> Bool {
        environments.isEmpty || environment.map(environments.contains) ?? true
    }

    /// What it does.
    func operations(_ direction: Step.Direction) throws -> [SchemaOperation] {
        var queryInterface = QueryInterface()
        switch direction {
        case .up: try up(&queryInterface)
        case .down: try down(&queryInterface)
        }
        return queryInterface.operations
    }
}

/// One that is to be run.
struct PlannedScript: Sendable {
    var script: Script
    var direction: Step.Direction
}
