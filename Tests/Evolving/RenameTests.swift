import Testing

@testable import ScaffoldStorage
@testable import StorageTests
@testable import scaffold

@Suite struct RenameTests {
    private func table(_ name: String, _ columns: [Table.Column]) -> Table {
        var table = Table(model: name, slug: name, name: name, columns: columns, indexes: [])
        table.primaryKey = .init(columns: ["id"], autoIncrement: true)
        return table
    }

    private func column(_ name: String, _ type: scaffold.ColumnType, to table: String? = nil) -> Table.Column {
        Table.Column(
            attribute: name, name: name, type: type, allowNull: false, autoIncrement: false,
            reference: table.map { Table.ForeignKey(table: $0, column: "id", onDelete: .cascade, onUpdate: .cascade) })
    }

    private func articles(_ name: String, _ texts: [String], _ words: [String]) -> Table {
        table(
            name,
            [column("id", .init(word: "integer"))] + texts.map { column($0, .init(word: "string", numbers: [200])) }
                + [column("status", .init(word: "enum", values: words))])
    }

    private func labels(_ name: String, of articles: String) -> Table {
        table(
            name, [column("id", .init(word: "integer")), column("postId", .init(word: "integer"), to: articles)])
    }

    @Test(arguments: TestEngine.all)
    func `tables and columns take each other's names, words of an enum get others, and rows stay`(
        engine: TestEngine
    ) async throws {
        let old = [articles("posts", ["title", "body"], ["draft", "sent", "done"]), labels("tags", of: "posts")]
        let new = [articles("tags", ["body", "title"], ["fresh", "sent", "done"]), labels("posts", of: "tags")]
        let renames = Renames(
            tables: ["posts": "tags", "tags": "posts"], columns: ["posts": ["title": "body", "body": "title"]],
            values: ["posts": ["status": ["draft": "fresh"]]])
        let first = FirstMigration(operations: try TableDifference(from: [], to: old).operations)
        let next = NextMigration(operations: try TableDifference(from: old, to: new, renames: renames).operations)
        let wanted = try await PairReplay.made(new, on: engine)
        try await engine.withEmptyURL { url in
            let database = try Database(DatabaseConfiguration(url: url, connections: 1))
            let migrator = Migrator(database, migrations: [first, next])
            try await migrator.up(name: FirstMigration.name)
            let before = try await database.structure()
            _ = try await SampleRows(before).insert(20, in: Database(database.configuration))
            let kept = KeptColumns(from: old, to: new, renames: renames, written: [:])
            let (rows, words) = (
                try await database.rows(of: kept.before), try await database.rows(of: "posts", ["id", "status"])
            )
            #expect(rows.values.allSatisfy { $0.count == 20 } && words.contains { $0.contains("draft") })

            try await migrator.up()
            let differences = try await database.structure().differences(from: wanted)
            #expect(differences.isEmpty, "\(differences)")
            let after = try await database.rows(of: kept.after)
            for table in kept.tables { #expect(rows[table.old] == after[table.new]) }
            let newWords = try await database.rows(of: "tags", ["id", "status"])
            #expect(newWords == words.map { $0.replacing("draft", with: "fresh") }.sorted())

            try await migrator.undo()
            let changes = try await database.structure().differences(from: before)
            #expect(changes.isEmpty, "\(changes)")
            #expect(try await database.rows(of: kept.before) == rows)
            #expect(try await database.rows(of: "posts", ["id", "status"]) == words)
        }
    }
}
