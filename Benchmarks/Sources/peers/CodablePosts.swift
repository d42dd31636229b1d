import CSQLite
import Foundation
import Hummingbird

/// `/codable/posts`: rows become structs, and structs become JSON, by Codable.
func addCodable(to router: Router<BasicRequestContext>, _ store: PostStore) {
    router.get("codable/posts") { request, _ in
        let page = try Page(request)
        return try answer(
            try store.read { connection in
                sqlite3_bind_int64(connection.page, 1, Int64(page.limit))
                sqlite3_bind_int64(connection.page, 2, Int64((page.number - 1) * page.limit))
                var posts: [CodablePost] = []
                try connection.rows(connection.page) { posts.append(CodablePost(connection.page)) }
                return CodableList(data: posts, pagination: CodablePagination(page, total: try connection.total()))
            })
    }
    router.get("codable/posts/:id") { _, context in
        let id = try context.parameters.require("id", as: Int.self)
        guard let post = try store.read({ try CodablePost.find(id, $0) }) else { throw HTTPError(.notFound) }
        return try answer(CodableOne(data: post))
    }
    router.post("codable/posts") { request, _ in
        let body = try await request.body.collect(upTo: 1 << 20)
        let new = try JSONDecoder().decode(NewPost.self, from: Data(body.readableBytesView)).checked()
        let post = try store.write { try CodablePost.find($0.add(new, at: .now), $0) }
        return try answer(CodableOne(data: post), status: .created)
    }
}

private func answer(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .custom { date, encoder in
        var container = encoder.singleValueContainer()
        try container.encode(
            date.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: true)) + "Z")
    }
    let data = try encoder.encode(value)
    return Response(
        status: status, headers: [.contentType: "application/json"], body: .init(byteBuffer: ByteBuffer(bytes: data)))
}

struct CodableList: Encodable {
    var data: [CodablePost]
    var pagination: CodablePagination
}

struct CodableOne: Encodable {
    var data: CodablePost?
}

struct CodablePagination: Encodable {
    var total, page, limit, totalPages: Int
    var hasMore: Bool

    init(_ page: Page, total: Int) {
        (self.total, self.page, limit) = (total, page.number, page.limit)
        totalPages = (total + page.limit - 1) / page.limit
        hasMore = page.number < totalPages
    }
}

struct CodablePost: Encodable {
    var id: Int
    var title: String
    var content: String
    var userId: Int
    var createdAt: Date
    var updatedAt: Date
    var author: Author

    struct Author: Encodable {
        var id: Int
        var firstName: String
        var lastName: String
    }

    init(_ row: OpaquePointer) {
        func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(row, column)) }
        func text(_ column: Int32) -> String { sqlite3_column_text(row, column).map { String(cString: $0) } ?? "" }
        func date(_ column: Int32) -> Date {
            let iso = text(column).prefix(23).replacing(" ", with: "T") + "Z"
            return (try? Date(iso, strategy: .iso8601.year().month().day().time(includingFractionalSeconds: true)))
                ?? .distantPast
        }
        (id, title, content, userId) = (int(0), text(1), text(2), int(3))
        (createdAt, updatedAt) = (date(4), date(5))
        author = Author(id: int(6), firstName: text(7), lastName: text(8))
    }

    static func find(_ id: Int, _ connection: PostConnection) throws -> CodablePost? {
        sqlite3_bind_int64(connection.show, 1, Int64(id))
        var post: CodablePost?
        try connection.rows(connection.show) { post = CodablePost(connection.show) }
        return post
    }
}
