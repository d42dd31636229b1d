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
        print(NextSteps(folder: name, schema: schema, isDescribed: start.schema != nil).text)
    }
}
