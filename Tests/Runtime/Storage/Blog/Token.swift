import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A model whose key the app makes, and a column that the database fills.
struct Token: Model {
    typealias PrimaryKey = UUID

    var id: UUID
    var label: String?
    var uses: Int
    var stamp: String
}

extension Token {
    static let table = TableDefinition("tokens", model: "Token") {
        $0.column("id", .uuid, defaultValue: .uuidv7, primaryKey: true)
        $0.column("label", .string)
        $0.column("uses", .integer, allowNull: false, defaultValue: .value(0))
        $0.column("stamp", .text, allowNull: false, defaultValue: .sql("'made by the database'"))
    }

    struct Columns: Sendable {
        let id = Column<Token, UUID>(0)
        let label = Column<Token, String?>(1)
        let uses = Column<Token, Int>(2)
        let stamp = Column<Token, String>(3)
    }

    static let columns = Columns()

    init(label: String?, uses: Int = 0) {
        id = .version7()
        self.label = label
        self.uses = uses
        stamp = ""
    }

    init(row: Row) throws {
        id = try row[0]
        label = try row[1]
        uses = try row[2]
        stamp = try row[3]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(label)
        values.append(uses)
        values.append(stamp)
    }
}
