/// How much the database at hand holds of what is going to be lost: what a question about it is better told by.
///
/// It is asked only where the app is built already and answers at once; silence is an answer as good as any. A table that
/// is empty here may be full elsewhere: the question is asked all the same.
struct LiveCounts: Equatable, Sendable {
    /// Rows by table, by the names that the database has.
    var rows: [String: Int] = [:]
    /// Rows that hold something in a column, by table and column.
    var values: [String: [String: Int]] = [:]

    /// So long a database is waited for.
    private static let patience = Duration.seconds(5)

    /// Counts what a migration loses; nothing where nobody can say.
    ///
    /// - Parameter steps: all of them, since a table may have another name before them.
    static func atHand(of steps: [Operation], in app: AppOutput?) async -> LiveCounts {
        guard let app else { return LiveCounts() }
        return await withTaskGroup(of: LiveCounts.self) { group in
            group.addTask { await counted(steps, in: app) }
            group.addTask {
                try? await Task.sleep(for: patience)
                return LiveCounts()
            }
            defer { group.cancelAll() }
            return await group.next() ?? LiveCounts()
        }
    }

    private static func counted(_ steps: [Operation], in app: AppOutput) async -> LiveCounts {
        var former: [String: String] = [:]
        for case .renameTable(let name, let newName) in steps { former[newName] = former[name] ?? name }
        let losses = steps.filter { $0.loss != nil }
        let tables = Set(losses.map { former[$0.table] ?? $0.table }).sorted().joined(separator: ",")
        let columns = losses.compactMap { step in
            step.column.map { "\(former[$0.table] ?? $0.table).\($0.name)" }
        }.joined(separator: ",")
        guard let text = try? await app("db:describe", "--rows", "--tables", tables, "--filled", columns),
            let found = try? LiveDatabase(parsing: text)
        else { return LiveCounts() }
        var counts = LiveCounts()
        for name in Set(losses.map(\.table)) {
            guard let table = found.table(named: former[name] ?? name) else { continue }
            counts.rows[name] = table.rows
            counts.values[name] = table.natives.compactMapValues(\.filled)
        }
        return counts
    }

    /// ` (1,240 rows)`, ` (17 of 1,240 rows hold something)`; nothing where nobody has counted.
    func text(of operation: Operation) -> String {
        guard let rows = rows[operation.table] else { return "" }
        guard let column = operation.column, let filled = values[operation.table]?[column.name] else {
            return " (\(Self.text(rows)))"
        }
        return " (\(Self.digits(filled)) of \(Self.text(rows)) \(filled == 1 ? "holds" : "hold") something)"
    }

    /// `1,240 rows`.
    private static func text(_ count: Int) -> String { digits(count) + (count == 1 ? " row" : " rows") }

    /// `1,240`.
    private static func digits(_ count: Int) -> String {
        let digits = Array("\(count)")
        return digits.indices.map { place in
            (place > 0 && (digits.count - place) % 3 == 0 ? "," : "") + String(digits[place])
        }.joined()
    }
}

extension Operation {
    /// The column whose values go.
    fileprivate var column: (table: String, name: String)? {
        switch self {
        case .removeColumn(let table, let column): (table, column.name)
        case .changeColumn(let table, let column, _): (table, column.name)
        default: nil
        }
    }
}
