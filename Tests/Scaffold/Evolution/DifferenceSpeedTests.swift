import Testing

@testable import scaffold

/// A thousand models: a time that grows with the square of them would be seen here.
@Suite(.serialized) struct DifferenceSpeedTests {
    private func tables(_ change: (inout Table) -> Void = { _ in }) -> [Table] {
        (0..<1_000).map { number in
            func column(_ name: String, _ word: String) -> Table.Column {
                Table.Column(
                    attribute: name, name: name, type: ColumnType(word: word), allowNull: true, autoIncrement: false)
            }
            var table = Table(
                model: "M\(number)", slug: "m", name: "m\(number)",
                columns: [column("id", "integer")] + (0..<8).map { column("c\($0)", "text") }, indexes: [])
            table.columns.append(column("parentId", "integer"))
            table.columns[9].reference = Table.ForeignKey(
                table: "m\(number / 2)", column: "id", onDelete: .setNull, onUpdate: .cascade)
            table.primaryKey = .init(columns: ["id"], autoIncrement: true)
            table.indexes = [Index(fields: ["parentId"], isUnique: false, name: "m\(number)_parent_id")]
            change(&table)
            return table
        }
    }

    @Test(arguments: [
        "unchanged", "one column added", "every key retyped", "every table renamed", "all new", "all gone",
    ])
    func `a thousand models are compared at once`(change: String) throws {
        let old = change == "all new" ? [] : tables()
        let new: [Table] =
            switch change {
            case "one column added":
                tables {
                    if $0.name == "m7" {
                        $0.columns[3].name = "other"
                        $0.columns[3].attribute = "other"
                    }
                }
            case "every key retyped":
                tables { table in
                    table.columns[0].type = ColumnType(word: "bigint")
                    table.columns[9].type = ColumnType(word: "bigint")
                }
            case "every table renamed":
                tables { table in
                    table.name = "n" + table.name
                    let target = table.columns[9].reference?.table ?? ""
                    table.columns[9].reference?.table = "n" + target
                }
            case "all gone": []
            default: tables()
            }
        var operations: [Operation] = []
        let time = try ContinuousClock().measure { operations = try TableDifference(from: old, to: new).operations }
        print("diff of 1,000 models, \(change): \(time), \(operations.count) operations")
        #expect(operations.isEmpty == (change == "unchanged"))
        #expect(time < .seconds(20))
    }
}
