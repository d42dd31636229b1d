#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How `db:diff` tells of a drift: a line each, or JSON.
struct DriftReport {
    let drift: Drift
    /// Migrations that have not run: until then a difference is no wonder.
    let pending: [String]

    var text: String {
        var lines = drift.differences.map(\.text)
        if !pending.isEmpty {
            let names = pending.joined(separator: ", ")
            let effect = drift.isEmpty ? "" : "; they may make up for what differs"
            lines.append("note: pending migrations\(effect): \(names)")
        }
        lines += drift.notes.map { "note: \($0)" }
        return ([drift.isEmpty ? "The database is as the schema says." : nil] + lines).compactMap(\.self)
            .joined(separator: "\n")
    }

    /// Version 1: `{"version", "equal", "differences": [{"kind", "subject", "text"}], "pending": [], "notes": []}`.
    func json() throws -> String {
        let report = Report(
            equal: drift.isEmpty,
            differences: drift.differences.map { .init(kind: $0.kind.rawValue, subject: $0.subject, text: $0.text) },
            pending: pending, notes: drift.notes)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }

    private struct Report: Encodable {
        var version = 1
        var equal: Bool
        var differences: [Item]
        var pending: [String]
        var notes: [String]

        struct Item: Encodable {
            var kind: String
            var subject: String
            var text: String
        }
    }
}
