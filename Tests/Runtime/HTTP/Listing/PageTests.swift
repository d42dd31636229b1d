import ScaffoldHTTP
import ScaffoldTesting
import Testing

@Suite struct PageTests {
    @Test(arguments: [
        ("", "Dune Emma Beowulf", [1, 3, 2]), ("page=2", "Candide Faust Antigone", [2, 3, 2]),
        ("page=2&limit=4", "Faust Antigone", [2, 4, 2]), ("page=&limit=", "Dune Emma Beowulf", [1, 3, 2]),
        ("page=9", "", [9, 3, 2]), ("limit=50", "Dune Emma Beowulf Candide Faust Antigone", [1, 50, 1]),
    ])
    func `a list has pages by number`(query: String, titles: String, numbers: [Int]) async throws {
        try await withBooks { client in
            let answer = try await client.get("/books?\(query)")
            #expect(answer.titles == titles)
            let pagination = answer.json["pagination"]
            #expect(pagination["total"] == 6)
            #expect(["page", "limit", "totalPages"].map { pagination[$0].int } == numbers)
            #expect(pagination["hasMore"].bool == (numbers[0] < numbers[2]))
        }
    }

    @Test(arguments: [
        ("page=0", ["page must be at least 1"]), ("page=-1", ["page must be at least 1"]),
        ("limit=51", ["limit must be at most 50"]), ("limit=0", ["limit must be at least 1"]),
        ("page=9223372036854775807", ["page must be at most 1000000000"]),
        ("page=99999999999999999999", ["page must be an integer"]),
        ("page=x&limit=y", ["page must be an integer", "limit must be an integer"]),
        ("page[gt]=1", ["page[gt] is not known here"]), ("sort=title&page=1&page=2", ["page is given twice"]),
    ])
    func `a page that cannot be is refused`(query: String, messages: [String]) async throws {
        try await withBooks { client in
            let answer = try await client.get("/books?\(query)")
            #expect(answer.status == 400)
            #expect(answer.messages == messages)
        }
    }

    @Test func `links lead to the pages around, with all that was asked`() async throws {
        try await withBooks { client in
            let middle = try await client.get("/books?page=2&genre[in]=poem,novel&limit=2&search=")
            #expect(middle.json["links"]["self"] == "/books?page=2&genre%5Bin%5D=poem%2Cnovel&limit=2")
            for (name, page) in [("first", 1), ("prev", 1), ("next", 3), ("last", 3)] {
                #expect(
                    middle.json["links"][name].string == "/books?genre%5Bin%5D=poem%2Cnovel&limit=2&page=\(page)")
            }
            let next = try await client.get(try #require(middle.json["links"]["next"].string))
            #expect(next.titles == "Faust Antigone")
            #expect(next.json["links"]["next"] == .null)
            let empty = try await client.get("/books?title=None")
            #expect(empty.json["links"]["last"] == "/books?title=None&page=1")
            #expect(empty.json["links"]["prev"] == .null)
            let far = try await client.get("/books?page=100")
            #expect(far.json["links"]["prev"] == "/books?page=2")
        }
    }

    @Test func `links hold nothing that ends a URL, a header or a page`() async throws {
        try await withBooks(in: .none) { client in
            let query = "title%5Bne%5D=%22%3E%2C%3Cscript%3E%0D%0ASet-Cookie:%20a%3Db&limit=1"
            let answer = try await client.get("/books?\(query)")
            #expect(answer.status == 200)
            let link = try #require(answer.headers[.init("Link")!])
            #expect(link.hasPrefix("</books?\(query)>; rel=\"self\", "))
        }
    }

    @Test(arguments: [
        ("sort=title", "Antigone Beowulf Candide Dune Emma Faust"),
        ("sort=title,-title,-length", "Antigone Beowulf Candide Dune Emma Faust"),
        ("sort=-title", "Faust Emma Dune Candide Beowulf Antigone"),
        ("sort=rank,title", "Candide Antigone Emma Beowulf Dune Faust"),
        ("sort=-rank,-title", "Emma Antigone Candide Faust Dune Beowulf"),
        ("sort=", "Dune Emma Beowulf Candide Faust Antigone"),
    ])
    func `a list is sorted as asked`(query: String, titles: String) async throws {
        try await withBooks(Edition.listing { $0.limit(10) }) { client in
            let answer = try await client.get("/books?\(query)")
            #expect(answer.titles == titles)
        }
    }

    @Test(arguments: [
        ("sort=titel", ["sort does not know 'titel'; did you mean 'title'?"]),
        ("sort=id", ["sort does not know 'id'"]),
        ("sort=--title", ["sort does not know '-title'; did you mean 'title'?"]),
        ("sort=title,", ["sort does not know ''"]),
        ("sort=title,title,title,title,title,title,title,title", ["sort does not know 'title,title'"]),
        ("sort=title;DROP", ["sort does not know 'title;DROP'"]),
    ])
    func `an order that cannot be is refused`(query: String, messages: [String]) async throws {
        try await withBooks { client in
            let answer = try await client.get("/books?\(query)")
            #expect(answer.status == 400)
            #expect(answer.messages == messages)
        }
    }

    @Test func `envelopes`() async throws {
        try await withBooks(in: .named(one: "book", many: "books", success: true)) { client in
            let answer = try await client.get("/books?limit=1&fields=id")
            #expect(
                answer.text
                    == #"{"success":true,"books":[{"id":6}],"pagination":{"total":6,"page":1,"limit":1,"totalPages":6,"hasMore":true}}"#
            )
        }
        try await withBooks(in: .none) { client in
            let answer = try await client.get("/books?limit=2&page=2&fields=title")
            #expect(answer.text == #"[{"title":"Beowulf"},{"title":"Candide"}]"#)
            #expect(answer.headers[.init("X-Total-Count")!] == "6")
            #expect(
                answer.headers[.init("Link")!] == """
                    </books?limit=2&page=2&fields=title>; rel="self", </books?limit=2&fields=title&page=1>; rel="first", \
                    </books?limit=2&fields=title&page=1>; rel="prev", </books?limit=2&fields=title&page=3>; rel="next", \
                    </books?limit=2&fields=title&page=3>; rel="last"
                    """)
        }
    }

    @Test func `a list without pages holds all`() async throws {
        let listing = Edition.listing { $0.limit(nil) }
        try await withBooks(listing) { client in
            let answer = try await client.get("/all?fields=id&genre=poem")
            #expect(answer.text == #"{"data":[{"id":4},{"id":2},{"id":1}]}"#)
            for name in ["page", "limit", "cursor"] {
                #expect(try await client.get("/all?\(name)=1").messages == ["\(name) is not known here"])
            }
        }
        try await withBooks(listing, in: .none) { client in
            let answer = try await client.get("/all?genre=poem&fields=id")
            #expect(answer.text == #"[{"id":4},{"id":2},{"id":1}]"#)
            #expect(answer.headers[.init("X-Total-Count")!] == "3")
            #expect(answer.headers[.init("Link")!] == nil)
        }
    }
}
