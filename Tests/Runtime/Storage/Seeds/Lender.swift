import ScaffoldStorage

/// A user of the study guide, whose key has a name of its own, and who has a phone and books.
struct Lender: Model {
    var id: Int
    var name: String
    var email: String

    var phone: Loaded<Phone?> = .notLoaded
    var books: Loaded<[Book]> = .notLoaded

    static let table = TableDefinition("Users", model: "Lender") {
        $0.column("id", .integer, field: "user_id", primaryKey: true, autoIncrement: true)
        $0.column("name", .string, allowNull: false)
        $0.column("email", .string, allowNull: false, unique: true)
    }

    struct Columns: Sendable {
        let id = Column<Lender, Int>(0)
        let name = Column<Lender, String>(1)
        let email = Column<Lender, String>(2)
    }

    struct Associations: Sendable {
        let phone = HasOne<Lender, Phone>(\.phone, foreignKey: "lenderId")
        let books = BelongsToMany<Lender, Book>(
            \.books, through: UserBook.self, foreignKey: "lenderId", otherKey: "bookId")
    }

    static let columns = Columns()
    static let associations = Associations()

    init(_ name: String) {
        id = 0
        self.name = name
        email = "\(name)@example.com"
    }

    init(row: Row) throws {
        id = try row[0]
        name = try row[1]
        email = try row[2]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(name)
        values.append(email)
    }
}

struct Phone: Model {
    var id: Int
    var number: String
    var lenderId: Int

    var lender: Loaded<Lender> = .notLoaded

    static let table = TableDefinition("Phones", model: "Phone") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("number", .string, allowNull: false)
        $0.column("lenderId", .integer, field: "foreign_id", allowNull: false)
    }

    struct Columns: Sendable {
        let id = Column<Phone, Int>(0)
        let number = Column<Phone, String>(1)
        let lenderId = Column<Phone, Int>(2)
    }

    struct Associations: Sendable {
        let lender = BelongsTo<Phone, Lender>(\.lender, foreignKey: "lenderId")
    }

    static let columns = Columns()
    static let associations = Associations()

    init(_ number: String, lenderId: Int = 0) {
        id = 0
        self.number = number
        self.lenderId = lenderId
    }

    init(row: Row) throws {
        id = try row[0]
        number = try row[1]
        lenderId = try row[2]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(number)
        values.append(lenderId)
    }
}

struct Book: Model {
    var id: Int
    var title: String

    var users: Loaded<[Lender]> = .notLoaded

    static let table = TableDefinition("Books", model: "Book") {
        $0.column("id", .integer, field: "book_id", primaryKey: true, autoIncrement: true)
        $0.column("title", .string, allowNull: false)
    }

    struct Columns: Sendable {
        let id = Column<Book, Int>(0)
        let title = Column<Book, String>(1)
    }

    struct Associations: Sendable {
        let users = BelongsToMany<Book, Lender>(
            \.users, through: UserBook.self, foreignKey: "bookId", otherKey: "lenderId")
    }

    static let columns = Columns()
    static let associations = Associations()

    init(_ title: String) {
        id = 0
        self.title = title
    }

    init(row: Row) throws {
        id = try row[0]
        title = try row[1]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(title)
    }
}

/// The table between, whose key is both foreign keys.
struct UserBook: Model {
    typealias PrimaryKey = Key

    var lenderId: Int
    var bookId: Int

    struct Key: PrimaryKeyValue {
        var lenderId: Int
        var bookId: Int
        var keyValues: [Value] { [Value(lenderId), Value(bookId)] }
    }

    static let table = TableDefinition("UserBooks", model: "UserBook") {
        $0.column("lenderId", .integer, field: "user_id", primaryKey: true)
        $0.column("bookId", .integer, field: "book_id", primaryKey: true)
    }

    struct Columns: Sendable {
        let lenderId = Column<UserBook, Int>(0)
        let bookId = Column<UserBook, Int>(1)
    }

    static let columns = Columns()

    init(row: Row) throws {
        lenderId = try row[0]
        bookId = try row[1]
    }

    func encode(to values: inout Values) {
        values.append(lenderId)
        values.append(bookId)
    }
}

/// Runs a test on a database of its own with the study guide's tables, made as its migrations make them.
func withLenders(on engine: TestEngine, _ body: @Sendable () async throws -> Void) async throws {
    try await engine.withTables {
        $0.createTable("Users") {
            $0.column("user_id", .integer, allowNull: false, primaryKey: true, autoIncrement: true)
            $0.column("name", .string, allowNull: false)
            $0.column("email", .string, allowNull: false, unique: true)
        }
        $0.createTable("Phones") {
            $0.column("id", .integer, allowNull: false, primaryKey: true, autoIncrement: true)
            $0.column("number", .string, allowNull: false)
            $0.column(
                "foreign_id", .integer, allowNull: false, references: .init("Users", key: "user_id"),
                onDelete: .cascade, onUpdate: .cascade)
        }
        $0.createTable("Books") {
            $0.column("book_id", .integer, allowNull: false, primaryKey: true, autoIncrement: true)
            $0.column("title", .string, allowNull: false)
        }
        $0.createTable("UserBooks") {
            $0.column(
                "user_id", .integer, allowNull: false, primaryKey: true, references: .init("Users", key: "user_id"),
                onDelete: .cascade, onUpdate: .cascade)
            $0.column(
                "book_id", .integer, allowNull: false, primaryKey: true, references: .init("Books", key: "book_id"),
                onDelete: .cascade, onUpdate: .cascade)
        }
    } _: { _ in
        try await body()
    }
}
