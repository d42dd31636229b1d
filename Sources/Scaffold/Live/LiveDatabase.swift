#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A database as the app's `db:describe` tells of it.
struct LiveDatabase: Equatable, Sendable {
    var engine: DatabaseEngine?
    var tables: [LiveTable] = []

    func table(named name: String) -> LiveTable? { tables.first { $0.name == name } }
}

/// A table of a live database: what a snapshot records of one, and what only a database has.
struct LiveTable: Equatable, Sendable {
    var table: Table
    /// How many rows it has, where that was asked.
    var rows: Int?
    var natives: [String: Native] = [:]
    var indexes: [String: IndexFacts] = [:]
    /// Checks, triggers, foreign keys of several columns and second ones of a column, in words: no schema says them.
    var others: [String] = []

    var name: String { table.name }

    /// What the engine itself says of a column.
    struct Native: Equatable, Sendable {
        var type: String?
        var defaultValue: String?
        /// The expression of a generated column.
        var generated: String?
        /// How many rows hold something in it, where that was asked.
        var filled: Int?
    }

    /// What a schema says of no index.
    struct IndexFacts: Equatable, Sendable {
        var condition: String?
        var hasExpressions = false
        var included: [String] = []
        /// What the engine says of each field beyond its order: a collation, a class of operators.
        var options: [String] = []
        /// Whether it belongs to a unique constraint, whose name it has.
        var isConstraint = false
        /// Whether somebody gave it its name; the server did otherwise.
        var isNamed = true

        /// Whether it has nothing that no schema says.
        var isPlain: Bool {
            condition == nil && !hasExpressions && included.isEmpty && options.allSatisfy(\.isEmpty)
        }
    }
}

extension LiveDatabase {
    /// Reads what `db:describe` prints.
    ///
    /// - Throws: ``Diagnostic`` for a text of another kind.
    init(parsing text: String) throws {
        let lines = text.linesOfAnySystem.map { String($0) }.filter { !$0.isEmpty }
        var facts: [String: LiveTable] = [:]
        var recorded: [String] = []
        for line in lines {
            guard let said = try? JSONDecoder().decode(LiveLine.self, from: Data(line.utf8)) else {
                throw Diagnostic(message: "the app says something else than its tables: \(Shown.text(line))")
            }
            guard let name = said.table else {
                engine = said.engine.flatMap(DatabaseEngine.init(rawValue:))
                continue
            }
            recorded.append(line)
            let empty = Table(model: name, slug: name, name: name, columns: [], indexes: [])
            facts[name, default: LiveTable(table: empty)].add(said)
        }
        tables = try Snapshot.tables(in: recorded.joined(separator: "\n")).map { table in
            var live = facts[table.name] ?? LiveTable(table: table)
            live.table = table
            return live
        }
    }
}

extension LiveTable {
    /// Whether an index is on columns as they are, with nothing that an attribute does not say.
    func isPlain(_ index: Index) -> Bool {
        index == Index(fields: index.names, isUnique: index.isUnique, name: index.name)
            && indexes[index.name]?.isPlain != false
    }

    /// Whether a unique index that the schema's `unique` means is on these columns: of this name, or a constraint's.
    func isUnique(_ columns: [String], named name: String) -> Bool {
        table.indexes.contains { index in
            index.isUnique && index.names == columns && isPlain(index)
                && (index.name == name || indexes[index.name]?.isConstraint == true)
        }
    }
}

extension LiveTable {
    fileprivate mutating func add(_ line: LiveLine) {
        if let column = line.column {
            natives[column] = Native(
                type: line.native, defaultValue: line.nativeDefault, generated: line.generated, filled: line.filled)
        } else if let index = line.index {
            indexes[index] = IndexFacts(
                condition: line.condition, hasExpressions: line.expressions?.contains(true) ?? false,
                included: line.include ?? [], options: line.options ?? [], isConstraint: line.constraint ?? false,
                isNamed: line.unnamed != true)
        } else if line.check != nil {
            others.append("a check: \(line.expression ?? "")")
        } else if line.foreignKey != nil {
            let columns = (line.fields ?? []).joined(separator: ", ")
            let target = line.references ?? []
            let kind = target.count > 2 ? "a foreign key of several columns" : "one more foreign key"
            others.append(
                "\(kind): (\(columns)) to \(target.first ?? "") (\(target.dropFirst().joined(separator: ", ")))")
        } else if let trigger = line.trigger {
            others.append("a trigger: \(trigger)")
        } else if let rows = line.rows {
            self.rows = rows
        }
    }
}
