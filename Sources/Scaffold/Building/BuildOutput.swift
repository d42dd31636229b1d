import Subprocess

/// Reads the lines of a build as they come, shows how far it is, and keeps what matters of them.
struct BuildOutput: Sendable {
    let product: String
    let root: String
    let isVerbose: Bool
    let hasTerminal: Bool
    let note: @Sendable (String) -> Void

    /// What is left of it: the report, and every line.
    struct Result: Sendable {
        var report: BuildReport
        var log: String
    }

    func follow<Lines: AsyncSequence>(_ lines: Lines) async throws -> Result where Lines.Element == String {
        var result = Result(report: BuildReport(root: root), log: "")
        var isDrawn = false
        for try await line in lines {
            let line = line.hasSuffix("\n") ? String(line.dropLast()) : line
            result.log += line + "\n"
            let progress = result.report.add(line)
            if isVerbose {
                note(line + "\n")
            } else if hasTerminal, let progress {
                // Over the line before, cut to what the narrowest terminals show of it.
                note("\r\u{1B}[K" + "building \(product)  \(progress)".prefix(79))
                isDrawn = true
            }
        }
        if isDrawn { note("\r\u{1B}[K") }
        return result
    }
}
