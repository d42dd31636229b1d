import ArgumentParser

/// A command that the app answers: the tool builds the app and becomes it. Options and arguments are the app's.
protocol HandedOver: AsyncParsableCommand {
    static var name: String { get }
    static var abstract: String { get }
    var arguments: [String] { get }
}

extension HandedOver {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: name, abstract: abstract,
            discussion: "Answered by the app, which is built first; 'scaffold \(name) --help' lists its options.")
    }

    func run() async throws {
        try await AppHandover.run(
            command: Self.name, arguments: arguments, isVerbose: Machine.environment("SCAFFOLD_VERBOSE") != nil)
    }
}

struct Serve: HandedOver {
    static let name = "serve"
    static let abstract = "Serve the API: --port N."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct ListRoutes: HandedOver {
    static let name = "routes"
    static let abstract = "List the API's routes."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct WriteOpenAPI: HandedOver {
    static let name = "openapi"
    static let abstract = "Write the API's document in OpenAPI 3.1: --output FILE."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct Migrate: HandedOver {
    static let name = "db:migrate"
    static let abstract = "Run pending migrations: --to, --step, --name, --dry-run."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct MigrateUndo: HandedOver {
    static let name = "db:migrate:undo"
    static let abstract = "Undo the last migration; --name, --step, --to, --batch, --all."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct MigrateUndoAll: HandedOver {
    static let name = "db:migrate:undo:all"
    static let abstract = "Undo all migrations, or those down to --to."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct MigrateRedo: HandedOver {
    static let name = "db:migrate:redo"
    static let abstract = "Undo the last migration and run it again; --step for more."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct MigrateStatus: HandedOver {
    static let name = "db:migrate:status"
    static let abstract = "Say which migrations are up and which are down; --json, --check."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct DatabaseVersion: HandedOver {
    static let name = "db:version"
    static let abstract = "Say which migration the database is at."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct Seed: HandedOver {
    static let name = "db:seed"
    static let abstract = "Run one seeder, and what it needs: --seed NAME."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct SeedStatus: HandedOver {
    static let name = "db:seed:status"
    static let abstract = "Say which seeders have run."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct SeedAll: HandedOver {
    static let name = "db:seed:all"
    static let abstract = "Run every seeder that has not run, and again those that run each time: --any-environment."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct SeedUndo: HandedOver {
    static let name = "db:seed:undo"
    static let abstract = "Undo the last seeder, or --seed NAME and first what needs it."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct SeedUndoAll: HandedOver {
    static let name = "db:seed:undo:all"
    static let abstract = "Undo all seeders."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct CreateDatabase: HandedOver {
    static let name = "db:create"
    static let abstract = "Create the database."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct DropDatabase: HandedOver {
    static let name = "db:drop"
    static let abstract = "Drop the database."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct DescribeDatabase: HandedOver {
    static let name = "db:describe"
    static let abstract = "Print the database's tables as lines of JSON: --rows --tables a,b."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}

struct MigrationVerify: HandedOver {
    static let name = "migration:verify"
    static let abstract = "Prove every migration up, down, up with rows in a scratch database: --only NAME."
    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []
}
