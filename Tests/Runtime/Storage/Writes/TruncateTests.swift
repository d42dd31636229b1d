import Testing

@testable import ScaffoldStorage

/// A model whose table has a name that only quotes make one.
private struct Oddity: Model {
    var id: Int

    static let table = TableDefinition("odd\"\u{301} `name`\r\n'", model: "Oddity") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
    }

    struct Columns: Sendable { let id = Column<Oddity, Int>(0) }

    static let columns = Columns()

    init() { id = 0 }

    init(row: Row) throws { id = try row[0] }

    func encode(to values: inout Values) { values.append(id) }
}

@Suite struct TruncateTests {
    @Test(arguments: TestEngine.all)
    func `a table is emptied and counts anew, whatever its name`(_ engine: TestEngine) async throws {
        try await engine.withTables {
            $0.createTable(Oddity.table.name) {
                $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            }
        } _: { _ in
            for id in 1...2 { #expect(try await Oddity.create(Oddity()).id == id) }
            try await Oddity.truncate()
            #expect(try await Oddity.count() == 0)
            #expect(try await Oddity.create(Oddity()).id == 1)
        }
    }
}
