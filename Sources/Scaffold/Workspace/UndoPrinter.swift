import FoundationEssentials

/// The taking back of a run in words, or as JSON for scripts.
struct UndoPrinter {
    /// Nothing is written: the words say so.
    var isDryRun = false

    /// `  restore  schema.yml` a line, and a sentence at the end.
    func text(_ plan: UndoPlan) -> String {
        var lines = plan.items.map { item in
            let padding = String(repeating: " ", count: max(1, 9 - item.status.rawValue.count))
            let note = item.status == .edited ? "  (edited since: stays as it is)" : ""
            return "  \(item.status.rawValue)\(padding)\(item.path)\(note)"
        }
        let name = plan.run.command.isEmpty ? "the last run" : "'scaffold \(plan.run.command)'"
        let what = "\(name) (\(plan.run.age()))"
        if isDryRun {
            lines.append("dry run, nothing written: \(what) would be taken back")
        } else {
            let way = plan.removesApp ? "" : "; 'scaffold undo' again brings it back"
            lines.append("\(what) is taken back\(way)")
        }
        if !plan.edited.isEmpty { lines.append("'scaffold generate' brings edited files and schema together") }
        return lines.joined(separator: "\n")
    }

    /// Version 1: `{"version": 1, "dryRun": false, "run": {"command", "at"}, "files": [{"path", "status"}]}`; `at` counts
    /// seconds since 1970, a status is `restore`, `remove` or `edited`.
    func json(_ plan: UndoPlan) throws -> String {
        let report = Report(
            dryRun: isDryRun, run: plan.run,
            files: plan.items.map { .init(path: $0.path, status: $0.status.rawValue) })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }

    private struct Report: Encodable {
        var version = 1
        var dryRun: Bool
        var run: UndoRecord.Run
        var files: [File]

        struct File: Encodable {
            var path: String
            var status: String
        }
    }
}
