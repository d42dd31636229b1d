/// Records the operations of a migration or seeder, in Sequelize's words. They are values: nothing runs before all of
/// them are known, and each engine carries them out in its own way.
public struct QueryInterface: Sendable {
    /// What was recorded, in order.
    public private(set) var operations: [SchemaOperation] = []

    /// Nothing recorded yet.
    public init() {}

    /// Makes a table.
    ///
    /// ```swift
    /// queryInterface.createTable("posts") {
    ///     $0.column("id", .integer, primaryKey: true, autoIncrement: true)
    ///     $0.column("title", .string(200), allowNull: false)
    /// }
    /// ```
    public mutating func createTable(_ name: String, _ build: (inout TableBlueprint) -> Void) {
        var table = TableBlueprint(name: name)
        build(&table)
        operations.append(.createTable(table))
    }

    /// Removes a table with its rows.
    public mutating func dropTable(_ name: String) {
        operations.append(.dropTable(name))
    }

    /// Gives a table another name; what refers to it follows.
    public mutating func renameTable(_ name: String, to newName: String) {
        operations.append(.renameTable(name, to: newName))
    }

    /// Adds a column behind the others.
    public mutating func addColumn(
        _ table: String, _ name: String, _ type: ColumnType, allowNull: Bool = true, defaultValue: ColumnDefault? = nil,
        unique: Bool = false, references: Reference? = nil, onDelete: ReferentialAction? = nil,
        onUpdate: ReferentialAction? = nil, comment: String? = nil
    ) {
        let column = ColumnBlueprint(
            name: name, type: type, allowNull: allowNull, defaultValue: defaultValue, unique: unique,
            references: references, onDelete: onDelete, onUpdate: onUpdate, comment: comment)
        operations.append(.addColumn(table: table, column))
    }

    /// Removes a column with what it holds, and the indexes that it is part of.
    public mutating func removeColumn(_ table: String, _ name: String) {
        operations.append(.removeColumn(table: table, name))
    }

    /// Gives a column another name; indexes and keys follow.
    public mutating func renameColumn(_ table: String, _ name: String, to newName: String) {
        operations.append(.renameColumn(table: table, name, to: newName))
    }

    /// Makes a column what is said here, in every respect; what it holds stays.
    public mutating func changeColumn(
        _ table: String, _ name: String, _ type: ColumnType, allowNull: Bool = true, defaultValue: ColumnDefault? = nil,
        unique: Bool = false, primaryKey: Bool = false, autoIncrement: Bool = false, references: Reference? = nil,
        onDelete: ReferentialAction? = nil, onUpdate: ReferentialAction? = nil, comment: String? = nil
    ) {
        let column = ColumnBlueprint(
            name: name, type: type, allowNull: allowNull, defaultValue: defaultValue, unique: unique,
            primaryKey: primaryKey, autoIncrement: autoIncrement, references: references, onDelete: onDelete,
            onUpdate: onUpdate, comment: comment)
        operations.append(.changeColumn(table: table, column))
    }

    /// Gives a table another primary key, whatever it had before.
    ///
    /// ```swift
    /// queryInterface.changePrimaryKey("user_books", ["userId", "bookId"])
    /// queryInterface.changePrimaryKey("user_books", ["id"], autoIncrement: true)
    /// ```
    ///
    /// - Parameters:
    ///   - columns: in order; with none the table has no primary key. They hold no null from then on, and the columns of
    ///     the key before go on to hold none.
    ///   - autoIncrement: whether the database counts it up, a single number; rows that have none yet are numbered.
    public mutating func changePrimaryKey(_ table: String, _ columns: [String], autoIncrement: Bool = false) {
        operations.append(.changePrimaryKey(table: table, columns, autoIncrement: autoIncrement))
    }

    /// Adds an index.
    ///
    /// ```swift
    /// queryInterface.addIndex("posts", ["userId", .descending("createdAt")])
    /// queryInterface.addIndex("users", ["email"], unique: true, where: ["deletedAt": nil])
    /// ```
    ///
    /// - Parameters:
    ///   - columns: in order; one may say that its great values come first, or how many characters of it count.
    ///   - unique: whether no two rows may have the same values.
    ///   - name: its name, `posts_user_id` (table and columns) when left out.
    ///   - using: the method; an engine that has not this one refuses it.
    ///   - condition: the values of the rows that it holds. MySQL has no such indexes: it refuses a unique one, and
    ///     makes another one of all rows.
    ///   - concurrently: whether others may write meanwhile (PostgreSQL's `CREATE INDEX CONCURRENTLY`; other engines pass
    ///     over it). The migration is then no single transaction, as with `usesTransaction = false`.
    public mutating func addIndex(
        _ table: String, _ columns: [IndexField], unique: Bool = false, name: String? = nil, using: IndexMethod? = nil,
        where condition: SeedCondition? = nil, concurrently: Bool = false
    ) {
        let index = IndexBlueprint(
            table: table, columns: columns, unique: unique, name: name, using: using, where: condition,
            concurrently: concurrently)
        operations.append(.addIndex(index))
    }

