import Foundation
import ScaffoldStorage

enum EditionGenre: String, Enumeration { case novel, essay, poem }

/// A book of an author, with labels: what lists are asked for in these tests.
struct Edition: Model {
    var id: Int
    var title: String
    var subtitle: String?
    var genre: EditionGenre
    var length: Int
    var rank: Int?
    var price: Decimal
    var isOpen: Bool
    var key: UUID
    var printedAt: Date
    var day: DateOnly
    var authorId: Int
    var author = Loaded<Author>.notLoaded
    var labels = Loaded<[Label]>.notLoaded

    static let table = TableDefinition("books", model: "Edition") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("title", .string, allowNull: false)
        $0.column("subtitle", .string)
        $0.column("genre", .enum(EditionGenre.self), allowNull: false)
        $0.column("length", .integer, allowNull: false)
        $0.column("rank", .integer)
        $0.column("price", .decimal, allowNull: false)
        $0.column("isOpen", .boolean, allowNull: false)
        $0.column("key", .uuid, allowNull: false)
        $0.column("printedAt", .date, allowNull: false)
        $0.column("day", .dateonly, allowNull: false)
        $0.column("authorId", .integer, allowNull: false)
    }

    struct Columns: Sendable {
        let id = Column<Edition, Int>(0)
        let title = Column<Edition, String>(1)
        let subtitle = Column<Edition, String?>(2)
        let genre = Column<Edition, EditionGenre>(3)
        let length = Column<Edition, Int>(4)
        let rank = Column<Edition, Int?>(5)
        let price = Column<Edition, Decimal>(6)
        let isOpen = Column<Edition, Bool>(7)
        let key = Column<Edition, UUID>(8)
        let printedAt = Column<Edition, Date>(9)
        let day = Column<Edition, DateOnly>(10)
        let authorId = Column<Edition, Int>(11)
    }

    struct Associations: Sendable {
        let author = BelongsTo<Edition, Author>(\.author, foreignKey: "authorId")
        let labels = BelongsToMany<Edition, Label>(
            \.labels, through: BookLabel.self, foreignKey: "bookId", otherKey: "labelId")
    }

    static let columns = Columns()
    static let associations = Associations()

    init(
        _ title: String, _ genre: EditionGenre, length: Int, rank: Int? = nil, by author: Author, subtitle: String? = nil
    ) {
        id = 0
        self.title = title
        self.subtitle = subtitle
        self.genre = genre
        self.length = length
        self.rank = rank
        price = Decimal(length) / 10
        isOpen = length > 100
        key = UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, UInt8(truncatingIfNeeded: length)))
        printedAt = Date(timeIntervalSince1970: Double(length) * 86_400)
        day = DateOnly("2026-11-\(10 + length / 100)")!
        authorId = author.id
    }

    init(row: Row) throws {
        id = try row[0]
        title = try row[1]
        subtitle = try row[2]
        genre = try row[3]
        length = try row[4]
        rank = try row[5]
        price = try row[6]
        isOpen = try row[7]
        key = try row[8]
        printedAt = try row[9]
        day = try row[10]
        authorId = try row[11]
    }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(title)
        values.append(subtitle)
        values.append(genre)
        values.append(length)
        values.append(rank)
        values.append(price)
        values.append(isOpen)
        values.append(key)
        values.append(printedAt)
        values.append(day)
        values.append(authorId)
    }
}

struct Author: Model {
    var id: Int
    var name: String
    var cityId: Int
    var city = Loaded<City>.notLoaded

    static let table = TableDefinition("authors", model: "Author") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("name", .string, allowNull: false)
        $0.column("cityId", .integer, allowNull: false)
    }

    struct Columns: Sendable {
        let id = Column<Author, Int>(0)
        let name = Column<Author, String>(1)
        let cityId = Column<Author, Int>(2)
    }

    struct Associations: Sendable {
        let city = BelongsTo<Author, City>(\.city, foreignKey: "cityId")
    }

    static let columns = Columns()
    static let associations = Associations()

    init(_ name: String, from city: City) { (id, self.name, cityId) = (0, name, city.id) }
    init(row: Row) throws { (id, name, cityId) = (try row[0], try row[1], try row[2]) }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(name)
        values.append(cityId)
    }
}

struct City: Model {
    var id: Int
    var name: String

    static let table = TableDefinition("cities", model: "City") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("name", .string, allowNull: false)
    }

    struct Columns: Sendable {
        let id = Column<City, Int>(0)
        let name = Column<City, String>(1)
    }

    static let columns = Columns()

    init(_ name: String) { (id, self.name) = (0, name) }
    init(row: Row) throws { (id, name) = (try row[0], try row[1]) }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(name)
    }
}

struct Label: Model {
    var id: Int
    var name: String

    static let table = TableDefinition("labels", model: "Label") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("name", .string, allowNull: false)
    }

    struct Columns: Sendable {
        let id = Column<Label, Int>(0)
        let name = Column<Label, String>(1)
    }

    static let columns = Columns()

    init(_ name: String) { (id, self.name) = (0, name) }
    init(row: Row) throws { (id, name) = (try row[0], try row[1]) }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(name)
    }
}

struct BookLabel: Model {
    var id: Int
    var bookId: Int
    var labelId: Int

    static let table = TableDefinition("book_labels", model: "BookLabel") {
        $0.column("id", .integer, primaryKey: true, autoIncrement: true)
        $0.column("bookId", .integer, allowNull: false)
        $0.column("labelId", .integer, allowNull: false)
    }

    struct Columns: Sendable {}

    static let columns = Columns()
    init(row: Row) throws { (id, bookId, labelId) = (try row[0], try row[1], try row[2]) }

    func encode(to values: inout Values) {
        values.append(id)
        values.append(bookId)
        values.append(labelId)
    }
}

/// A book as lists show it.
struct EditionView: Projection, JSONEncodable {
    var id: Int
    var title: String
    var author: AuthorView
    var labels: [LabelView]

    static let selection = Selection<Edition, EditionView> {
        $0.columns(\.id, \.title)
        $0.join(\.author) { $0.columns(\.id, \.name) }
        $0.load(\.labels, into: \.labels)
    }

    init(row: Row) throws {
        id = try row[0]
        title = try row[1]
        author = AuthorView(id: try row[2], name: try row[3])
        labels = []
    }

    func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("id", id)
            $0.member("title", title)
            $0.member("author", author)
            $0.member("labels", labels)
        }
    }

    struct AuthorView: Sendable, JSONEncodable {
        var id: Int
        var name: String

        func encode(to json: inout JSONWriter) {
            json.object {
                $0.member("id", id)
                $0.member("name", name)
            }
        }
    }

    struct LabelView: Projection, JSONEncodable {
        var name: String

        static let selection = Selection<Label, LabelView> { $0.columns(\.name) }

        init(row: Row) throws { name = try row[0] }

        func encode(to json: inout JSONWriter) {
            json.object { $0.member("name", name) }
        }
    }
}
