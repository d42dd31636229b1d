/// An app that is worked on: its schema, its database, its builds and its servers.
struct AppDevelopment: DevelopmentWork {
    let root: String
    let socket: ListeningSocket
    /// `--env`, where it was given.
    var options: [String] = []
    /// How many compile errors are shown.
    static let shownErrors = 10

    private let seat = ServerSeat()
    private let memory = BuildPlanMemory()

    init(at root: String, socket: ListeningSocket, options: [String] = []) {
        self.root = root
        self.socket = socket
        self.options = options
    }

    var address: String { socket.url }

    func generate() async throws -> String? {
        // It has the app's lock as long as it lives: commands in another terminal wait no longer than this.
        let project = try Project(from: root)
        let schema = try project.schema()
        let run: Project.Run
        do {
            let standing = try await project.standing(for: schema)
            let counts = await project.counts(atRiskFrom: standing.tables, to: schema, hints: [])
            let migrations = try project.migrations(from: standing.tables, to: schema, counts: counts)
            run = try project.plan(schema, migrations: migrations, standing: standing)
        } catch let open as OpenQuestions {
            throw BuildFailure(
                words: "Nothing was written: a migration needs to know more. "
                    + "Run 'scaffold generate' with one option of each:\n\(open.list)")
        }
        let clashes = run.plan.conflicts.map { "  \($0.path)" }
        guard clashes.isEmpty else {
            throw BuildFailure(
                words: "Nothing was written: you and the schema changed the same places. "
                    + "'scaffold generate' settles them:\n" + clashes.joined(separator: "\n"))
        }
        guard !run.plan.changes.isEmpty else { return nil }
        try project.apply(run)
        return run.plan.items.contains(where: \.status.isNews) ? PlanPrinter().text(run.plan) : nil
    }

    func migrate() async throws -> MigrationNews? {
        let app = try AppFolder(at: root)
        try EngineOffer(app: app, ask: { _ in false }).settle(options)
        let binary = try await binary(of: AppHandover.product(of: app, for: "db:migrate"))
        let database = AppOutput(binary: binary, root: root, options: options)
        // A task of its own: a migration is not broken off by what changes meanwhile.
        return try await Task { try await PendingMigrations(database).run() }.value
    }

    func build() async throws -> String { try await binary(of: try AppFolder(at: root).name) }

    func serve(_ binary: String) async throws {
        try await seat.take { [socket, options] in
            try ServerProcess(binary, arguments: ["serve"] + options, at: socket)
        }
    }

    func ending() async -> (words: String, age: Duration)? {
        await seat.look().map { ($0.ending.words, $0.age) }
    }

    func isServing() async -> Bool { await seat.isTaken }

    func stop() async {
        let signals = Interruption.count
        await seat.clear { Interruption.count > signals }
    }

    private func binary(of product: String) async throws -> String {
        var build = try AppBuild(try AppFolder(at: root))
        build.memory = memory
        build.shownErrors = Self.shownErrors
        build.isVerbose = Machine.environment("SCAFFOLD_VERBOSE") != nil
        return try await build.binary(of: product)
    }
}
