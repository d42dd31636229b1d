import ArgumentParser

/// What every command that writes files understands, and how it tells what it does.
struct PlanOptions: ParsableArguments {
    @Flag(name: .customLong("dry-run"), help: "Show what would be written, and write nothing.")
    var isDryRun = false

    @Flag(help: "Print the plan as JSON.")
    var json = false

    @Flag(name: .shortAndLong, help: "Also name the files that nothing happens to.")
    var verbose = false

    /// Asks the person at the terminal; nil where nobody is there, or a script reads the answer.
    var interview: Interview? {
        guard Terminal.isThere, !json else { return nil }
        return Interview { question in
            Machine.note(question)
            return readLine()
        }
    }

    /// Prints a plan and, unless it is a dry run, writes it.
    func carryOut(_ run: Project.Run, in project: Project) throws {
        let printer = PlanPrinter(isDryRun: isDryRun, isVerbose: verbose)
        if !isDryRun { try project.apply(run) }
        print(json ? try printer.json(run.plan) : printer.text(run.plan))
    }
}
