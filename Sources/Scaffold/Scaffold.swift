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
        } catch let open as OpenQuestions {
            fail(with: "\(open)", status: OpenQuestions.exitCode)
        } catch let open as OpenConflicts {
            fail(with: "\(open)", status: OpenConflicts.exitCode)
        } catch  where error is Diagnostics || error is Diagnostic || error is BuildFailure || error is FileSystemError
        {
            fail(with: words(for: error))
        } catch {
            exit(withError: error)
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

    private static func fail(with words: String, status: Int32 = 1) -> Never {
        Machine.note(words + "\n")
        exit(withError: ExitCode(status))
    }
}
