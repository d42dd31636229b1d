/// What leads from the tables that there are to those that are wanted: operations in an order that works on every
/// engine.
///
/// ```swift
/// let difference = try TableDifference(from: recorded, to: wanted)
/// for operation in difference.operations { try operation.apply(to: &tables) }
/// ```
struct TableDifference: Sendable {
    /// In the order in which they have to run.
    private(set) var operations: [Operation] = []
    /// What goes and what comes, where the two may be one under another name.
    var candidates: [RenameCandidate] = []
    /// Columns that rows which are there would have no value for.
    var needs: [NeedsValue] = []

    /// The tables as the operations so far leave them.
    var tables: TableSet
    let wanted: [Table]
    let wantedTables: [String: Table]
    let renames: Renames
    let backfills: [String: [String: Backfill]]
    /// The tables that are there before and after and differ, by their names now.
    var changes: [TableChange] = []
    var gone: [Table] = []
    var added: [Table] = []
    var createdTables: Set<String> = []
    /// Foreign keys that wait until what they point at is there.
    var waiting: [ColumnName: Table.ForeignKey] = [:]
    /// Indexes whose new name was taken when their turn came.
    var delayedIndexes: [(table: String, index: Index)] = []
    /// Columns that no foreign key may point at until all changes are done.
    var disturbed: Set<ColumnName> = []

    /// - Parameters:
    ///   - old: the tables that there are.
    ///   - new: the tables that are wanted.
    ///   - renames: what is called otherwise now; a table whose model, and a column whose attribute, is still called
    ///     the same is known by that.
    ///   - backfills: what rows that are there get, by table and column as they are called now.
    /// - Throws: ``Diagnostic`` when the tables that there are contradict themselves.
    init(
        from old: [Table], to new: [Table], renames: Renames = Renames(),
        backfills: [String: [String: Backfill]] = [:]
    ) throws(Diagnostic) {
        tables = TableSet(old)
        wanted = new
        wantedTables = Dictionary(new.map { ($0.name, $0) }) { first, _ in first }
        self.renames = renames
        self.backfills = backfills
        let match = NameMatch(old, new, renames)
        try renameTables(match)
        try compare(match, TableSet(old))
        disturb()
        try removeForeignKeysInTheWay()
        try removeIndexes()
        try createTables()
        try addColumns()
        try removePrimaryKeys()
        try changeColumns()
        try changePrimaryKeys()
        try addIndexes()
        try addForeignKeys()
        try removeColumns()
        try dropTables()
    }

    mutating func emit(_ operation: Operation) throws(Diagnostic) {
        try operation.apply(to: &tables)
        operations.append(operation)
    }
}

/// A column that would be null in rows that are there, or may be, and must not.
struct NeedsValue: Equatable, Hashable, Sendable {
    var table: String
    var column: String
    /// Whether the column is new; otherwise it has allowed null so far.
    var isNew: Bool
}

/// A column of a table, by the names that the database has.
struct ColumnName: Hashable, Comparable, Sendable {
    var table: String
    var column: String

    static func < (a: ColumnName, b: ColumnName) -> Bool { (a.table, a.column) < (b.table, b.column) }
}
