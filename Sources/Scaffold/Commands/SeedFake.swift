import ArgumentParser

/// `scaffold db:seed:fake`: answered by the app, which the tool tells the rules of the schema before.
struct SeedFake: AsyncParsableCommand {
    static let name = "db:seed:fake"
    static let configuration = CommandConfiguration(
        commandName: name, abstract: "Fill tables with made-up rows: --count N --table posts --model Post --seed N.",
        discussion: "Answered by the app, which is built first; 'scaffold \(name) --help' lists its options.")

    @Argument(parsing: .captureForPassthrough) var arguments: [String] = []

    func run() async throws {
        var arguments = arguments
        if !arguments.contains(where: { $0 == "--schema" || $0.hasPrefix("--schema=") }) {
            // A schema that cannot be read stops nothing: the database says most of it.
            do {
                try Self.writeFacts()
                arguments += ["--schema", ColumnFacts.path]
            } catch {
                Machine.note("rows are made without the rules of the schema, which cannot be read: \(error)\n")
            }
        }
        try await AppHandover.run(
            command: Self.name, arguments: arguments, isVerbose: Machine.environment("SCAFFOLD_VERBOSE") != nil)
    }

    private static func writeFacts() throws {
        let project = try Project()
        let text = try ColumnFacts.text(of: try project.schema())
        let files = project.workspace.files
        let path = "\(project.workspace.root)/\(ColumnFacts.path)"
        for folder in RelativePath.parents(of: ColumnFacts.path).filter({ !$0.isEmpty }) {
            let folder = "\(project.workspace.root)/\(folder)"
            if try files.entry(at: folder) == nil { try files.makeDirectory(folder) }
        }
        try files.write(Array(text.utf8), to: path, mode: 0o666 & ~files.creationMask)
    }
}
