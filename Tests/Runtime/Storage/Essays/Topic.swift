import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A model with a UUID as its key.
struct Topic: Model, Equatable {
    typealias PrimaryKey = UUID

    var id: UUID
    var name: String

    static let table = TableDefinition("keywords", model: "Topic") {
        $0.column("id", .uuid, defaultValue: .uuidv7, primaryKey: true)
        $0.column("name", .string, allowNull: false, unique: true)
    }

    struct Columns: Sendable {
        let id = Column<Topic, UUID>(0)
        let name = Column<Topic, String>(1)
    }

    static let columns = Columns()

    init(_ name: String) {
        id = .version7()
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
