#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The rows of a table at one moment, each under its primary key.
struct RowImage {
    let table: String
    /// The cells of each row, by column.
    private(set) var rows: [String: [String: String]] = [:]

    /// - Parameter table: without a primary key a row is known by all that it holds.
    init(_ table: TableDescription, _ connection: any Connection, _ dialect: any Dialect) throws {
        self.table = table.name
        let names = table.columns.map(\.name)
        let key = table.primaryKey.isEmpty ? names : table.primaryKey
        let list = names.map(dialect.quote).joined(separator: ", ")
        try connection.query("SELECT \(list) FROM \(dialect.quote(table.name))", Values()) { row in
            var cells: [String: String] = [:]
            for (place, name) in names.enumerated() { cells[name] = Self.text(try row.value(at: place)) }
            let mark = key.map { "\($0) \(cells[$0] ?? "")" }.joined(separator: ", ")
            // Rows without a key may be alike.
            var number = 1
            while rows[number == 1 ? mark : "\(mark) (\(number))"] != nil { number += 1 }
            rows[number == 1 ? mark : "\(mark) (\(number))"] = cells
        }
    }

    private static func text(_ value: Value) -> String {
        switch value {
        case .null: "null"
        case .text(let text): "\"\(text)\""
        case .integer(let number): "\(number)"
        case .double(let number): "\(number)"
        case .boolean(let flag): "\(flag)"
        case .decimal(let number): "\(number)"
        case .date(let date): DateText.string(date) ?? "\(date)"
        case .dateOnly(let date): "\(date)"
        case .time(let time): "\(time)"
        case .uuid(let uuid): uuid.uuidString.lowercased()
        case .blob(let bytes): "\(bytes.count) bytes with the checksum \(checksum(bytes))"
        }
    }

    /// FNV-1a.
    private static func checksum(_ bytes: [UInt8]) -> UInt64 {
        bytes.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    }

    /// What differs from the rows that there were.
    ///
    /// - Parameters:
    ///   - columns: columns that do not count.
    ///   - rowsMayGo: whether rows may be missing.
    func differences(from before: RowImage, without columns: Set<String>, rowsMayGo: Bool) -> [RowDifference] {
        var found: [RowDifference] = []
        func add(_ kind: RowDifference.Kind, _ examples: [String]) {
            guard !examples.isEmpty else { return }
            found.append(
                RowDifference(
                    table: table, kind: kind, count: examples.count, total: before.rows.count,
                    examples: Array(examples.prefix(3))))
        }
        let missing = before.rows.keys.filter { rows[$0] == nil }.sorted()
        if !rowsMayGo { add(.missing, missing) }
        add(.added, rows.keys.filter { before.rows[$0] == nil }.sorted())
        var changed: [String: [String]] = [:]
        for (key, old) in before.rows.sorted(by: { $0.key < $1.key }) {
            guard let new = rows[key] else { continue }
            for (column, text) in old where !columns.contains(column) && new[column] != text {
                let now = new[column] ?? "not there"
                changed[column, default: []].append("\(key) was \(Self.short(text)), is \(Self.short(now))")
            }
        }
        for (column, examples) in changed.sorted(by: { $0.key < $1.key }) { add(.changed(column: column), examples) }
        return found
    }

    private static func short(_ text: String) -> String { text.count > 40 ? "\(text.prefix(40))…" : text }
}
