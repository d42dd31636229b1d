import Testing

@testable import scaffold

@Suite struct TableDifferenceTests {
    private func table(_ name: String, _ columns: [String], to references: [String: String] = [:]) -> Table {
        func column(_ name: String, _ word: String) -> Table.Column {
            Table.Column(
                attribute: name, name: name, type: ColumnType(word: word), allowNull: name != "id",
                autoIncrement: false)
        }
        var table = Table(
            model: name.uppercased(), slug: name, name: name, columns: [column("id", "integer")], indexes: [])
        table.columns += columns.map { column($0, "text") }
        for (key, target) in references.sorted(by: { $0.key < $1.key }) {
            table.columns.append(column(key, "integer"))
            table.columns[table.columns.count - 1].reference = Table.ForeignKey(
                table: target, column: "id", onDelete: .cascade, onUpdate: .cascade)
        }
        table.primaryKey = .init(columns: ["id"], autoIncrement: true)
        return table
    }

    private func steps(
        _ old: [Table], _ new: [Table], renames: Renames = Renames()
    ) throws -> [String] {
        let operations = try TableDifference(from: old, to: new, renames: renames).operations
        var tables = old
        for operation in operations { try operation.apply(to: &tables) }
        #expect(tables.structure == new.structure)
        for operation in operations.reversedOperations { try operation.apply(to: &tables) }
        #expect(tables.structure == old.structure)
        return try operations.steps().map { line in
            line.firstRange(of: ", references").map { String(line[..<$0.lowerBound]) } ?? line
        }
        .filter { !$0.hasPrefix("$0.") && $0 != "}" }
    }

    // MARK: Circles

