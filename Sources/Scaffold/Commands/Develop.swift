import ArgumentParser

/// `scaffold dev`
struct Develop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dev",
        abstract: "Serve the API while you write it: every change is generated, migrated, built and served.",
        discussion: """
            Watches the schema, the sources and the settings. The port stays open all the time: a new server takes over \
            when it serves, and while something does not compile the last good one goes on. Migrations run on the \
            development database; what would lose data is told and left to you. Ctrl-C ends it.
            """)

    @Option(help: "The port to listen at: 3000 unless said. (PORT)") var port: Int?
    @Option(help: "The name or address to listen at: 127.0.0.1 unless said, 0.0.0.0 for all. (HOST)")
    var host: String?
    @Option(help: "The environment: development, test … (APP_ENV)") var env: String?
    @Flag(name: .customLong("no-generate"), help: "Leave 'scaffold generate' to me.") var leavesSchema = false
    @Flag(name: .customLong("no-migrate"), help: "Leave 'scaffold db:migrate' to me.") var leavesDatabase = false

    func run() async throws {
        let app = try AppFolder.find()
        try AppHandover.clearUp(app)
        try EngineOffer(app: app).settle([])
        let flags = ["PORT": port.map(String.init), "HOST": host, "APP_ENV": env].compactMapValues(\.self)
        let settings = try DevelopmentSettings(at: app.root, flags: flags)
        let socket = try ListeningSocket(host: settings.host, port: settings.port)
        try Machine.enter(app.root)
        Interruption.listen()

        let files = WatchedFiles(root: app.root, runtime: app.localPackages.first)
        var allowed = DevelopmentSteps.all
        if leavesSchema { allowed.remove(.generate) }
        if leavesDatabase { allowed.remove(.migrate) }
        let work = AppDevelopment(at: app.root, socket: socket, options: env.map { ["--env", $0] } ?? [])
        Machine.note(
            """
            \(app.name) in \(settings.environment), \(socket.url)
            watching the schema, Sources, Package.swift, .env\(files.runtime == nil ? "" : " and the runtime"); Ctrl-C ends

            """)
        let loop = DevelopmentLoop(work, allowed: allowed, snapshot: files.snapshot) { Machine.note($0 + "\n") }
        await loop.run { Interruption.count > 0 }
        withExtendedLifetime(socket) {}
    }
}
