#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A snapshot as it was read, also where git has put the lines of two branches together, by itself or between the marks of
/// a merge: a line counts once, the later one where two say different things, and not at all where what it is about is
/// gone.
struct SnapshotReading {
    private(set) var tables: [Table] = []
    private(set) var history = SnapshotHistory()
    /// Whether the marks of a merge are in it.
    private(set) var hasMarks = false
    /// Whether two lines say different things, so that what is wanted has decided.
    private(set) var isDoubtful = false

    /// - Parameters:
    ///   - text: as ``Snapshot/text(of:history:facts:)`` writes it.
    ///   - wanted: what the schema asks for; it decides where two branches left two lines about one thing, and neither
    ///     says when.
    /// - Throws: ``Diagnostic`` for a text that is no snapshot, with its line.
    init(_ text: String, for wanted: [Table] = []) throws {
        let lines = try decoded(text)
        collect(lines)
        let wanted = Dictionary(wanted.map { ($0.name, $0) }) { first, _ in first }
        var found: [String: Table] = [:]
        var keys: [String: [String]] = [:]
        var order: [String] = []
        for line in lines where line.dropped == nil {
            guard let name = place(of: line) else { continue }
            if found[name] == nil { order.append(name) }
            let isNew = line.add(
                to: &found[name, default: Table(model: name, slug: name, name: name, columns: [], indexes: [])],
                wanted: wanted[name])
            if !isNew { isDoubtful = true }
            if let key = line.key { keys[name] = key }
            if let part = line.partOfKey, keys[name, default: []].contains(part) == false {
                keys[name, default: []].append(part)
            }
        }
        tables = order.compactMap { name in
            guard var table = found[name] else { return nil }
            table.primaryKey.columns = keys[name] ?? []
            return table
        }
    }

    private mutating func decoded(_ text: String) throws -> [SnapshotLine] {
        var lines: [(number: Int, text: Substring)] = []
        var isBase = false
        for (number, line) in text.linesOfAnySystem.enumerated() where !line.isEmpty && line != "\r" {
            if ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].contains(where: line.hasPrefix) {
                hasMarks = true
                isBase = line.hasPrefix("|||||||")
                continue
            }
            // What both branches came from is in what they made of it, where it still counts.
            if !isBase { lines.append((number + 1, line)) }
        }
        return try SnapshotReading.entries(of: lines.map(\.text))
            ?? lines.map { number, line in
                guard let entry = SnapshotReading.entries(of: [line])?.first else {
                    let what = "the tool's own record of what the migrations have made"
                    throw Diagnostic(
                        message: "this is no line of a snapshot, \(what)",
                        position: SourcePosition(file: Snapshot.path, line: number, column: 1),
                        suggestion: Snapshot.wayOut)
                }
                return entry
            }
    }

    /// What lines say, read all at once, which is far faster than one by one; nil where one of them says nothing.
    private static func entries(of lines: [Substring]) -> [SnapshotLine]? {
        let array = Data("[\(lines.joined(separator: ","))]".utf8)
        guard let entries = try? JSONDecoder().decode([SnapshotLine].self, from: array), entries.count == lines.count
        else { return nil }
        return entries.allSatisfy { $0.table != nil || $0.migrations != nil } ? entries : nil
    }

    private mutating func collect(_ lines: [SnapshotLine]) {
        for line in lines {
            if let head = line.migrations, !history.heads.contains(head) { history.heads.append(head) }
            guard let table = line.table else { continue }
            let subject = line.subject(in: table)
            if let stamp = line.dropped {
                if stamp >= history.dropped[subject] ?? "" { history.renamed[table] = line.renamed }
                history.dropped[subject] = max(stamp, history.dropped[subject] ?? "")
            } else {
                if let stamp = line.at { history.changed[subject] = max(stamp, history.changed[subject] ?? "") }
                if let stamp = line.made { history.made[subject] = max(stamp, history.made[subject] ?? "") }
            }
        }
        // Stones of what was made again stand no longer.
        for (subject, gone) in history.dropped {
            if gone < history.made[subject] ?? "" {
                history.dropped[subject] = nil
            } else {
                (history.changed[subject], history.made[subject]) = (nil, nil)
            }
        }
    }

    /// The table that a line adds to; nil where it does not count.
    private func place(of line: SnapshotLine) -> String? {
        guard let table = line.table else { return nil }
        let name = history.nameNow(of: table)
        if name != table, line.subject(in: table).kind == .table { return nil }
        let subject = line.subject(in: name)
        let isBuried = history.dropped[.init(table: name)] != nil
        guard !isBuried, !history.isGone(subject, madeAt: line.made) else { return nil }
        return line.latest >= history.latest(subject) ? name : nil
    }
}

extension Snapshot {
    /// What to do where the record is lost.
    static let wayOut =
        "bring it back from version control; or, where the migrations have made all that the schema asks for, "
        + "'scaffold generate --no-migration' writes it anew"
}
