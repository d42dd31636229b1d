import FoundationEssentials

/// A plan in words, or as JSON for scripts.
struct PlanPrinter {
    /// Nothing is written: the counts say so.
    var isDryRun = false
    /// Also the files that nothing happens to.
    var isVerbose = false

    /// `  create   Sources/App/Models/Post.swift` a line, the counts at the end.
    func text(_ plan: Plan) -> String {
        let shown = plan.items.filter { isVerbose || $0.status.isNews || $0.note != nil }
        var lines = shown.map { item in
            let status = item.status.rawValue
            let padding = String(repeating: " ", count: max(1, 9 - status.count))
            return "  \(status)\(padding)\(item.path)" + (item.note.map { "  (\($0))" } ?? "")
        }
        let counts = FileStatus.allCases.compactMap { status -> String? in
            let count = plan.count(status)
            return count == 0 ? nil : "\(count) \(status.counted)"
        }
        let total = counts.isEmpty ? "nothing to write" : counts.joined(separator: ", ")
        lines += plan.warnings.map { "  warning  \($0)" }
        lines.append(isDryRun ? "dry run, nothing written: \(total)" : total)
        return lines.joined(separator: "\n")
    }

    /// Version 1: `{"version": 1, "dryRun": false, "current": false, "files": [{"path", "status", "note"?}], "counts":
    /// {"create": 3, …}, "warnings": […]}`; every status has a count, files come in the order of the plan.
    func json(_ plan: Plan) throws -> String {
        let counts = FileStatus.allCases.map { ($0.rawValue, plan.count($0)) }
        let report = Report(
            dryRun: isDryRun, current: plan.isCurrent,
            files: plan.items.map { .init(path: $0.path, status: $0.status.rawValue, note: $0.note) },
            counts: Dictionary(uniqueKeysWithValues: counts), warnings: plan.warnings)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }

    private struct Report: Encodable {
        var version = 1
        var dryRun: Bool
        var current: Bool
        var files: [File]
        var counts: [String: Int]
        var warnings: [String]

        struct File: Encodable {
            var path: String
            var status: String
            var note: String?
        }
    }
}
