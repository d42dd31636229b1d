import Foundation
import ScaffoldHTTP
import ScaffoldStorage
import ScaffoldTesting
import Testing

@Suite struct QueryParametersTests {
    private enum Status: String, Enumeration { case draft, published }

    /// What a query with these parameters gives, or the problems.
    private func read(_ text: String) async throws -> (text: String, errors: [String]) {
        let client = try client {
            $0.get("/") { request in
                var query = request.query
                let id: Int? = query["id"]
                let title: String? = query["title"]
                let status: Status? = query["status"]
                let isNew: Bool? = query["isNew"]
                let since: Date? = query["since"]
                let key: UUID? = query["key"]
                let price: Decimal? = query["price"]
                let filter: String? = query["filter[a]"]
                try query.finish()
                let values: [Any?] = [id, title, status, isNew, since?.timeIntervalSince1970, key, price, filter]
                return .text(values.compactMap { $0.map { "\($0)" } }.joined(separator: " "))
            }
        }
        let response = try await client.get("/?\(text)")
        #expect(response.status == (response.json["errors"].array == nil ? 200 : 400))
        return (response.text, response.json["errors"].array?.compactMap { $0["message"].string } ?? [])
    }

    @Test(arguments: [
        ("", ""), ("id=7", "7"), ("id=-7", "-7"), ("title=a+b%26c%3D%2B", "a b&c=+"), ("title=a=b", "a=b"),
        ("status=draft", "draft"), ("isNew=true", "true"), ("isNew=0", "false"),
        ("since=1970-01-01T01:00:00%2B01:00", "0.0"), ("since=1970-01-02", "86400.0"),
        ("key=e621e1f8-c36c-495a-93fc-0c247a3e6e5f", "E621E1F8-C36C-495A-93FC-0C247A3E6E5F"),
        ("price=0.10", "0.1"), ("filter%5Ba%5D=x", "x"), ("filter[a]=x", "x"), ("title=%F0%9F%98%80", "😀"),
        ("id=&title=&status=&isNew=&since=", ""), ("id", ""), ("&&id=7&", "7"),
    ])
    func `parameters are decoded and typed, and empty ones are absent`(text: String, values: String) async throws {
        #expect(try await read(text).text == values)
    }

    @Test(arguments: [
        ("id=seven", ["id must be an integer"]), ("id=1.5", ["id must be an integer"]),
        ("id=+7", ["id must be an integer"]),
        ("id=%2B7", ["id must be an integer"]), ("id=007", ["id must be an integer"]),
        ("id=9223372036854775808", ["id must be an integer"]), ("id=７", ["id must be an integer"]),
        ("status=Draft", ["status must be one of draft, published"]), ("isNew=yes", ["isNew must be true or false"]),
        ("since=yesterday", ["since must be a date in ISO 8601, such as 2026-11-20T09:30:00Z"]),
        ("key=1", ["key must be a UUID"]), ("price=1e", ["price must be a decimal number"]),
        ("id=1&id=2", ["id is given twice"]), ("titel=x", ["titel is not known here; did you mean 'title'?"]),
        ("qqqqqqq=x", ["qqqqqqq is not known here"]), ("title=%zz", ["title is not encoded as a URL has it, in UTF-8"]),
        ("title=%ff", ["title is not encoded as a URL has it, in UTF-8"]),
        ("title=%00", ["title is not encoded as a URL has it, in UTF-8"]),
        (
            "titel=&stauts=",
            [
                "stauts is not known here; did you mean 'status'?", "titel is not known here; did you mean 'title'?",
            ]
        ),
        (
            "id=a&status=b&titel=c",
            [
                "id must be an integer", "status must be one of draft, published",
                "titel is not known here; did you mean 'title'?",
            ]
        ),
    ])
    func `every wrong parameter is named`(text: String, errors: [String]) async throws {
        #expect(try await read(text).errors == errors)
    }

    @Test func `a query of nothing but unknown parameters is told in part`() async throws {
        let errors = try await read((0..<1_000).map { "u\($0)=" }.joined(separator: "&")).errors
        #expect(errors.count == 20)
    }

    @Test func `pages are counted`() {
        #expect(Pagination(page: 1, limit: 20).pages(of: 0) == 0)
        #expect(Pagination(page: 1, limit: 20).pages(of: 20) == 1)
        #expect(Pagination(page: 1, limit: 20).pages(of: 21) == 2)
        #expect(Pagination(page: .max, limit: .max).offset == .max)
        #expect(Pagination(page: -5, limit: 0) == Pagination(page: 1, limit: 1))
    }
}
