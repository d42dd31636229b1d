/// The text of a seeder, in which tables, columns and words of enums can be given other names.
///
/// Names are those literals that stand where ``View/seeder(_:)`` puts them: the first one behind `bulkInsert(` and its
/// like is a table, one with a colon behind it is a column of that table, and one behind that colon its value.
struct SeederText {
    private(set) var text: String

    init(_ text: String) { self.text = text }

    /// The same with the names that operations leave.
    func renamed(by operations: [Operation]) -> SeederText {
        var seeder = self
        for operation in operations {
            switch operation {
            case .renameTable(let name, let newName):
                seeder.replace { $0.kind == .table && $0.name == name ? newName : nil }
            case .renameColumn(let table, let name, let newName):
                seeder.replace { $0.kind == .column && $0.table == table && $0.name == name ? newName : nil }
            case .backfill(let table, let column, .replacing(let word, let newWord)):
                seeder.replace {
                    $0.kind == .value && $0.table == table && $0.column == column && $0.name == word ? newWord : nil
                }
            default: break
            }
        }
        return seeder
    }

    /// A literal that names something.
    private struct Name {
        enum Kind { case table, column, value }

        var kind: Kind
        var name: String
        /// The table and the column at hand.
        var table: String
        var column: String
    }

    private mutating func replace(_ newName: (Name) -> String?) {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var place = 0
        var (table, column) = ("", "")
        while place < scalars.count {
            guard scalars[place] == "\"" else {
                result.append(scalars[place])
                place += 1
                continue
            }
            let end = Self.endOfLiteral(scalars, from: place)
            let literal = Self.text(scalars[place + 1..<max(place + 1, end - 1)])
            let kind = Self.kind(before: scalars[..<place], behind: scalars[end...])
            if kind == .table { table = literal }
            if kind == .column { column = literal }
            if let kind, let name = newName(Name(kind: kind, name: literal, table: table, column: column)) {
                result.append(contentsOf: SwiftText.literal(name).unicodeScalars)
            } else {
                result.append(contentsOf: scalars[place..<end])
            }
            place = end
        }
        text = String(result)
    }

    private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// The place behind the closing quote.
    private static func endOfLiteral(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
        var place = start + 1
        while place < scalars.count, scalars[place] != "\"" {
            place += scalars[place] == "\\" ? 2 : 1
        }
        return min(place + 1, scalars.count)
    }

    private static func kind(before: ArraySlice<Unicode.Scalar>, behind: ArraySlice<Unicode.Scalar>) -> Name.Kind? {
        if isBehindCall(before) { return .table }
        if behind.first(where: { $0 != " " }) == ":" { return .column }
        return before.last { $0 != " " } == ":" ? .value : nil
    }

    private static func isBehindCall(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
        let call = before.reversed().drop { $0.properties.isWhitespace }.prefix(11)
        let word = text(call.reversed())
        return ["bulkInsert(", "bulkUpsert(", "bulkUpdate(", "bulkDelete("].contains(word)
    }
}
