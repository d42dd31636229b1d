import ArgumentParser

/// Which database is meant, as the app's own commands take it.
struct LiveOptions: ParsableArguments {
    @Option(help: "The environment: development, test, production … (APP_ENV)") var env: String?
    @Option(help: "The database: postgresql://… (DATABASE_URL)") var url: String?

    /// Passed on to the app.
    var arguments: [String] {
        (env.map { ["--env", $0] } ?? []) + (url.map { ["--url", $0] } ?? [])
    }
}
