#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What migrations make that the tool did not write, as far as the schema says something else: a file of the app beside
/// ``Snapshot``, in the same form.
///
/// ```json
/// {"migration":"20261120093000-add-subtitle","text":"9f0c2d4e11a3b5c7"}
/// {"table":"posts","column":"subtitle","type":"string","numbers":[255]}
/// {"table":"posts","column":"body","gone":true}
/// ```
///
/// Lines stand for themselves in an order that is always the same, so that git merges two branches line by line.
struct HandWritten: Equatable, Sendable {
    static let name = "by-hand.jsonl"
    static let path = "\(Records.folder)/\(name)"

    /// The migrations that are accounted for, each with the checksums of its text.
    var migrations: [String: Set<String>] = [:]
    /// What there is, and the schema says otherwise or not at all.
    private(set) var extra: [Table] = []
    /// What the schema says and is not there.
    private(set) var gone: [TableParts.Name] = []

    /// Nothing written by hand.
    init() {}

    /// - Parameters:
    ///   - made: the tables as all migrations make them.
    ///   - wanted: the tables of the schema.
    init(migrations: [String: Set<String>], made: [Table], wanted: [Table]) {
        self.migrations = migrations
        let (there, asked) = (TableParts(made), TableParts(wanted))
        var rest = TableParts()
        for name in there.names where !TableParts.Part.alike(there[name], asked[name]) { rest[name] = there[name] }
        extra = rest.withOwners(from: there).tables(completedBy: there)
        gone = asked.names.filter { name in
            if case .key = name { return false }
            return there[name] == nil && (name.owner.map { there[.table($0)] != nil } ?? true)
        }
    }

    /// The tables as all migrations make them.
    ///
    /// - Parameter recorded: the tables of the schema at the time when this was written.
    func made(over recorded: [Table]) -> [Table] {
        var parts = TableParts(recorded)
        for table in extra {
            let known = TableParts([table])
            for name in known.names {
                if case .table = name, parts[name] != nil { continue }
                // A key is said only where it is another.
                if case .key = name, table.primaryKey.columns.isEmpty, parts[name] != nil { continue }
                parts[name] = known[name]
            }
        }
        for name in gone { parts[name] = nil }
        return parts.tables
    }
}

// The file.
extension HandWritten {
    /// Nil where there is nothing to say.
    var text: String? {
        guard !migrations.isEmpty || !extra.isEmpty || !gone.isEmpty else { return nil }
        var text = ""
        for (name, checksums) in migrations.sorted(by: { $0.key < $1.key }) {
            for checksum in checksums.sorted() { text += JSONLine(("migration", name), ("text", checksum)).text }
        }
        text += Snapshot.text(of: extra)
        let lines = gone.compactMap { name -> String? in
            switch name {
            case .table(let table): JSONLine(("table", table), ("gone", true)).text
            case .column(let column, let table): JSONLine(("table", table), ("column", column), ("gone", true)).text
            case .index(let index, let table): JSONLine(("table", table), ("index", index), ("gone", true)).text
            case .key: nil
            }
        }
        return text + lines.sorted().joined()
    }

    /// - Throws: ``Diagnostic`` for a text that is no such file, with its line.
    init(parsing text: String) throws {
        var rest: [String] = []
        for line in text.linesOfAnySystem {
            let said = try? JSONDecoder().decode(Line.self, from: Data(line.utf8))
            if let name = said?.migration, let checksum = said?.text {
                migrations[name, default: []].insert(checksum)
            } else if let table = said?.table, said?.gone == true {
                let name: TableParts.Name =
                    if let column = said?.column {
                        .column(column, of: table)
                    } else if let index = said?.index {
                        .index(index, of: table)
                    } else {
                        .table(table)
                    }
                if !gone.contains(name) { gone.append(name) }
            } else {
                rest.append(String(line))
                continue
            }
            // The number of a line that cannot be read stays what it is.
            rest.append("")
        }
        do {
            extra = try Snapshot.tables(in: rest.joined(separator: "\n"))
        } catch var problem as Diagnostic {
            problem.position?.file = Self.path
            throw problem
        }
    }

    private struct Line: Decodable {
        var migration: String?
        var text: String?
        var table: String?
        var column: String?
        var index: String?
        var gone: Bool?
    }
}

extension TableParts.Name {
    /// The table that it is part of.
    fileprivate var owner: String? {
        switch self {
        case .table: nil
        case .column(_, let table), .index(_, let table), .key(let table): table
        }
    }
}

extension TableParts {
    /// With the tables that the parts belong to.
    fileprivate func withOwners(from all: TableParts) -> TableParts {
        var parts = self
        for case let owner? in names.map(\.owner) { parts[.table(owner)] = all[.table(owner)] }
        return parts
    }

    /// Put together again, with the columns of every key that is said.
    fileprivate func tables(completedBy all: TableParts) -> [Table] {
        var parts = self
        for case .key(let table) in names {
            guard case .key(let key)? = self[.key(of: table)] else { continue }
            for column in key.columns { parts[.column(column, of: table)] = all[.column(column, of: table)] }
        }
        return parts.tables
    }
}
