import Testing

@testable import ScaffoldStorage
@testable import StorageTests
@testable import scaffold

/// Columns whose values nobody can bring back: the way back ends before anything is done while there are rows.
@Suite struct RequiredColumnTests {
    private func column(_ name: String, _ word: String, to table: String? = nil) -> Table.Column {
        Table.Column(
            attribute: name, name: name, type: .init(word: word), allowNull: false, autoIncrement: false,
            reference: table.map { Table.ForeignKey(table: $0, column: "id", onDelete: .cascade, onUpdate: .cascade) })
    }

    private func table(_ name: String, _ columns: [Table.Column], unique: String? = nil) -> Table {
        var table = Table(
            model: name, slug: name, name: name, columns: [column("id", "integer")] + columns,
            indexes: unique.map { [Index(fields: [$0], isUnique: true, name: "\(name)_\($0)")] } ?? [])
        table.primaryKey = .init(columns: ["id"], autoIncrement: true)
        return table
    }

    private func pair(_ kind: Int) -> (old: [Table], new: [Table]) {
        let users = table("users", [column("age", "integer")])
        let posts = table("posts", [column("userId", "integer", to: "users")])
        switch kind {
        case 0: return ([table("posts", [column("rank", "integer")], unique: "rank")], [table("posts", [])])
        case 1: return ([users, posts], [users, table("posts", [])])
        default: return ([users, posts], [table("posts", [])])
        }
    }

    @Test(arguments: TestEngine.all, 0...2)
    func `with rows nothing is undone, without rows all is`(engine: TestEngine, kind: Int) async throws {
        let (old, new) = pair(kind)
        let first = FirstMigration(operations: try TableDifference(from: [], to: old).operations)
        let next = NextMigration(operations: try TableDifference(from: old, to: new).operations)
        try await engine.withEmptyURL { url in
            let database = try Database(DatabaseConfiguration(url: url, connections: 1))
            let migrator = Migrator(database, migrations: [first, next])
            try await migrator.up(name: FirstMigration.name)
            let before = try await database.structure()
            _ = try await SampleRows(before).insert(20, in: Database(database.configuration))
            try await migrator.up()
            let after = try await database.structure()
            let error = await #expect(throws: MigrationError.self) { try await migrator.undo() }
            #expect(error?.isIrreversible == true && error?.kept.isEmpty == true, "\(String(describing: error))")
            #expect(error?.description.contains("'posts' has rows, and nobody knows") == true)
            #expect(try await database.structure().differences(from: after).isEmpty)
            #expect(try await database.rows(of: "posts", ["id"]).count == 20)
            try await database.script("DELETE FROM posts")
            try await migrator.undo()
            let changes = try await database.structure().differences(from: before)
            #expect(changes.isEmpty, "\(changes)")
        }
        let verdicts = try await engine.withEmptyURL { url in
            try await MigrationVerifier(DatabaseConfiguration(url: url), migrations: [first, next]).run()
        }
        #expect(verdicts.map(\.isProven) == [true, true], "\(verdicts.flatMap(\.findings))")
        #expect(verdicts.last?.irreversible?.contains("'posts' has rows") == true)
    }
}
