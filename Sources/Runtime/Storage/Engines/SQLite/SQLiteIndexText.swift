/// The text of a `CREATE INDEX`: its fields, and the rows that it holds.
struct SQLiteIndexText {
    private let fields: [String]
    /// What stands behind WHERE.
    let condition: String?

    init(_ sql: String) {
        let tokens = SQLToken.tokens(of: sql).filter { !$0.isBlank }
        var depth = 0
        var fields: [[SQLToken]] = [[]]
        var end = tokens.count
        let open = tokens.firstIndex { $0.text == "(" } ?? tokens.count
        for place in open..<tokens.count {
            let token = tokens[place]
            if token.text == "(" { depth += 1 }
            if token.text == ")" { depth -= 1 }
            if depth == 0 {
                end = place
                break
            }
            if depth == 1, token.text == "," {
                fields.append([])
            } else if place > open {
                fields[fields.count - 1].append(token)
            }
        }
        self.fields = fields.map { SQLiteTableReader.written($0) }
        let rest = tokens.dropFirst(end + 1)
        condition = rest.first?.keyword == "WHERE" ? SQLiteTableReader.written(rest.dropFirst()) : nil
    }

    /// A field as it was written, from 0 on.
    func field(_ place: Int) -> String? {
        fields.indices.contains(place) ? fields[place] : nil
    }
}
