/// Conflicts that nobody was there to settle: nothing is written.
struct OpenConflicts: Error, Equatable, Sendable, CustomStringConvertible {
    var conflicts: [FileConflict]
    /// The options that settle them, each with what it means.
    var ways: [Way] = Way.ofEveryRun
    /// Whether somebody was asked and stopped.
    var isAborted = false

    struct Way: Equatable, Sendable {
        var option: String
        var meaning: String

        static let ofEveryRun = [
            Way(option: "--conflicts=markers", meaning: "both go in, with markers at the places that clash"),
            Way(
                option: "--conflicts=skip",
                meaning: "these stay as they are, the rest is written; 'scaffold resolve' settles them"),
            Way(option: "--conflicts=ask", meaning: "be asked for each, as at a terminal"),
        ]
    }

    /// The exit status of a run that stops at them.
    static let exitCode: Int32 = 6

    var description: String {
        let files = conflicts.map { "  \($0.path)  (\($0.reason))" }
        guard !isAborted else { return "Nothing was written. In conflict:\n" + files.joined(separator: "\n") }
        let width = ways.map(\.option.count).max() ?? 0
        let options = ways.map { way in
            "  \(way.option)\(String(repeating: " ", count: width - way.option.count))   \(way.meaning)"
        }
        return """
            Nothing was written: \(conflicts.count == 1 ? "a file is" : "\(conflicts.count) files are") in conflict.
            \(files.joined(separator: "\n"))
            Run the command again with one of these options:
            \(options.joined(separator: "\n"))
            """
    }
}
