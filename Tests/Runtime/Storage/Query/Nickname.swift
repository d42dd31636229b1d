import ScaffoldStorage

/// A name that somebody goes by; two that differ in capital letters are two.
struct Nickname: Model {
    typealias PrimaryKey = String

    var name: String
    var uses: Loaded<[NicknameUse]> = .notLoaded

    static let table = TableDefinition("nicknames", model: "Nickname") {
        $0.column("name", .string, primaryKey: true)
    }

    struct Columns: Sendable {
        let name = Column<Nickname, String>(0)
    }

    struct Associations: Sendable {
        let uses = HasMany<Nickname, NicknameUse>(\.uses, foreignKey: "name")
    }

    static let columns = Columns()
    static let associations = Associations()

    init(row: Row) throws {
        name = try row[0]
    }

    func encode(to values: inout Values) {
        values.append(name)
    }
}

/// Where a name was used. A test makes its table, which takes letters of either case as the same.
struct NicknameUse: Model {
    var id: Int
    var name: String

    static let table = TableDefinition("uses", model: "NicknameUse") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("name", .string, allowNull: false)
    }

    struct Columns: Sendable {
        let id = Column<NicknameUse, Int>(0)
        let name = Column<NicknameUse, String>(1)
    }

    static let columns = Columns()

    init(row: Row) throws {
        id = try row[0]
        name = try row[1]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(name)
    }
}
