import ArgumentParser

/// What a command that may write a migration understands: the answers to what the schema does not say.
struct EvolutionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What was called so is called otherwise now: Post.title=headline, Post=Article.", valueName: "old=new"))
    var rename: [String] = []

    @Option(help: ArgumentHelp("It goes, with what it holds: Post.title, Post.", valueName: "name"))
    var drop: [String] = []

    @Option(
        help: ArgumentHelp(
            "What rows that are there get: Post.slug=none, 'Post.slug=sql:lower(title)'.", valueName: "name=value"))
    var backfill: [String] = []

    @Flag(name: .customLong("allow-data-loss"), help: "Write the migration although data is lost by it.")
    var allowsDataLoss = false

    @Option(
        name: .customLong("hints-file"),
        help: ArgumentHelp(
            "A file with such answers: {\"rename\": {…}, \"drop\": […], \"backfill\": {…}, \"allowDataLoss\": true}.",
            valueName: "json"))
    var hintsFile: String?

    @Flag(
        name: .customLong("no-migration"),
        help: "Write no migration: what the schema asks of the database is done by hand already.")
    var writesNone = false

    var saysNothing: Bool {
        (rename + drop + backfill).isEmpty && hintsFile == nil && !allowsDataLoss && !writesNone
    }

    /// The migrations that a schema asks for, and what they start from.
    ///
    /// - Parameter meaning: what the command itself says, if that is there still.
    func change(
        to schema: Schema, in project: Project, _ options: PlanOptions, meaning: Hint? = nil
    ) async throws -> (migrations: [PlannedMigration], standing: Standing?) {
        guard !writesNone else { return ([], nil) }
        let standing = try await project.standing(for: schema)
        var hints = try hints()
        if case .drop(let path)? = meaning, standing.tables.contains(where: { $0.model == path.model }) {
            hints.insert(.drop(path), at: 0)
        }
        let counts =
            hints.contains(.allowDataLoss)
            ? LiveCounts() : await project.counts(atRiskFrom: standing.tables, to: schema, hints: hints)
        let migrations = try answering(options) {
            try project.migrations(
                from: standing.tables, to: schema, hints: hints, asking: options.interview, counts: counts)
        }
        return (migrations, standing)
    }

    /// Runs a body; questions that it leaves open are printed as JSON where that is asked for.
    func answering<R>(_ options: PlanOptions, _ body: () throws -> R) throws -> R {
        do {
            return try body()
        } catch let open as OpenQuestions where options.json {
            print(try open.json())
            throw ExitCode(OpenQuestions.exitCode)
        }
    }

    /// All that is said, that of the file first.
    ///
    /// - Throws: ``Diagnostic`` for what cannot be read.
    func hints() throws -> [Hint] {
        var hints: [Hint] = []
        if let hintsFile {
            let bytes = try DiskFileSystem().read(hintsFile)
            hints += try HintsFile.hints(in: String(decoding: bytes, as: UTF8.self), file: hintsFile)
        }
        hints += try rename.map { try .rename($0) }
        hints += try drop.map { .drop(try SchemaPath(parsing: $0)) }
        hints += try backfill.map { try .backfill($0) }
        if allowsDataLoss { hints.append(.allowDataLoss) }
        return hints
    }
}
