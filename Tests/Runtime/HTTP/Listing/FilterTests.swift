import ScaffoldHTTP
import ScaffoldTesting
import Testing

@Suite struct FilterTests {
    @Test(arguments: [
        ("", "Dune Emma Beowulf Candide Faust Antigone"), ("genre=poem", "Beowulf Faust Antigone"),
        ("genre[eq]=poem", "Beowulf Faust Antigone"), ("genre%5Bne%5D=poem", "Dune Emma Candide"),
        ("genre[in]=poem,novel&length[gt]=400", "Dune Emma"), ("genre[in]=poem%2Cessay", "Beowulf Faust Antigone"),
        ("length=300", "Candide"), ("length[gt]=300", "Dune Emma Beowulf"), ("length[gte]=500", "Dune Emma"),
        ("length[lt]=200", "Antigone"), ("length[lte]=200", "Faust Antigone"),
        ("length[gte]=200&length[lt]=400", "Candide Faust"), ("length[in]=100,600", "Dune Antigone"),
        ("length=100&length[eq]=200", ""), ("price=30", "Candide"),
        ("isOpen=false", "Antigone"), ("isOpen[ne]=true", "Antigone"),
        ("key=00000000-0000-0000-0000-000000000064", "Antigone"),
        ("printedAt[lte]=1970-04-11T00:00:00Z", "Antigone"), ("day=2026-11-15", "Emma"),
        ("day[gt]=2026-11-14", "Dune Emma"), ("title[like]=AN", "Candide Antigone"), ("title[like]=%25", ""),
        ("subtitle[like]=100%25", "Candide"), ("subtitle[like]=_", ""), ("title=emma", ""),
        ("subtitle[null]=true", "Emma Beowulf Faust Antigone"), ("subtitle[null]=false", "Dune Candide"),
        ("author=Anna", "Emma Candide Antigone"), ("author[in]=Anna,Bert&length=600", "Dune"),
        ("label=long", "Dune Emma Beowulf"), ("label=old&label[eq]=long", ""), ("label=long&genre=poem", "Beowulf"),
        ("city=Bern", "Dune Beowulf Faust"), ("city[like]=ER&label=old", "Beowulf Faust"),
        ("search=an", "Emma Candide Antigone"), ("search=100%25", "Candide"), ("search=bert", "Dune Beowulf Faust"),
        ("search=%25", "Candide"), ("search=&genre=&length[in]=&limit=50", "Dune Emma Beowulf Candide Faust Antigone"),
    ])
    func `a list holds what its parameters ask for`(query: String, titles: String) async throws {
        try await withBooks(Edition.listing { $0.limit(10) }) { client in
            let answer = try await client.get("/books?\(query)")
            #expect(answer.status == 200)
            #expect(answer.titles == titles)
            #expect(answer.json["pagination"]["total"].int == titles.split(separator: " ").count)
        }
    }

    @Test func `what is filtered by stays whole in the answer`() async throws {
        try await withBooks { client in
            let answer = try await client.get("/books?label=long&title=Beowulf")
            #expect(answer.json["data"][0]["labels"] == [["name": "old"], ["name": "long"]])
        }
    }

    @Test func `a list asks beside what the query asks for already`() async throws {
        try await withBooks { client in
            let answer = try await client.get("/authors/1/books?genre=novel&sort=title")
            #expect(answer.titles == "Candide Emma")
            #expect(answer.json["links"]["self"] == "/authors/1/books?genre=novel&sort=title")
        }
    }

    @Test(arguments: [
        ("genr=poem", ["genr is not known here; did you mean 'genre'?"]),
        ("sortt=title", ["sortt is not known here; did you mean 'sort'?"]),
        ("gnere[ne]=poem", ["gnere[ne] is not known here; did you mean 'genre[ne]'?"]),
        ("length[gtt]=1", ["length[gtt] is not known here; did you mean 'length[gt]'?"]),
        ("genre[gt]=poem", ["genre[gt] is not known here; did you mean 'genre[ne]'?"]),
        ("title[null]=true", ["title[null] is not known here; did you mean 'title[ne]'?"]),
        ("genre[]=poem", ["genre[] is not known here; did you mean 'genre[ne]'?"]),
        ("genre[in][in]=poem", ["genre[in][in] is not known here"]),
        ("genre[in=poem", ["genre[in is not known here; did you mean 'genre[in]'?"]),
        ("[in]=poem", ["[in] is not known here"]), ("cursor=x", ["cursor is not known here"]),
        ("genre=Poem", ["genre must be one of novel, essay, poem"]),
        ("genre[in]=poem,nove", ["genre[in] must be one of novel, essay, poem"]),
        ("genre[in]=poem,,novel", ["genre[in] names an empty value"]),
        ("length=1e3", ["length must be an integer"]), ("length[in]=1,x", ["length[in] must be an integer"]),
        ("length[gt]=99999999999999999999", ["length[gt] must be an integer"]),
        ("subtitle[null]=1", ["subtitle[null] must be true or false"]),
        ("isOpen[ne]=no", ["isOpen[ne] must be true or false"]), ("isOpen=1", ["isOpen must be true or false"]),
        ("printedAt[gt]=2026-02-30", ["printedAt[gt] must be a date in ISO 8601, such as 2026-11-20T09:30:00Z"]),
        ("key[ne]=1", ["key[ne] must be a UUID"]), ("genre=poem&genre=novel", ["genre is given twice"]),
        ("genre[in]=poem&genre%5Bin%5D=novel", ["genre[in] is given twice"]),
        ("title=%00", ["title is not encoded as a URL has it, in UTF-8"]),
        (
            "length=x&genre=y&foo=z",
            [
                "length must be an integer", "genre must be one of novel, essay, poem", "foo is not known here",
            ]
        ),
    ])
    func `what cannot be asked is refused by name`(query: String, messages: [String]) async throws {
        try await withBooks { client in
            let answer = try await client.get("/books?\(query)")
            #expect(answer.status == 400)
            #expect(answer.messages == messages)
        }
    }

    @Test func `what costs too much is refused`() async throws {
        try await withBooks { client in
            func messages(_ query: String) async throws -> [String] {
                let answer = try await client.get("/books?\(query)")
                #expect(answer.status == (answer.messages.isEmpty ? 200 : 400))
                return answer.messages
            }
            func list(_ count: Int) -> String { (1...count).map(String.init).joined(separator: ",") }
            #expect(try await messages("length[in]=\(list(100))") == [])
            #expect(try await messages("length[in]=\(list(101))") == ["length[in] may name 100 values at most"])
            let long = String(repeating: "a", count: 201)
            #expect(try await messages("search=\(long)") == ["search may have 200 characters at most"])
            #expect(try await messages("title[like]=\(long)") == ["title[like] may have 200 characters at most"])
            #expect(try await messages("title=\(String(repeating: "a", count: 7_000))") == [])
            let twenty = ["length", "price", "printedAt"].flatMap { name in
                ["", "[ne]", "[gt]", "[gte]", "[lt]", "[lte]", "[in]"].map { operation in
                    "\(name)\(operation)=" + (name == "printedAt" ? "2026-11-20" : "1")
                }
            }
            #expect(try await messages(twenty.dropLast().joined(separator: "&")) == [])
            #expect(
                try await messages(twenty.joined(separator: "&")) == ["query may ask for 20 conditions at most"])
            let many = try await messages((0..<500).map { "u\($0)[gt]=1" }.joined(separator: "&"))
            #expect(many.count == 20)
        }
    }
}
