import ArgumentParser

/// `scaffold init`
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make an app of the folder that you are in.",
        discussion: "Files that are there already are kept. A schema.yml that is there is used.")

    @Option(help: "The app's name; the folder's unless said.") var name: String?
    @OptionGroup var start: StartOptions
    @OptionGroup var options: PlanOptions

    func run() throws {
        let root = Machine.workingDirectory
        let app = try NewApp(
            name: name ?? NameStyle.kebab(RelativePath.name(of: root)), root: root, start: start, isInPlace: true)
        let schema = try app.make(with: options)
        guard !options.json, !options.writesNothing else { return }
        print(NextSteps(schema: schema, isDescribed: !schema.models.isEmpty).text)
    }
}
