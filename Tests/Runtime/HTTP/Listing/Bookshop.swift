import Foundation
import ScaffoldHTTP
import ScaffoldStorage
import ScaffoldTesting
import Testing

extension Edition {
    /// What lists of books may be asked in these tests.
    static let listing = listing { _ in }

    static func listing(_ build: (inout ListingBuilder<Edition>) -> Void) -> Listing<Edition> {
        Listing<Edition> {
            $0.filter("title", \.title)
            $0.filter("subtitle", \.subtitle)
            $0.filter("genre", \.genre)
            $0.filter("length", \.length)
            $0.filter("price", \.price)
            $0.filter("isOpen", \.isOpen)
            $0.filter("key", \.key)
            $0.filter("printedAt", \.printedAt)
            $0.filter("day", \.day)
            $0.filter("author", through: \.author) { $0.name }
            $0.filter("label", through: \.labels) { $0.name }
            $0.through(\.author) { $0.filter("city", through: \.city) { $0.name } }
            $0.search { [$0.title, $0.subtitle] }
            $0.through(\.author) { $0.search { [$0.name] } }
            $0.order(by: \.length, .descending)
            $0.sort(\.title, \.length, \.rank)
            $0.fields("id", "title", "author", "labels")
            $0.include("author", "labels")
            $0.limit(3, maximum: 50)
            build(&$0)
        }
    }
}

/// Runs a test with six books of two authors and a client of their lists.
///
/// The titles, longest first: Dune, Emma, Beowulf, Candide, Faust, Antigone; their lengths are 600 to 100.
func withBooks(
    _ listing: Listing<Edition> = Edition.listing, in envelope: Envelope = .data,
    _ body: (TestClient) async throws -> Void
) async throws {
    let database = try Database(DatabaseConfiguration(url: .memory))
    try await database.withValue {
        for table in tables { try await database.execute(SQL(raw: table)) }
        try await storeBooks()
        try await body(client { addBooks(listing, envelope, to: &$0) })
    }
}

private func addBooks(_ listing: Listing<Edition>, _ envelope: Envelope, to routes: inout Routes) {
    routes.get("/books") { request in
        let query = try request.query(listing)
        let books = try await Edition.findAndCountAll(as: EditionView.self) { try $0.list(query) }
        return try .json(books, for: query, in: envelope)
    }
    routes.get("/authors/:id/books") { request in
        let (query, author) = (try request.query(listing), try request.id(as: Int.self))
        let books = try await Edition.findAndCountAll(as: EditionView.self) {
            $0.where { $0.authorId == author }
            try $0.list(query)
        }
        return try .json(books, for: query, in: envelope)
    }
    routes.get("/marked") { request in
        let query = try request.query(listing)
        let books = try await Edition.findPage(as: EditionView.self) { try $0.list(query) }
        return try .json(books, for: query, in: envelope)
    }
    routes.get("/all") { request in
        let query = try request.query(listing)
        let books = try await Edition.findAll(as: EditionView.self) { try $0.list(query) }
        return try .json(books, for: query, in: envelope)
    }
}

private func storeBooks() async throws {
    let rome = try await City.create(City("Rome"))
    let bern = try await City.create(City("Bern"))
    let anna = try await Author.create(Author("Anna", from: rome))
    let bert = try await Author.create(Author("Bert", from: bern))
    let books = [
        Edition("Antigone", .poem, length: 100, rank: 2, by: anna), Edition("Faust", .poem, length: 200, by: bert),
        Edition("Candide", .novel, length: 300, rank: 1, by: anna, subtitle: "Or Optimism, 100%"),
        Edition("Beowulf", .poem, length: 400, by: bert), Edition("Emma", .novel, length: 500, rank: 3, by: anna),
        Edition("Dune", .novel, length: 600, by: bert, subtitle: ""),
    ]
    let labels = try await [Label.create(Label("old")), Label.create(Label("long"))]
    for book in books {
        let stored = try await Edition.create(book)
        if book.length < 500 { try await Edition.associations.labels.add([labels[0]], to: stored) }
        if book.length > 300 { try await Edition.associations.labels.add([labels[1]], to: stored) }
    }
}

private let tables = [
    """
    CREATE TABLE books (
        id INTEGER PRIMARY KEY, title TEXT, subtitle TEXT, genre TEXT, length INTEGER, rank INTEGER, price TEXT,
        isOpen INTEGER, key TEXT, printedAt TEXT, day TEXT, authorId INTEGER)
    """,
    "CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT, cityId INTEGER)",
    "CREATE TABLE cities (id INTEGER PRIMARY KEY, name TEXT)",
    "CREATE TABLE labels (id INTEGER PRIMARY KEY, name TEXT)",
    "CREATE TABLE book_labels (id INTEGER PRIMARY KEY, bookId INTEGER, labelId INTEGER)",
]

extension TestResponse {
    /// The titles of the books, with blanks between them.
    var titles: String {
        (json.array ?? json["data"].array ?? json["books"].array ?? []).compactMap { $0["title"].string }
            .joined(separator: " ")
    }

    /// The messages of its errors.
    var messages: [String] { json["errors"].array?.compactMap { $0["message"].string } ?? [] }
}
