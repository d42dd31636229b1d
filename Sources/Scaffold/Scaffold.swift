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
        do {
            var command = try parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            guard let status = status(of: error) else { exit(withError: error) }
            Machine.note(words(for: error) + "\n")
            exit(withError: ExitCode(status))
        }
    }

    /// How the tool ends with an error; nil where that is for the parser of arguments to say.
    static func status(of error: any Error) -> Int32? {
        switch error {
        case is OpenQuestions: OpenQuestions.exitCode
        case is OpenConflicts: OpenConflicts.exitCode
        case is Diagnostics, is Diagnostic, is BuildFailure, is FileSystemError: 1
        default: nil
        }
    }

    /// An error as the person who gave the command reads it.
    static func words(for error: any Error) -> String {
        switch error {
        case let problems as Diagnostics: problems.sorted.map(\.description).joined(separator: "\n")
        case let refused as FileSystemError: "error: \(refused)"
        default: "\(error)"
        }
    }
}
