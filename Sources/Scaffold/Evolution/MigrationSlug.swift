// What a migration is called by what it does.

extension [Operation] {
    /// `add-status-to-posts`, `rename-posts-title-to-headline`, `drop-profiles`, `change-posts-and-2-more`.
    var slug: String {
        // Names of a database may hold anything; those of files and types may not.
        let ascii = words.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : " " }
        let slug = NameStyle.kebab(String(ascii))
        return slug.utf8.count <= 100 ? slug : "change-\(tableNames.count)-tables"
    }

    private var words: String {
        let steps = leadingSteps
        if case .dropTable? = steps.first, steps.allSatisfy(\.isDrop) { return "drop " + Self.list(steps.map(\.table)) }
        let tables = tableNames
        guard tables.count == 1, let table = tables.first else { return "change " + Self.list(tables) }
        if steps.isEmpty { return indexWords(table) }
        let columns = Self.list(steps.reduce(into: []) { $0 += $1.columnName.map { [$0] } ?? [] })
        if steps.allSatisfy(\.isAddition) { return "add \(columns) to \(table)" }
        if steps.allSatisfy(\.isRemoval) { return "remove \(columns) from \(table)" }
        if steps.count == 1 {
            switch steps[0] {
            case .renameTable(let name, let newName): return "rename \(name) to \(newName)"
            case .renameColumn(_, let name, let newName): return "rename \(table) \(name) to \(newName)"
            case .changeColumn(_, _, let column): return "change \(column.name) of \(table)"
            case .changePrimaryKey: return "change primary key of \(table)"
            default: break
            }
        }
        return "change \(table)"
    }

    private func indexWords(_ table: String) -> String {
        let added = filter { if case .addIndex = $0 { true } else { false } }.count
        let noun = count == 1 ? "index" : "indexes"
        if added == count { return "add \(noun) to \(table)" }
        return added == 0 && !contains(where: \.isIndexRename)
            ? "remove \(noun) from \(table)" : "change indexes of \(table)"
    }

    /// What is done, without what follows from it: indexes, and the second half of a column that is filled.
    private var leadingSteps: [Operation] {
        var columns: Set<[String]> = []
        return filter { operation in
            switch operation {
            case .addIndex, .removeIndex, .renameIndex, .backfill: false
            case .addColumn(let table, let column), .changeColumn(let table, _, let column):
                columns.insert([table, column.name]).inserted
            default: true
            }
        }
    }

    /// The tables in the order in which they are met, by the names that they have last.
    private var tableNames: [String] {
        var names: [String] = []
        var seen: Set<String> = []
        for operation in self {
            if case .renameTable(let name, let newName) = operation {
                if seen.insert(newName).inserted { names.append(newName) }
                if seen.remove(name) != nil { names.removeAll { $0 == name } }
            } else if seen.insert(operation.table).inserted {
                names.append(operation.table)
            }
        }
        return names
    }

    /// `posts`, `posts and tags`, `posts and 2 more`.
    private static func list(_ names: [String]) -> String {
        names.count > 2 ? "\(names[0]) and \(names.count - 1) more" : names.joined(separator: " and ")
    }
}

extension Operation {
    fileprivate var isDrop: Bool { if case .dropTable = self { true } else { false } }
    fileprivate var isAddition: Bool { if case .addColumn = self { true } else { false } }
    fileprivate var isRemoval: Bool { if case .removeColumn = self { true } else { false } }
    fileprivate var isIndexRename: Bool { if case .renameIndex = self { true } else { false } }

    fileprivate var columnName: String? {
        switch self {
        case .addColumn(_, let column), .removeColumn(_, let column): column.name
        default: nil
        }
    }
}
