/// What has run, as the database remembers it at one moment.
struct MigrationHistory: Sendable {
    /// What has run, by the names that files have here; each with the name as it stands in the database.
    private let executed: [String: String]
    private let records: [String: ScriptRecord]

    /// - Parameters:
    ///   - names: as they stand in the database.
    ///   - known: the names that there are here: one that only lacks Sequelize's ending is the same.
    init(names: Set<String>, records: [String: ScriptRecord], known: Set<String>) {
        var executed: [String: String] = [:]
        for name in names {
            let own = SequelizeName.withoutEnding(name).flatMap { known.contains($0) ? $0 : nil } ?? name
            executed[own] = name
        }
        self.executed = executed
        self.records = records
    }

    var executedNames: some Sequence<String> { executed.keys }

    func isExecuted(_ name: String) -> Bool { executed[name] != nil }

    /// Whether it stands there under the name of a file of Sequelize's.
    func isSequelizes(_ name: String) -> Bool { executed[name].flatMap(SequelizeName.withoutEnding) != nil }

    /// What is known of one that ran, or that stopped on its way.
    func record(_ name: String) -> ScriptRecord? {
        // One that has no place any more was undone by Sequelize.
        records[name].flatMap { isExecuted(name) || $0.resumeAt != nil ? $0 : nil }
    }

    /// Those that stopped on their way in, the last first.
    var halfDone: [String] {
        records.values.filter { $0.resumeAt != nil && !isExecuted($0.name) }.map(\.name).sorted(by: >)
    }

    /// Those that stopped on their way out.
    var halfUndone: [String] {
        records.values.filter { $0.resumeAt != nil && isExecuted($0.name) }.map(\.name).sorted(by: >)
    }

    var lastBatch: Int { records.values.map(\.batch).max() ?? 0 }

    /// All that ran, the last first. One of which nothing else is known, since Sequelize ran it, came when those
    /// with lower names had come.
    var fromTheLast: [(name: String, batch: Int)] {
        var batch = 0
        let inOrder = executed.keys.sorted().map { name in
            batch = max(batch, records[name]?.batch ?? 0)
            return (name: name, batch: records[name]?.batch ?? batch)
        }
        return inOrder.sorted { ($0.batch, $0.name) > ($1.batch, $1.name) }
    }
}
