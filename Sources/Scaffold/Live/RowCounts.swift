/// How many rows the tables of the database at hand have: what a question about losing them is better told by.
///
/// It is asked only where the app is built already and answers at once; silence is an answer as good as any.
enum RowCounts {
    /// So long a database is waited for.
    private static let patience = Duration.seconds(5)

    /// Rows by table; empty where nobody can say.
    static func atHand(_ root: String) async -> [String: Int] {
        guard let app = try? AppFolder(at: root), let ready = AppOutput.ready(app) else { return [:] }
        return await withTaskGroup(of: [String: Int].self) { group in
            group.addTask {
                let tables = (try? await ready.database(rows: true).tables) ?? []
                return Dictionary(tables.compactMap { table in table.rows.map { (table.name, $0) } }) { first, _ in
                    first
                }
            }
            group.addTask {
                try? await Task.sleep(for: patience)
                return [:]
            }
            defer { group.cancelAll() }
            return await group.next() ?? [:]
        }
    }

    /// `1,240 rows`.
    static func text(_ count: Int) -> String {
        guard count != 1 else { return "1 row" }
        let digits = Array("\(count)")
        let groups = digits.indices.map { place in
            (place > 0 && (digits.count - place) % 3 == 0 ? "," : "") + String(digits[place])
        }
        return groups.joined() + " rows"
    }
}
