import ArgumentParser
import Templates

/// `scaffold templates:eject NAME…`
struct EjectTemplates: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates:eject",
        abstract: "Make templates files of the app, to change what is generated.",
        discussion: """
            Without a name it lists them. The files stand under Templates/, in the language of Mustache; after a change
            'scaffold generate' merges what comes of it into the code. What another version of scaffold changes in a
            template is merged into yours. Delete a file to go back to the tool's own.
            """)

    @Argument(help: "Which, such as Controller.") var names: [String] = []
    @Flag(help: "All of them.") var all = false
    @OptionGroup var options: PlanOptions

    func run() throws {
        let names = all ? Templates.all.keys.sorted() : names
        guard !names.isEmpty else { return print(Templates.all.keys.sorted().joined(separator: "\n")) }
        let project = try Project()
        try options.carryOut(try project.planEjection(of: names), in: project.workspace)
    }
}

/// `scaffold templates:diff [NAME…]`
struct DiffTemplates: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates:diff",
        abstract: "Show what you changed in templates that you took over.")

    @Argument(help: "Which; all that you took over unless said.") var names: [String] = []

    func run() throws {
        let differences = try Project().templateDifferences(names)
        guard !differences.isEmpty else { return print("no template differs from the tool's own") }
        print(differences.map { $0.text(isColoured: Terminal.hasColours) }.joined(separator: "\n"))
    }
}
