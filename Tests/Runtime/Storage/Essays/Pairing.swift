import ScaffoldStorage

/// A table of nothing but its key.
struct Pairing: Model, Equatable {
    var leftId: Int
    var rightId: Int

    static let table = TableDefinition("pairings", model: "Pairing") {
        $0.column("leftId", .integer, primaryKey: true)
        $0.column("rightId", .integer, primaryKey: true)
    }

    struct Columns: Sendable {
        let leftId = Column<Pairing, Int>(0)
        let rightId = Column<Pairing, Int>(1)
    }

    static let columns = Columns()

    init(_ leftId: Int, _ rightId: Int) {
        self.leftId = leftId
        self.rightId = rightId
    }

    init(row: Row) throws {
        self.init(try row[0], try row[1])
    }

    func encode(to values: inout Values) {
        values.append(leftId)
        values.append(rightId)
    }
}
