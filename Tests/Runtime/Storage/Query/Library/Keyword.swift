import ScaffoldStorage

/// A model that hides some of its rows by its default scope.
struct Keyword: Model {
    var id: Int
    var name: String
    var isHidden: Bool

    static let defaultScope: Scope<Keyword>? = Scope<Keyword> {
        $0.where { $0.isHidden == false }
        $0.order(by: \.name)
    }
}

extension Keyword {
    static let table = TableDefinition("keywords", model: "Keyword") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("name", .string, allowNull: false)
        $0.column("isHidden", .boolean, allowNull: false)
    }

    struct Columns: Sendable {
        let id = Column<Keyword, Int>(0)
        let name = Column<Keyword, String>(1)
        let isHidden = Column<Keyword, Bool>(2)
    }

    static let columns = Columns()

    init(_ name: String, isHidden: Bool = false) {
        id = 0
        self.name = name
        self.isHidden = isHidden
    }

    init(row: Row) throws {
        id = try row[0]
        name = try row[1]
        isHidden = try row[2]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(name)
        values.append(isHidden)
    }
}
