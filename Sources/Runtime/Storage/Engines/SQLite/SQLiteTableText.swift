/// The text of a `CREATE TABLE`, cut into its columns and constraints. Whatever is not changed stays as it was written:
/// collations, checks, generated columns, comments.
struct SQLiteTableText {
    var columns: [Item] = []
    var constraints: [Item] = []
    /// What stands behind the parentheses: `WITHOUT ROWID`, `STRICT`.
    let options: String

    struct Item {
        var tokens: [SQLToken]
        var text: String

        /// The column's name, as SQLite compares names.
        var name: String { tokens.first?.name ?? "" }
    }

    init(_ sql: String) throws {
        let tokens = SQLToken.tokens(of: sql)
        guard let open = tokens.firstIndex(where: { $0.text == "(" }) else { throw Self.unreadable(sql) }
        var depth = 0
        var items: [ArraySlice<SQLToken>] = []
        var start = open + 1
        var end: Int?
        for index in open..<tokens.count {
            switch tokens[index].text {
            case "(": depth += 1
            case ")": depth -= 1
            case "," where depth == 1:
                items.append(tokens[start..<index])
                start = index + 1
            default: break
            }
            if depth == 0 {
                items.append(tokens[start..<index])
                end = index
                break
            }
        }
        guard let end else { throw Self.unreadable(sql) }
        for item in items {
            let words = item.filter { !$0.isBlank }
            guard let first = words.first else { throw Self.unreadable(sql) }
            let read = Item(tokens: Array(words), text: item.map(\.text).joined())
            if Self.opensConstraint.contains(first.keyword) { constraints.append(read) } else { columns.append(read) }
        }
        options = tokens[(end + 1)...].map(\.text).joined()
    }

    /// The statement for a table of another name.
    func sql(name: String) -> String {
        // A comment that ends an item would swallow the comma: it goes to the next line.
        let items = (columns + constraints).map { item in
            let text = item.text.trimmed
            return "    " + text + (text.contains("--") ? "\n" : "")
        }
        return "CREATE TABLE \(name) (\n\(items.joined(separator: ",\n"))\n)\(options)"
    }

    private static let opensConstraint: Set<String> = ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"]

    private static func unreadable(_ sql: String) -> DatabaseError {
        DatabaseError(code: 0, message: "the table's definition cannot be read", sql: sql)
    }
}

// Changes.
extension SQLiteTableText {
    mutating func addColumn(_ name: String, _ definition: String) throws {
        guard !columns.contains(where: { $0.name == name.lowercased() }) else {
            throw DatabaseError(code: 1, message: "duplicate column name: \(name)")
        }
        columns.append(Item(definition))
    }

    mutating func replaceColumn(_ name: String, _ definition: String) throws {
        columns[try index(of: name)] = Item(definition)
    }

    /// Removes a column, and the constraints that it is part of. The primary key is not removed in passing.
    mutating func removeColumn(_ name: String) throws {
        let index = try index(of: name)
        let affected = constraints.filter { $0.mentions(name) }
        guard !affected.contains(where: \.isPrimaryKey), columns.count > 1 else {
            throw DatabaseError(code: 1, message: "\(name) is part of the primary key, or the only column")
        }
        columns.remove(at: index)
        constraints.removeAll { $0.mentions(name) }
    }

    mutating func addConstraint(_ definition: String) {
        constraints.append(Item(definition))
    }

    mutating func removeConstraint(_ name: String) throws {
        let index = constraints.firstIndex { item in
            item.tokens.count > 1 && item.tokens[0].keyword == "CONSTRAINT" && item.tokens[1].name == name.lowercased()
        }
        guard let index else { throw DatabaseError(code: 1, message: "no such constraint: \(name)") }
        constraints.remove(at: index)
    }

    func index(of name: String) throws -> Int {
        guard let index = columns.firstIndex(where: { $0.name == name.lowercased() }) else {
            throw DatabaseError(code: 1, message: "no such column: \(name)")
        }
        return index
    }
}

extension SQLiteTableText.Item {
    init(_ definition: String) {
        self.init(tokens: SQLToken.tokens(of: definition).filter { !$0.isBlank }, text: definition)
    }

    /// Whether the constraint is about a column; what a foreign key refers to is another table's.
    fileprivate func mentions(_ column: String) -> Bool {
        tokens.prefix { $0.keyword != "REFERENCES" }.contains { $0.name == column.lowercased() }
    }

    var isPrimaryKey: Bool {
        let words = tokens.first?.keyword == "CONSTRAINT" ? tokens.dropFirst(2) : tokens[...]
        return words.first?.keyword == "PRIMARY"
    }
}

extension String {
    fileprivate var trimmed: String {
        let isBlank: (Character) -> Bool = { $0.isWhitespace }
        return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}