    /// Removes the index that has the name which `addIndex` gives it for these columns.
    public mutating func removeIndex(_ table: String, _ columns: [String]) {
        let index = IndexBlueprint(table: table, columns: columns.map { IndexField($0) })
        operations.append(.removeIndex(table: table, name: index.name))
    }

    /// Removes an index by its name.
    public mutating func removeIndex(_ table: String, name: String) {
        operations.append(.removeIndex(table: table, name: name))
    }

    /// Gives an index another name.
    public mutating func renameIndex(_ table: String, _ name: String, to newName: String) {
        operations.append(.renameIndex(table: table, name, to: newName))
    }

    /// Adds a constraint to a table.
    public mutating func addConstraint(_ table: String, _ constraint: TableConstraint) {
        operations.append(.addConstraint(table: table, constraint))
    }

    /// Removes a constraint by its name.
    public mutating func removeConstraint(_ table: String, name: String) {
        operations.append(.removeConstraint(table: table, name: name))
    }

    /// Inserts rows; a column that a row does not name gets its default.
    public mutating func bulkInsert(_ table: String, _ rows: [SeedRow]) {
        operations.append(.bulkInsert(table: table, rows))
    }

    /// Inserts rows, and updates those that are there already: what may run again and again.
    ///
    /// ```swift
    /// queryInterface.bulkUpsert("tags", [["name": "swift", "colour": "orange", "createdAt": .now]],
    ///     conflict: ["name"], update: ["colour"])
    /// ```
    ///
    /// - Parameters:
    ///   - conflict: the columns of the primary key or unique index that finds a row. MySQL takes any unique index of the
    ///     table for that.
    ///   - columns: those that are updated in a row that is there; all that the row names but those of `conflict` and
    ///     `createdAt` when left out. None leaves such rows as they are.
    public mutating func bulkUpsert(
        _ table: String, _ rows: [SeedRow], conflict: [String], update columns: [String]? = nil
    ) {
        operations.append(.bulkUpsert(table: table, rows, conflict: conflict, update: columns))
    }

    /// Updates the rows that match.
    public mutating func bulkUpdate(_ table: String, _ values: SeedRow, where condition: SeedCondition) {
        operations.append(.bulkUpdate(table: table, values, condition))
    }

    /// Deletes the rows that match: `where: ["email": "a@example.com"]`, or `where: .all`.
    public mutating func bulkDelete(_ table: String, where condition: SeedCondition) {
        operations.append(.bulkDelete(table: table, condition))
    }

    /// Goes on only if a table has no rows: for a `down` whose way back is not known where there are some.
    ///
    /// ```swift
    /// queryInterface.requireNoRows("posts", because: "nobody knows which users they belonged to")
    /// ```
    ///
    /// The migration ends with ``IrreversibleMigration`` otherwise. To undo it all the same, take the line out and say what
    /// the rows get.
    public mutating func requireNoRows(_ table: String, because reason: String) {
        run("requireNoRows \(table)") { database in
            let sql = "SELECT 1 FROM \(database.dialect.quote(table)) LIMIT 1"
            guard try database.connection.first(sql, Values([]), { _ in true }) == nil else {
                throw IrreversibleMigration("'\(table)' has rows, and \(reason)")
            }
        }
    }

    /// Runs statements as they stand, in the language of the engine at hand.
    public mutating func execute(_ sql: String) {
        operations.append(.execute(sql))
    }

    /// Runs Swift code between the other steps, in the migration's transaction: for data that SQL alone cannot bring
    /// into its new form. It must not use the app's models, which will have changed when the migration runs again
    /// elsewhere.
    ///
    /// ```swift
    /// queryInterface.run("slugs of posts") { database in
    ///     let posts = try database.query("SELECT id, title FROM posts") { (try $0[0] as Int, try $0[1] as String) }
    ///     for (id, title) in posts {
    ///         try database.execute("UPDATE posts SET slug = \(slug(of: title)) WHERE id = \(id)")
    ///     }
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - name: what it is called in messages; the migration's checksum takes it for all that the code does.
    ///   - body: the code. It may block, and has as long as it needs.
    public mutating func run(_ name: String, _ body: @escaping @Sendable (MigrationConnection) throws -> Void) {
        operations.append(.run(MigrationCode(name: name, body: body)))
    }
}
