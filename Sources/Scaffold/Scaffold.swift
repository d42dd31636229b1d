import ArgumentParser

/// The tool `scaffold`: reads its arguments, finds the command and runs it.
@main
struct Scaffold: AsyncParsableCommand {
    /// The version of the tool; apps state which one generated them.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "scaffold",
        abstract: "Swift APIs from a description of their data.",
        discussion: "Describe models in schema.yml, or with model:generate; the code is yours to edit.",
        version: version,
        groupedSubcommands: CommandList.groups)

    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let mistake = MistypedCommand(arguments, known: CommandList.names) { mistake.exit() }
        await main(arguments)
    }
}
