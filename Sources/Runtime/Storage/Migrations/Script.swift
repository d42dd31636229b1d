/// What migrations and seeders have in common.
struct Script: Sendable {
    let name: String
    /// Whether steps that are done already are passed over.
    var isRepair = false
    /// Whether it is one transaction where the engine can.
    var usesTransaction = true
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
        usesTransaction = type(of: migration).usesTransaction
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

extension Script {
    /// Whether the engine keeps each step of it by itself.
    func isStepwise(on engine: any Engine) throws -> Bool {
        guard !isRepeatable else { return false }
        guard engine.takesBackDefinitions else { return true }
        guard engine.buildsIndexesConcurrently else { return false }
        return try !usesTransaction || operations(.up).contains(where: \.isConcurrent)
            || (try? operations(.down))?.contains(where: \.isConcurrent) ?? false
    }
}

extension SchemaOperation {
    /// Whether it is done while others write.
    var isConcurrent: Bool {
        if case .addIndex(let index) = self { index.concurrently } else { false }
    }

    /// Whether it is kept from transactions where its migration is.
    var isOutsideTransaction: Bool {
        if case .execute = self { true } else { isConcurrent }
    }
}

/// One that is to be run.
struct PlannedScript: Sendable {
    var script: Script
    var direction: Step.Direction
}
