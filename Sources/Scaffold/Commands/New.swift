import ArgumentParser

/// `scaffold new NAME`
struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a new app in a folder of its own.",
        discussion: """
            --schema FILE starts from a description that you have; without it the app begins without models.
            --runtime says where the app takes the runtime from: a PATH, URL@VERSION, or copy, which carries it along.
            """)

    @Argument(help: "The app's name and folder.") var name: String
    @OptionGroup var start: StartOptions
    @OptionGroup var options: PlanOptions

    func run() throws {
        let root = "\(Machine.workingDirectory)/\(name)"
        let app = try NewApp(name: name, root: root, start: start)
        let schema = try app.make(with: options)
        guard !options.json, !options.writesNothing else { return }
        print("\nNext:\n" + steps(schema).map { "  \($0)" }.joined(separator: "\n"))
    }

    /// What leads from here to an app that answers.
    private func steps(_ schema: Schema) -> [String] {
        let first = "scaffold model:generate --name Post --attributes 'title:string!,content:text'"
        let create = "scaffold db:create    # on a \(schema.database.title) server of this machine, or see .env"
        return ["cd \(name)"] + (start.schema == nil ? [first] : []) + (schema.database.isOnServer ? [create] : [])
            + ["scaffold db:migrate"] + (start.schema == nil ? [] : ["scaffold db:seed:all"]) + ["scaffold serve"]
    }
}