    @Test func `of tables that refer to each other the first gets its key when the other is there`() throws {
        let (hens, eggs) = (table("hens", [], to: ["eggId": "eggs"]), table("eggs", [], to: ["henId": "hens"]))
        #expect(
            try steps([], [hens, eggs]) == [
                "createTable(\"eggs\") {", "createTable(\"hens\") {", "changeColumn(\"eggs\", \"henId\", .integer",
            ])
        #expect(
            try steps([hens, eggs], []) == [
                "changeColumn(\"eggs\", \"henId\", .integer)", "dropTable(\"hens\")", "dropTable(\"eggs\")",
            ])
    }

    @Test func `a table that refers to itself is made and dropped at once`() throws {
        let nodes = table("nodes", [], to: ["parentId": "nodes"])
        #expect(try steps([], [nodes]) == ["createTable(\"nodes\") {"])
        #expect(try steps([nodes], []) == ["dropTable(\"nodes\")"])
    }

    @Test func `three tables in a circle lose and get one key`() throws {
        let circle = [
            table("a", [], to: ["bId": "b"]), table("b", [], to: ["cId": "c"]), table("c", [], to: ["aId": "a"]),
        ]
        #expect(try steps([], circle).filter { $0.hasPrefix("changeColumn") }.count == 1)
        #expect(try steps(circle, []).filter { $0.hasPrefix("changeColumn") }.count == 1)
    }

    @Test func `a new table comes into a circle with an old one`() throws {
        let (old, new) = (table("hens", []), table("hens", [], to: ["eggId": "eggs"]))
        #expect(
            try steps([old], [new, table("eggs", [], to: ["henId": "hens"])]) == [
                "createTable(\"eggs\") {", "addColumn(\"hens\", \"eggId\", .integer",
            ])
    }

    @Test func `a key's type changes while no foreign key is there`() throws {
        var (hens, eggs) = (table("hens", []), table("eggs", [], to: ["henId": "hens"]))
        let old = [hens, eggs]
        hens.columns[0].type = ColumnType(word: "bigint")
        eggs.columns[1].type = ColumnType(word: "bigint")
        #expect(
            try steps(old, [hens, eggs]) == [
                "changeColumn(\"eggs\", \"henId\", .integer)",
                "changeColumn(\"hens\", \"id\", .bigint, primaryKey: true, autoIncrement: true)",
                "changeColumn(\"eggs\", \"henId\", .bigint)", "changeColumn(\"eggs\", \"henId\", .bigint",
            ])
    }

    // MARK: Renames

    @Test func `tables and columns are renamed as said, with a change of type too`() throws {
        let (old, new) = (table("posts", ["title"]), table("essays", ["headline"]))
        var typed = new
        typed.columns[1].type = ColumnType(word: "string", numbers: [20])
        let renames = Renames(tables: ["posts": "essays"], columns: ["posts": ["title": "headline"]])
        #expect(
            try steps([old], [typed], renames: renames) == [
                "renameTable(\"posts\", to: \"essays\")", "renameColumn(\"essays\", \"title\", to: \"headline\")",
                "changeColumn(\"essays\", \"headline\", .string(20))",
            ])
    }

    @Test func `two names are swapped by way of a third`() throws {
        let old = table("posts", ["a", "b"])
        let renames = Renames(columns: ["posts": ["a": "b", "b": "a"]])
        #expect(
            try steps([old], [old], renames: renames) == [
                "renameColumn(\"posts\", \"a\", to: \"a_old\")", "renameColumn(\"posts\", \"b\", to: \"a\")",
                "renameColumn(\"posts\", \"a_old\", to: \"b\")",
            ])
    }

    @Test func `what may be the same under another name is a candidate, the likeliest first`() throws {
        let (old, new) = (table("posts", ["title", "body"]), table("posts", ["titles", "x"]))
        let candidates = try TableDifference(from: [old], to: [new]).candidates
        #expect(candidates.first?.old == "title" && candidates.first?.new == "titles")
        #expect(candidates.count == 4 && candidates.allSatisfy { $0.subject == .column(of: "posts") })
        let tables = try TableDifference(from: [old], to: [table("essays", ["title", "body"])]).candidates
        #expect(tables.map(\.new) == ["essays"] && (tables.first?.likeness ?? 0) > 0.6)
    }

    @Test func `a word of an enum is renamed in the rows`() throws {
        var (old, new) = (table("posts", ["status"]), table("posts", ["status"]))
        old.columns[1].type = ColumnType(word: "enum", values: ["draft", "it's"])
        new.columns[1].type = ColumnType(word: "enum", values: ["draft", "sent"])
        let difference = try TableDifference(from: [old], to: [new])
        #expect(difference.candidates.map(\.subject) == [.value(of: "posts", column: "status")])
        let renames = Renames(values: ["posts": ["status": ["it's": "sent"]]])
        #expect(
            try steps([old], [new], renames: renames) == [
                "changeColumn(\"posts\", \"status\", .enum(\"draft\", \"it's\", \"sent\"))",
                "bulkUpdate(\"posts\", [\"status\": \"sent\"], where: [\"status\": \"it's\"])",
                "changeColumn(\"posts\", \"status\", .enum(\"draft\", \"sent\"))",
            ])
    }

    // MARK: Bad input

    @Test func `operations that do not fit are refused`() throws {
        let posts = table("posts", ["title"])
        let index = Index(fields: ["nothing"], isUnique: false, name: "i")
        let wrong: [Operation] = [
            .createTable(posts), .dropTable(table("tags", [])), .renameTable("tags", to: "x"),
            .addColumn(table: "posts", posts.columns[1]), .removeColumn(table: "posts", posts.columns[0]),
            .renameColumn(table: "posts", "nothing", to: "x"), .renameColumn(table: "posts", "title", to: "id"),
            .changeColumn(table: "posts", from: posts.columns[0].retyped, to: posts.columns[0]),
            .changePrimaryKey(table: "posts", from: .init(), to: .init(columns: ["title"])),
            .addIndex(table: "posts", index), .removeIndex(table: "posts", index),
            .renameIndex(table: "posts", from: "i", to: "j"),
        ]
        for operation in wrong {
            var tables = [posts]
            #expect(throws: Diagnostic.self, "\(operation)") { try operation.apply(to: &tables) }
            #expect(tables == [posts])
        }
    }

    @Test func `names that no identifier has are literals`() throws {
        let hostile = "x\"); fatalError() //\n"
        let operations: [Operation] = [
            .renameTable(hostile, to: hostile), .renameColumn(table: hostile, hostile, to: hostile),
            .renameIndex(table: hostile, from: hostile, to: hostile),
            .changePrimaryKey(table: hostile, from: .init(), to: .init(columns: [hostile])),
            .backfill(table: hostile, column: hostile, value: .sql(hostile)),
        ]
        let literal = "\"x\\\"); fatalError() //\\n\""
        for line in try operations.steps() {
            #expect(line.replacing(literal, with: "").contains("fatalError") == false, "\(line)")
        }
        #expect(!operations.slug.contains("\""))
    }
}

extension Table.Column {
    fileprivate var retyped: Table.Column {
        var column = self
        column.type = ColumnType(word: "text")
        return column
    }
}
