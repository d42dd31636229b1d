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
        } catch let problems as Diagnostics {
            fail(with: problems.sorted.map(\.description))
        } catch let problem as Diagnostic {
            fail(with: [problem.description])
        } catch let open as OpenQuestions {
            fail(with: ["\(open)"], status: OpenQuestions.exitCode)
        } catch let failure as BuildFailure {
            fail(with: [failure.description])
        } catch let refused as FileSystemError {
            fail(with: ["error: \(refused)"])
        } catch {
            exit(withError: error)
        }
    }

    private static func fail(with lines: [String], status: Int32 = 1) -> Never {
        Machine.note(lines.joined(separator: "\n") + "\n")
        exit(withError: ExitCode(status))
    }
}
