import FoundationEssentials

/// A plan in words, or as JSON for scripts.
struct PlanPrinter {
    /// Nothing is written: the counts say so.
    var isDryRun = false
    /// Also the files that nothing happens to.
    var isVerbose = false
    /// Also what changes in each file.
    var showsDifferences = false
    /// For a terminal.
    var isColoured = false

    /// `  create   Sources/App/Models/Post.swift` a line, the counts at the end.
    func text(_ plan: Plan) -> String {
        var lines: [String] = []
        for item in plan.items where isVerbose || item.status.isNews || item.note != nil {
            let status = item.status.rawValue
            let padding = String(repeating: " ", count: max(1, 9 - status.count))
            lines.append("  \(status)\(padding)\(item.path)" + (item.note.map { "  (\($0))" } ?? ""))
            if let difference = difference(of: item, isColoured: isColoured) { lines.append(difference) }
        }
        lines += plan.warnings.map { "  warning  \($0)" }
        var counts = FileStatus.allCases.compactMap { status -> String? in
            let count = plan.count(status)
            return count == 0 ? nil : "\(count) \(status.counted)"
        }
        let unsettled = plan.items.count(where: \.hasMarkers)
        if unsettled > 0 { counts.append("\(unsettled) with markers to settle") }
        let total = counts.isEmpty ? "nothing to write" : counts.joined(separator: ", ")
        lines.append(isDryRun ? "dry run, nothing written: \(total)" : total)
        return lines.joined(separator: "\n")
    }

    private func difference(of item: Plan.Item, isColoured: Bool) -> String? {
        guard showsDifferences, !item.isLocal, let texts = item.texts else { return nil }
        let difference = UnifiedDiff(from: texts.old ?? [], to: texts.new ?? [], path: item.path)
        guard !difference.isEmpty else { return nil }
        let text = difference.text(isColoured: isColoured)
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    /// Version 1:
    ///
    ///     {"version": 1, "written": true, "dryRun": false, "current": false,
    ///      "files": [{"path": "…", "status": "merge", "note": "…", "markers": true, "diff": "…"}],
    ///      "counts": {"create": 3, …}, "warnings": ["…"]}
    ///
    /// Files come in the order of the plan, `status` is a ``FileStatus``, and every status has a count. `written` is
    /// false in a dry run and where conflicts stopped the run (exit status 6). `current`: there was nothing to write and is
    /// nothing to settle. Only where it applies: `note`; `markers`, for a file with the
    /// markers of an unsettled merge in it; `diff`, where it was asked for.
    func json(_ plan: Plan) throws -> String {
        let counts = FileStatus.allCases.map { ($0.rawValue, plan.count($0)) }
        let report = Report(
            written: !isDryRun && plan.conflicts.isEmpty, dryRun: isDryRun, current: plan.isCurrent,
            files: plan.items.map {
                .init(
                    path: $0.path, status: $0.status.rawValue, note: $0.note, markers: $0.hasMarkers ? true : nil,
                    diff: difference(of: $0, isColoured: false))
            },
            counts: Dictionary(uniqueKeysWithValues: counts), warnings: plan.warnings)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }

    private struct Report: Encodable {
        var version = 1
        var written: Bool
        var dryRun: Bool
        var current: Bool
        var files: [File]
        var counts: [String: Int]
        var warnings: [String]

        struct File: Encodable {
            var path: String
            var status: String
            var note: String?
            var markers: Bool?
            var diff: String?
        }
    }
}
