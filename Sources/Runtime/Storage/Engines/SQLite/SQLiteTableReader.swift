/// What SQLite tells of a table only in the text of its definition: checks, collations, counters, generated columns.
struct SQLiteTableReader {
    let text: SQLiteTableText

    /// Adds what the text says.
    func complete(_ table: inout TableDescription) {
        let options = SQLToken.tokens(of: text.options).filter { !$0.isBlank }
        table.options = options.isEmpty ? nil : Self.written(options)
        for item in text.columns { read(column: item, &table) }
        for item in text.constraints { addCheck(item.tokens, &table) }
    }

    private func read(column item: SQLiteTableText.Item, _ table: inout TableDescription) {
        guard let place = table.columns.firstIndex(where: { $0.name.lowercased() == item.name }) else { return }
        let words = Self.outerWords(item.tokens)
        if let collate = words.firstIndex(where: { $0.keyword == "COLLATE" }), collate + 1 < words.count {
            let collation = words[collate + 1].identifier?.uppercased()
            table.columns[place].collation = collation == "BINARY" ? nil : collation
        }
        if words.contains(where: { $0.keyword == "AUTOINCREMENT" }) {
            table.columns[place].counter = "AUTOINCREMENT"
        } else if table.primaryKey == [table.columns[place].name], table.columns[place].allowNull,
            table.columns[place].nativeType.uppercased() == "INTEGER", table.options?.contains("WITHOUT") != true
        {
            // The number of the row, which SQLite counts up too.
            table.columns[place].counter = "ROWID"
        }
        let isKey = table.primaryKey.contains(table.columns[place].name)
        if isKey, table.columns[place].counter != nil { table.columns[place].allowNull = false }
        if let place = item.tokens.firstIndex(where: { $0.keyword == "AS" }),
            let expression = Self.parentheses(item.tokens[place...]),
            let column = table.columns.firstIndex(where: { $0.name.lowercased() == item.name })
        {
            let isStored = words.contains { $0.keyword == "STORED" }
            table.columns[column].generated = "\(Self.written(expression)) \(isStored ? "STORED" : "VIRTUAL")"
        }
        addCheck(item.tokens, &table)
    }

    /// The checks of a column or constraint, each with the name that stands before it.
    private func addCheck(_ tokens: [SQLToken], _ table: inout TableDescription) {
        var depth = 0
        for (place, token) in tokens.enumerated() {
            if token.text == "(" { depth += 1 }
            if token.text == ")" { depth -= 1 }
            guard depth == 0, token.keyword == "CHECK", let expression = Self.parentheses(tokens[place...]) else {
                continue
            }
            var name = ConstraintName("", isGiven: false)
            if place >= 2, tokens[place - 2].keyword == "CONSTRAINT" {
                name = ConstraintName(tokens[place - 1].identifier ?? "")
            }
            let written = Self.written(expression)
            table.checks.append(
                CheckDescription(name: name, expression: written, values: ConditionText.list(in: written)))
        }
    }

    /// The tokens that do not stand in parentheses.
    private static func outerWords(_ tokens: [SQLToken]) -> [SQLToken] {
        var depth = 0
        return tokens.filter { token in
            if token.text == "(" { depth += 1 }
            defer { if token.text == ")" { depth -= 1 } }
            return depth == 0
        }
    }

    /// What stands in the first parentheses.
    private static func parentheses(_ tokens: ArraySlice<SQLToken>) -> [SQLToken]? {
        guard let open = tokens.firstIndex(where: { $0.text == "(" }) else { return nil }
        var depth = 0
        for place in open..<tokens.endIndex {
            if tokens[place].text == "(" { depth += 1 }
            if tokens[place].text == ")" { depth -= 1 }
            if depth == 0 { return Array(tokens[(open + 1)..<place]) }
        }
        return nil
    }

    /// The tokens with one blank between those that need one.
    static func written(_ tokens: some Collection<SQLToken>) -> String {
        var text = ""
        var last = "("
        for token in tokens {
            let isTight = last == "(" || last == "." || [")", ",", ".", "("].contains(token.text)
            text += (isTight ? "" : " ") + token.text
            last = token.text
        }
        return text
    }
}
