import ArgumentParser

/// `scaffold resolve [PATH…]`
struct Resolve: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Settle files that were left in conflict: skipped ones, and those with markers in them.",
        discussion: """
            Without an option it asks for each at a terminal, and otherwise names them and ends with status 6. The tool of
            --tool is $SCAFFOLD_MERGETOOL, or git's merge.tool; it is given $BASE (as last generated), $LOCAL (yours),
            $REMOTE (as generated) and writes $MERGED. While it leaves some open, the status is 6 as well.
            """)

    enum Choice: String, EnumerableFlag {
        case mine, generated, markers, tool

        static func help(for choice: Choice) -> ArgumentHelp? { "\(choice.meaning)" }

        var meaning: String {
            switch self {
            case .mine: "yours at the places that clash, all else is merged"
            case .generated: "the generated text at the places that clash, all else is merged"
            case .markers: "both go in, with markers at the places that clash"
            case .tool: "open a merge tool for each"
            }
        }
    }

    @Argument(help: "Files or folders; all that are in conflict unless said.") var paths: [String] = []
    @Flag(exclusivity: .exclusive) var choice: Choice?
    @OptionGroup var options: PlanOptions

    func run() throws {
        let folder = Machine.workingDirectory
        let app = try AppFolder.find(from: folder)
        let workspace = try Workspace(at: app.root) { Machine.note("waiting for another run of scaffold\n") }
        if let words = workspace.recovery { Machine.note(words + "\n") }
        let plan = try workspace.planResolution(of: paths, from: String(folder.dropFirst(app.root.count)))
        if plan.items.isEmpty, !options.json { return print("nothing to settle") }
        let result = try settled(plan)
        try options.carryOut(result, in: workspace, ways: Self.ways)
        // What the tool has not settled is still open, though the rest is written.
        let isLeft = result.items.contains { $0.status == .conflict }
        if choice == .tool, isLeft { throw ExitCode(OpenConflicts.exitCode) }
    }

    private func settled(_ plan: Plan) throws -> Plan {
        var plan = plan
        // A menu or a tool writes nothing in a dry run, and so need not be asked.
        for conflict in plan.conflicts where !(choice == .tool && options.writesNothing) {
            switch choice {
            case .mine: try plan.settle(conflict, by: .mine)
            case .generated: try plan.settle(conflict, by: .generated)
            case .markers: try plan.settle(conflict, by: .markers)
            case .tool: if let text = try MergeTool().text(for: conflict) { try plan.settle(conflict, by: .text(text)) }
            case nil: break
            }
        }
        // What the tool left open is named, and what it settled is not lost for that.
        if choice == .tool, plan.conflicts.count < plan.items.count { try plan.settleAll(by: .skip) }
        return plan
    }

    private static let ways = Choice.allCases.map {
        OpenConflicts.Way(option: "--\($0.rawValue)", meaning: $0.meaning)
    }
}
