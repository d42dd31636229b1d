import Testing

@testable import scaffold

@Suite struct ReversedOperationTests {
    private func column(_ name: String, _ type: ColumnType, allowNull: Bool = false) -> Table.Column {
        Table.Column(attribute: name, name: name, type: type, allowNull: allowNull, autoIncrement: false)
    }

    private func steps(back operations: [Operation]) throws -> [String] { try operations.reversedOperations.steps() }

    @Test func `a column that must hold something comes back with a value for rows that are there`() throws {
        let title = column("title", ColumnType(word: "string", numbers: [255]))
        #expect(
            try steps(back: [.removeColumn(table: "posts", title)]) == [
                "addColumn(\"posts\", \"title\", .string)",
                "bulkUpdate(\"posts\", [\"title\": \"\"], where: [\"title\": nil])",
                "changeColumn(\"posts\", \"title\", .string, allowNull: false)",
            ])
        let types: [(ColumnType, String)] = [
            (ColumnType(word: "integer"), "0"), (ColumnType(word: "boolean"), "false"),
            (ColumnType(word: "date"), ".now"),
            (ColumnType(word: "dateonly"), ".sql(\"'1970-01-01'\")"), (ColumnType(word: "json"), ".sql(\"'{}'\")"),
            (ColumnType(word: "enum", values: ["draft", "sent"]), "\"draft\""),
            (ColumnType(word: "array string", numbers: [20]), ".sql(\"'[]'\")"),
        ]
        for (type, value) in types {
            let steps = try steps(back: [.removeColumn(table: "posts", column("x", type))])
            #expect(steps.contains("bulkUpdate(\"posts\", [\"x\": \(value)], where: [\"x\": nil])"))
        }
    }

    @Test func `a column that may be null or has a default comes back as it was`() throws {
        var status = column("status", ColumnType(word: "string", numbers: [255]))
        status.defaultValue = .string("draft")
        let note = column("note", ColumnType(word: "text"), allowNull: true)
        for column in [status, note] {
            let operations = [Operation.removeColumn(table: "posts", column)]
            #expect(operations.reversedOperations == [.addColumn(table: "posts", column)])
        }
    }

    @Test func `a required column that named rows comes back only where there are none`() throws {
        var author = column("userId", ColumnType(word: "integer"))
        author.reference = Table.ForeignKey(table: "users", column: "id", onDelete: .cascade, onUpdate: .cascade)
        var open = author
        open.reference = nil
        let index = Index(fields: ["title"], isUnique: false, name: "t")
        let other = Index(fields: ["userId"], isUnique: false, name: "u")
        let guardStep =
            "requireNoRows(\"posts\", because: \"nobody knows which rows of 'users' were named in 'userId'\")"
        for removal: [Operation] in [
            [.removeIndex(table: "posts", other), .removeColumn(table: "posts", author)],
            // The table that was referred to goes, too.
            [.changeColumn(table: "posts", from: author, to: open), .removeColumn(table: "posts", open)],
        ] {
            let steps = try steps(back: [.removeIndex(table: "posts", index)] + removal)
            #expect(steps.first == guardStep)
            #expect(steps.filter { $0.hasPrefix("requireNoRows") }.count == 1)
        }
        var free = author
        free.allowNull = true
        #expect([.removeColumn(table: "posts", free)].reversedOperations == [.addColumn(table: "posts", free)])
    }

    @Test func `a required column whose values were unique comes back only where there are no rows`() throws {
        let slug = column("slug", ColumnType(word: "string", numbers: [255]))
        let unique = Index(fields: ["slug"], isUnique: true, name: "posts_slug")
        let removal: [Operation] = [.removeIndex(table: "posts", unique), .removeColumn(table: "posts", slug)]
        guard case .requireNoRows("posts", let reason)? = removal.reversedOperations.first else {
            Issue.record("\(removal.reversedOperations)")
            return
        }
        #expect(reason.contains("'slug'"))
        var planned = PlannedMigration(name: try #require(MigrationName(fileName: "20261120093000-x.swift")))
        planned.up = removal
        #expect(planned.limitsOfUndoing.count == 1)
        #expect(planned.limitsOfUndoing[0].contains("only while 'posts' has no rows"))
        var plain = unique
        plain.isUnique = false
        let other: [Operation] = [.removeIndex(table: "posts", plain), .removeColumn(table: "posts", slug)]
        #expect(other.reversedOperations.count == 4)
    }

    @Test func `a counted key that went comes back empty and is numbered`() throws {
        let id = column("id", ColumnType(word: "integer"))
        let counted = Table.PrimaryKey(columns: ["id"], autoIncrement: true)
        #expect(
            try steps(back: [
                .changePrimaryKey(table: "pairs", from: counted, to: .init(columns: ["a", "b"])),
                .removeColumn(table: "pairs", id),
            ]) == [
                "addColumn(\"pairs\", \"id\", .integer)",
                "changePrimaryKey(\"pairs\", [\"id\"], autoIncrement: true)",
            ])
    }
}
