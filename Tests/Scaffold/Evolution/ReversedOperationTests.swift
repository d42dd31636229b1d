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

    @Test func `a column that may be null, has a default or names a row comes back as it was`() throws {
        var status = column("status", ColumnType(word: "string", numbers: [255]))
        status.defaultValue = .string("draft")
        var author = column("userId", ColumnType(word: "integer"))
        author.reference = Table.ForeignKey(table: "users", column: "id", onDelete: .cascade, onUpdate: .cascade)
        let note = column("note", ColumnType(word: "text"), allowNull: true)
        for column in [status, author, note] {
            let operations = [Operation.removeColumn(table: "posts", column)]
            #expect(operations.reversedOperations == [.addColumn(table: "posts", column)])
        }
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
