import ArgumentParser

/// What a new app is begun with.
struct StartOptions: ParsableArguments {
    @Option(help: "A schema.yml to begin with.") var schema: String?
    @Option(help: "sqlite, postgresql or mysql.") var database: DatabaseEngine?
    @Option(help: "PATH, URL@VERSION or copy; the tool's own unless said.") var runtime: String?
}

extension DatabaseEngine: ExpressibleByArgument {}
