import Testing

@testable import scaffold

/// What `scaffold dev` holds back is what its author was asked about.
@Suite struct MigrationLossTests {
    private let generator: Generator

    init() throws { generator = try Generator() }

    private func isPossible(_ operations: [Operation], isRepair: Bool = false) throws -> Bool {
        let name = MigrationName(stamp: try #require(Timestamp("20261120093000")), slug: "change")
        let migration = PlannedMigration(name: name, up: operations, isRepair: isRepair)
        return MigrationLoss.isPossible(in: try generator.migration(migration).text)
    }

    private func change(_ old: ColumnType, _ new: ColumnType) -> Operation {
        let column = Table.Column(
            attribute: "value", name: "value", type: old, allowNull: true, defaultValue: nil, key: nil,
            autoIncrement: false, reference: nil, comment: nil)
        var changed = column
        changed.type = new
        return .changeColumn(table: "posts", from: column, to: changed)
    }

    private static let words = [
        "smallint", "integer", "bigint", "float", "double", "text", "boolean", "date", "dateonly", "time", "uuid",
        "password", "json", "blob", "array string",
    ]
    private static let types =
        words.map { ColumnType(word: $0) } + [
            ColumnType(word: "string", numbers: [255]), ColumnType(word: "string", numbers: [20]),
            ColumnType(word: "decimal", numbers: [10, 2]), ColumnType(word: "string", numbers: [1_000_000]),
            ColumnType(word: "enum", values: ["draft", "func down("]),
            ColumnType(word: "enum", values: ["a)", "\"b\""]),
        ]

    @Test func `a change of type is held back where the planner asks about it`() throws {
        var lossy = 0
        for old in Self.types {
            for new in Self.types {
                let step = change(old, new)
                #expect(try isPossible([step]) == (step.loss != nil), "\(old.written) to \(new.written)")
                if step.loss != nil { lossy += 1 }
            }
        }
        #expect(lossy > 20)
    }

    @Test func `whole migrations are held back where the planner asks about one of their steps`() throws {
        var (lossy, harmless) = (0, 0)
        for seed in 0..<400 {
            var random = RandomTables(seed: UInt64(seed))
            let (old, new) = random.pair()
            let steps = try TableDifference(from: old, to: new).operations
            let isLossy = steps.contains { $0.loss != nil }
            #expect(try isPossible(steps) == isLossy, "seed \(seed)")
            if isLossy { lossy += 1 } else { harmless += 1 }
        }
        #expect(lossy > 50 && harmless > 50)
    }

    @Test func `what cannot be told may be a loss`() throws {
        // A repair says nothing of what was wrong.
        #expect(try isPossible([change(ColumnType(word: "text"), ColumnType(word: "date"))], isRepair: true))
        #expect(MigrationLoss.isPossible(in: "func up() { queryInterface.changeColumn(table, name, type) }"))
    }

    @Test func `the way back, comments and texts throw nothing away`() {
        let add = "queryInterface.addColumn(\"a\", \"queryInterface.dropTable(\", .text)"
        let comment = "// queryInterface.dropTable(\"a\")"
        let drop = "queryInterface.removeColumn(\"a\", \"b\")"
        let text = "func up() {\n\(comment)\n\(add)\n}\nfunc down() {\n\(drop)\n}"
        #expect(!MigrationLoss.isPossible(in: text))
        #expect(MigrationLoss.isPossible(in: text.replacing(add, with: drop)))
    }
}
