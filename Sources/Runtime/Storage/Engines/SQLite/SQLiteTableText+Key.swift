// The primary key of a table, where its text says it: behind a column or among the constraints.
extension SQLiteTableText {
    /// Takes the primary key away; its columns go on to hold no null.
    mutating func removePrimaryKey() {
        for constraint in constraints where constraint.isPrimaryKey {
            let names = constraint.tokens.drop { $0.text != "(" }.compactMap(\.name)
            for place in columns.indices where names.contains(columns[place].name) { columns[place].requireValues() }
        }
        constraints.removeAll(where: \.isPrimaryKey)
        for place in columns.indices where columns[place].removeKey() { columns[place].requireValues() }
    }

    /// Lets a column hold no null.
    mutating func requireValues(of name: String) throws {
        columns[try index(of: name)].requireValues()
    }

    /// Makes a column the primary key, alone.
    mutating func makeKey(_ name: String, autoIncrement: Bool) throws {
        columns[try index(of: name)].makeKey(autoIncrement: autoIncrement)
    }
}

extension SQLiteTableText.Item {
    /// The places of words that stand outside of parentheses.
    private func places(of keywords: [String]) -> Range<Int>? {
        var depth = 0
        for place in tokens.indices {
            switch tokens[place].text {
            case "(": depth += 1
            case ")": depth -= 1
            default: break
            }
            let end = place + keywords.count
            if depth == 0, place > 0, end <= tokens.count, tokens[place..<end].map(\.keyword) == keywords {
                return place..<end
            }
        }
        return nil
    }

    /// Takes `PRIMARY KEY` with all that belongs to it out of a column.
    ///
    /// - Returns: whether the column was the key.
    fileprivate mutating func removeKey() -> Bool {
        guard let key = places(of: ["PRIMARY", "KEY"]) else { return false }
        var (start, end) = (key.lowerBound, key.upperBound)
        if start >= 3, tokens[start - 2].keyword == "CONSTRAINT" { start -= 2 }
        if end < tokens.count, ["ASC", "DESC"].contains(tokens[end].keyword) { end += 1 }
        if end + 2 < tokens.count, tokens[end].keyword == "ON", tokens[end + 1].keyword == "CONFLICT" { end += 3 }
        if end < tokens.count, tokens[end].keyword == "AUTOINCREMENT" { end += 1 }
        replace(start..<end, with: [])
        return true
    }

    fileprivate mutating func requireValues() {
        guard places(of: ["NOT", "NULL"]) == nil else { return }
        if let null = places(of: ["NULL"]), tokens[null.lowerBound - 1].keyword != "DEFAULT" {
            replace(null, with: ["NOT", "NULL"])
        } else {
            replace(endOfType..<endOfType, with: ["NOT", "NULL"])
        }
    }

    /// A key that is counted up is an INTEGER and nothing else, and refuses null by itself.
    fileprivate mutating func makeKey(autoIncrement: Bool) {
        guard autoIncrement else { return replace(endOfType..<endOfType, with: ["PRIMARY", "KEY"]) }
        if let values = places(of: ["NOT", "NULL"]) { replace(values, with: []) }
        replace(1..<endOfType, with: ["INTEGER", "PRIMARY", "KEY", "AUTOINCREMENT"])
    }

    /// The place behind the column's name and type.
    private var endOfType: Int {
        let constraints: Set<String> = [
            "CONSTRAINT", "PRIMARY", "NOT", "NULL", "UNIQUE", "CHECK", "DEFAULT", "COLLATE", "REFERENCES", "GENERATED",
            "AS",
        ]
        return tokens.indices.first { $0 > 0 && constraints.contains(tokens[$0].keyword) } ?? tokens.count
    }

    /// Puts words in the place of others; what stands between, blanks and comments, stays.
    private mutating func replace(_ places: Range<Int>, with words: [String]) {
        var all = SQLToken.tokens(of: text)
        let solid = all.indices.filter { !all[$0].isBlank }
        for place in places.reversed() { all[solid[place]] = SQLToken(kind: .blank, text: "") }
        let added = words.map { SQLToken(kind: .word, text: " " + $0) }
        all.insert(contentsOf: added, at: solid[places.lowerBound - 1] + 1)
        self = Self(all.map(\.text).joined())
    }
}
