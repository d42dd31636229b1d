import ArgumentParser

/// What every command that writes files understands, and how it tells what it does.
struct PlanOptions: ParsableArguments {
    @Flag(name: .customLong("dry-run"), help: "Show what would be written, and write nothing.")
    var isDryRun = false

    @Flag(name: .customLong("diff"), help: "Also show what changes in each file.")
    var showsDifferences = false

    @Flag(help: "Print the plan as JSON.")
    var json = false

    @Flag(help: "Write nothing; exit status 1 when there is something to write or to settle.")
    var check = false

    @Option(
        help: ArgumentHelp(
            "Where you and the schema changed the same place: ask, refuse, markers or skip; ask at a terminal.",
            valueName: "what"))
    var conflicts: ConflictPolicy?

    @Flag(name: .shortAndLong, help: "Also name the files that nothing happens to.")
    var verbose = false

    var writesNothing: Bool { isDryRun || check }

    /// Whether no more is asked for than to write, and to tell what is new.
    var areUsual: Bool { !writesNothing && !showsDifferences && !json && !verbose }

    /// Asks the person at the terminal; nil where nobody is there, or a script reads the answer.
    var interview: Interview? {
        guard Terminal.isThere, !json else { return nil }
        return Interview(ask: Terminal.ask)
    }

    /// Settles what is in conflict, prints a plan and, unless it is a dry run, writes it.
    ///
    /// - Throws: ``OpenConflicts`` when something is left for the user to say, and nothing was written.
    func carryOut(_ run: Project.Run, in project: Project, usually policy: ConflictPolicy? = nil) throws {
        try carryOut(run.plan, in: project.workspace, usually: policy)
    }

    /// - Parameters:
    ///   - usual: what becomes of conflicts unless said otherwise; a menu at a terminal, or else a refusal.
    ///   - ways: the options that settle conflicts, for those who are told of them.
    func carryOut(
        _ plan: Plan, in workspace: Workspace, usually usual: ConflictPolicy? = nil,
        ways: [OpenConflicts.Way] = OpenConflicts.Way.ofEveryRun
    ) throws {
        var plan = plan
        switch conflicts ?? usual ?? (interview == nil ? .refuse : .ask) {
        case .markers: try plan.settleAll(by: .markers)
        case .skip: try plan.settleAll(by: .skip)
        case .ask where !writesNothing:
            let menu = ConflictMenu(ask: Terminal.ask, edit: TextEditor().edit, isColoured: Terminal.hasColours)
            try menu.settle(&plan)
        case .ask, .refuse: break
        }
        let isRefused = !plan.conflicts.isEmpty
        if !writesNothing, !isRefused { try workspace.apply(plan) }
        let printer = PlanPrinter(
            isDryRun: writesNothing, isVerbose: verbose, showsDifferences: showsDifferences,
            isColoured: Terminal.hasColours)
        if json {
            print(try printer.json(plan))
        } else if writesNothing || !isRefused {
            print(printer.text(plan))
        }
        if check {
            if !plan.isCurrent { throw ExitCode.failure }
            return
        }
        if isRefused { throw OpenConflicts(conflicts: plan.conflicts, ways: ways) }
    }
}

extension ConflictPolicy: ExpressibleByArgument {}
