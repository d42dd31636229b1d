import Foundation
import ScaffoldHTTP
import ScaffoldPasswords
import ScaffoldStorage
import ScaffoldValidation

// Two models as the tool generates them, to be documented.

enum Genre: String, Enumeration { case novel, essay }

enum Shelf: String, NumberedEnumeration {
    case open, locked
    var number: Int { self == .open ? 0 : 1 }
}

struct Book: Model {
    var id: Int
    var title: String
    var genre: Genre
    var shelf: Shelf?
    var code: String?
    var price: Decimal?
    var views: Int
    var writerId: Int?
    var createdAt: Date
    var writer: Loaded<Writer?>

    static let table = TableDefinition("books", model: "Book") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("title", .string(200), allowNull: false, trim: true)
        $0.column("genre", .enum(Genre.self), allowNull: false, defaultValue: .value("novel"))
        $0.column("shelf", .enum(Shelf.self), numbers: Shelf.numbers)
        $0.column("code", .string(8))
        $0.column("price", .decimal(6, 2))
        $0.column("views", .integer, allowNull: false, defaultValue: .value(0))
        $0.column("writerId", .integer)
        $0.timestamp("createdAt")
    }

    struct Columns: Sendable {
        let id = Column<Book, Int>(0)
        let title = Column<Book, String>(1)
        let genre = Column<Book, Genre>(2)
        let shelf = Column<Book, Shelf?>(3)
        let code = Column<Book, String?>(4)
        let price = Column<Book, Decimal?>(5)
        let views = Column<Book, Int>(6)
        let writerId = Column<Book, Int?>(7)
        let createdAt = Column<Book, Date>(8)
    }

    struct Associations: Sendable {
        let writer = BelongsTo<Book, Writer>(\.writer, foreignKey: "writerId")
    }

    static let columns = Columns()
    static let associations = Associations()
    static let validations = Validations<Book> {
        $0.validate(\.title, .len(3, 100))
        $0.validate(\.code, .is("^[A-Z]{2}-[0-9]+$"))
        $0.validate(\.writerId, .min(1))
    }

    init(row: Row) throws {
        id = try row[0]
        title = try row[1]
        genre = try row[2]
        shelf = try row[3]
        code = try row[4]
        price = try row[5]
        views = try row[6]
        writerId = try row[7]
        createdAt = try row[8]
        writer = .notLoaded
    }

    func encode(to values: inout Values) { values.append(id) }
}

extension Book: InputModel {
    static let assigns = ["labels"]
    static let readOnly = ["views"]
}

extension Book: JSONEncodable {
    func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("id", id)
            $0.member("title", title)
            $0.member("genre", genre)
            $0.member("shelf", shelf)
            $0.member("price", price)
            $0.member("createdAt", createdAt)
            $0.object("extras") { $0.member("words", title.count) }
            $0.member("writer", writer)
        }
    }
}

struct Writer: Model {
    var id: UUID
    var email: String
    var books: Loaded<[Book]>

    typealias PrimaryKey = UUID

    static let table = TableDefinition("writers", model: "Writer") {
        $0.column("id", .uuid, defaultValue: .uuidv7, primaryKey: true)
        $0.column("email", .string, allowNull: false, unique: true)
        $0.column("password", .password, allowNull: false)
    }

    struct Columns: Sendable {
        let id = Column<Writer, UUID>(0)
        let email = Column<Writer, String>(1)
        let password = Column<Writer, Password>(2)
    }

    struct Associations: Sendable {
        let books = HasMany<Writer, Book>(\.books, foreignKey: "writerId")
    }

    static let columns = Columns()
    static let associations = Associations()
    static let validations = Validations<Writer> { $0.validate(\.email, .isEmail) }

    init(row: Row) throws {
        id = try row[0]
        email = try row[1]
        books = .notLoaded
    }

    func encode(to values: inout Values) { values.append(id) }
}

extension Writer: JSONEncodable {
    func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("id", id)
            $0.member("email", email)
            $0.member("books", books)
        }
    }
}

struct BookView: Projection {
    var id: Int
    var genre: Genre
    var writer: Name?

    static let selection = Selection<Book, BookView> {
        $0.columns(\.id, \.genre)
        $0.join(\.writer) { $0.columns(\.id, \.email) }
    }

    init(row: Row) throws {
        id = try row[0]
        genre = try row[1]
        writer = try row.isNull(2) ? nil : Name(row: row.from(2))
    }

    struct Name: Sendable, JSONEncodable {
        var id: UUID
        var email: String

        init(row: Row) throws {
            id = try row[0]
            email = try row[1]
        }

        func encode(to json: inout JSONWriter) {
            json.object {
                $0.member("id", id)
                $0.member("email", email)
            }
        }
    }
}

extension BookView: JSONEncodable {
    func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("id", id)
            $0.member("genre", genre)
            $0.member("writer", writer)
        }
    }
}

struct WriterView: Projection {
    var id: UUID
    var books: [BookView]

    static let selection = Selection<Writer, WriterView> {
        $0.columns(\.id)
        $0.load(\.books, into: \.books)
    }

    init(row: Row) throws {
        id = try row[0]
        books = []
    }
}

extension WriterView: JSONEncodable {
    func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("id", id)
            $0.member("books", books)
        }
    }
}
