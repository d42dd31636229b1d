import ScaffoldStorage

struct Shelf: Model {
    var id: Int
    var name: String

    var articles: Loaded<[Article]> = .notLoaded
}

extension Shelf {
    static let table = TableDefinition("shelves", model: "Shelf") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("name", .string, allowNull: false)
    }

    struct Columns: Sendable {
        let id = Column<Shelf, Int>(0)
        let name = Column<Shelf, String>(1)
    }

    struct Associations: Sendable {
        let articles = HasMany<Shelf, Article>(\.articles, foreignKey: "shelfId")
    }

    static let columns = Columns()
    static let associations = Associations()

    init(_ name: String) {
        id = 0
        self.name = name
    }

    init(row: Row) throws {
        id = try row[0]
        name = try row[1]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(name)
    }
}
