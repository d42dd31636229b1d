/// What a migration starts from: the tables as they are recorded, and what migrations of the user's own have made of
/// them since.
struct Standing: Sendable {
    /// The tables that the schema is compared with.
    let tables: [Table]
    /// The tables as all migrations make them.
    let made: [Table]
    /// The migrations that are accounted for.
    let migrations: [String: Set<String>]
    private let recorded: [Table]
    /// What could not be seen.
    var warnings: [String] = []

    /// What the record has as it is wanted counts as recorded (somebody may have seen to it in other ways); of all else
    /// counts what the migrations make.
    ///
    /// - Parameters:
    ///   - recorded: the tables of the schema at the last run.
    ///   - made: the tables as all migrations make them.
    ///   - isExact: whether all is known that the migrations do. Where not, only what is as it is wanted counts of it.
    init(
        recorded: [Table], made: [Table], wanted: [Table], isExact: Bool = true,
        migrations: [String: Set<String>] = [:]
    ) {
        let (old, there, asked) = (TableParts(recorded), TableParts(made), TableParts(wanted))
        var parts = TableParts()
        for name in old.names + there.names where parts[name] == nil {
            let isAsWanted = TableParts.Part.alike(old[name], asked[name])
            let counts = isExact || there[name] != nil && TableParts.Part.alike(there[name], asked[name])
            parts[name] = isAsWanted || !counts ? old[name] : there[name]
        }
        tables = parts.tables
        self.recorded = recorded
        self.made = made
        self.migrations = migrations
    }

    /// What is to be remembered when these operations, and what somebody sees to in other ways, have led to what is
    /// wanted.
    func book(after operations: [Operation], wanted: [Table]) -> HandWritten {
        var tables = TableSet(made)
        // What was seen to in other ways may not fit what the migrations make.
        for operation in operations { try? operation.apply(to: &tables) }
        var parts = TableParts(tables.all)
        let (old, asked) = (TableParts(recorded), TableParts(wanted))
        for name in old.names + asked.names where !TableParts.Part.alike(old[name], asked[name]) {
            parts[name] = asked[name]
        }
        return HandWritten(migrations: migrations, made: parts.tables, wanted: wanted)
    }
}
