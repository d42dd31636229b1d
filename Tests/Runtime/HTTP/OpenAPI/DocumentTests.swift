import ScaffoldHTTP
import ScaffoldStorage
import ScaffoldTesting
import Testing

/// The document that an app makes of its routes.
@Suite struct DocumentTests {
    private func document(
        errors: ErrorFormat = .problemDetails, prefix: String = "/api", _ add: (inout Routes) -> Void
    ) -> JSON {
        var routes = Routes(prefix: prefix)
        add(&routes)
        return OpenAPIDocument(title: "library", routes: routes.all, errors: errors).json()
    }

    private func books(_ routes: inout Routes) {
        let answer: Handler = { _ in .noContent }
        routes.post("/books", .create(Book.self, as: BookView.self), answer)
        routes.get("/books/:id", .show(BookView.self), answer)
        routes.put("/books/:id", .update(Book.self), answer)
        routes.patch("/books/:id", .update(Book.self), answer)
        routes.delete("/books/:id", .destroy(Book.self), answer)
    }

    @Test func `a route is documented with its captures, answers and errors`() {
        let document = document(books)
        #expect(document["openapi"] == "3.1.0")
        #expect(document["info"]["title"] == "library")
        #expect(document["servers"][0]["url"] == "/")
        let show = document["paths"]["/api/books/{id}"]["get"]
        #expect(show["operationId"] == "showBook")
        #expect(show["tags"] == ["Book"])
        #expect(show["summary"] == "Show a book")
        #expect(show["parameters"][0]["name"] == "id")
        #expect(show["parameters"][0]["schema"]["type"] == "integer")
        #expect(show["parameters"][0]["schema"]["maximum"] == 2_147_483_647)
        #expect(show["responses"].object?.names == ["200", "404", "500", "503"])
        let body = show["responses"]["200"]["content"]["application/json"]
        #expect(body["schema"]["properties"]["data"]["$ref"] == "#/components/schemas/BookView")
        #expect(show["responses"]["404"]["$ref"] == "#/components/responses/NotFound")
        let create = document["paths"]["/api/books"]["post"]
        #expect(create["responses"].object?.names == ["201", "400", "409", "413", "415", "422", "500", "503"])
        #expect(document["paths"]["/api/books/{id}"]["delete"]["responses"]["204"]["content"] == .null)
    }

    @Test func `operations have names of their own`() {
        let document = document { routes in
            books(&routes)
            routes.get("/books/newest", .show(BookView.self)) { _ in .noContent }
            routes.get("/books/oldest", .show(BookView.self).id("oldest")) { _ in .noContent }
            routes.get("/books/any") { _ in .noContent }
        }
        let paths = document["paths"]
        #expect(paths["/api/books/{id}"]["put"]["operationId"] == "putBook")
        #expect(paths["/api/books/{id}"]["patch"]["operationId"] == "updateBook")
        #expect(paths["/api/books/newest"]["get"]["operationId"] == "showBooksNewest")
        #expect(paths["/api/books/oldest"]["get"]["operationId"] == "oldest")
        #expect(paths["/api/books/any"]["get"]["operationId"] == "getBooksAny")
        #expect(paths["/api/books/any"]["get"]["responses"]["default"]["description"].string != nil)
    }

    @Test func `a route below a record of another model says whose record it is`() {
        let document = document { routes in
            books(&routes)
            routes.post("/writers/:id/books", .create(Book.self).below(\Writer.Associations.books)) { _ in .noContent }
            routes.get("/writers/:id/any") { _ in .noContent }
            routes.post("/books/bulk", .bulkCreate(Book.self)) { _ in .noContent }
        }
        let create = document["paths"]["/api/writers/{id}/books"]["post"]
        #expect(create["operationId"] == "createWritersBooks")
        #expect(create["parameters"][0]["schema"]["format"] == "uuid")
        #expect(create["responses"]["404"]["$ref"].string != nil)
        let body = create["requestBody"]["content"]["application/json"]["schema"]["$ref"]
        #expect(body == "#/components/schemas/BookInput2")
        #expect(document["components"]["schemas"]["BookInput2"]["properties"]["writerId"] == .null)
        #expect(document["paths"]["/api/writers/{id}/any"]["get"]["parameters"][0]["schema"]["format"] == "uuid")
        let bulk = document["paths"]["/api/books/bulk"]["post"]
        #expect(
            bulk["requestBody"]["content"]["application/json"]["schema"]["items"]["$ref"]
                == "#/components/schemas/BookInput")
        #expect(
            bulk["responses"]["201"]["content"]["application/json"]["schema"]["properties"]["data"]["type"] == "array")
    }

    @Test func `a body has the columns that can be set, with their types and rules`() throws {
        let schemas = document(books)["components"]["schemas"]
        let input = schemas["BookInput"]
        #expect(input["additionalProperties"] == false)
        #expect(input["required"] == ["title"])
        let properties = input["properties"]
        #expect(
            properties.object?.names == ["title", "genre", "shelf", "code", "price", "writerId", "labels"])
        #expect(properties["title"]["minLength"] == 3)
        #expect(properties["title"]["maxLength"] == 100)
        let pattern = try Pattern(try #require(properties["title"]["pattern"].string))
        #expect(pattern.matches(" abc ") && !pattern.matches(" ab  "))
        #expect(properties["genre"] == ["type": "string", "enum": ["novel", "essay"], "default": "novel"])
        #expect(properties["shelf"]["type"] == ["integer", "null"])
        #expect(properties["shelf"]["enum"] == [0, 1, nil])
        #expect(properties["code"]["pattern"] == "^[A-Z]{2}-[0-9]+$")
        #expect(properties["price"]["pattern"] == #"^[-+]?[0-9]{1,4}(\.[0-9]{1,2})?$"#)
        #expect(properties["writerId"]["minimum"] == 1)
        #expect(properties["labels"] == ["type": "array", "items": ["type": "string"]])
        #expect(schemas["BookUpdate"]["required"] == .null)
        #expect(schemas["BookUpdate"]["properties"]["genre"]["default"] == .null)
    }

    @Test func `an answer has the members that the code writes`() {
        let schemas = document { routes in
            books(&routes)
            routes.get("/writers/:id", .show(WriterView.self)) { _ in .noContent }
        }["components"]["schemas"]
        let view = schemas["BookView"]
        #expect(view["required"] == ["id", "genre", "writer"])
        #expect(view["properties"]["genre"]["$ref"] == "#/components/schemas/Genre")
        #expect(
            view["properties"]["writer"]["anyOf"]
                == [["$ref": "#/components/schemas/BookView.Name"], ["type": "null"]])
        #expect(schemas["BookView.Name"]["properties"]["id"]["format"] == "uuid")
        #expect(schemas["Genre"]["enum"] == ["novel", "essay"])
        #expect(schemas["Shelf"] == ["type": "integer", "enum": [0, 1], "x-enum-varnames": ["open", "locked"]])
        let book = schemas["Book"]["properties"]
        #expect(book.object?.names == ["id", "title", "genre", "shelf", "price", "createdAt", "extras"])
        #expect(book["createdAt"]["format"] == "date-time")
        #expect(book["extras"]["properties"]["words"]["type"] == "integer")
        #expect(schemas["WriterView"]["properties"]["books"]["items"]["$ref"] == "#/components/schemas/BookView")
    }

    @Test func `a password is written only, and an email address is one`() {
        let document = document { $0.post("/writers", .create(Writer.self)) { _ in .noContent } }
        let input = document["components"]["schemas"]["WriterInput"]["properties"]
        #expect(input["password"]["writeOnly"] == true)
        #expect(input["email"]["format"] == "email")
        #expect(input["id"] == .null)
        #expect(document["components"]["schemas"]["Writer"]["properties"].object?.names == ["id", "email"])
    }

    @Test func `a new record leads to what can be done with it`() {
        let created = document(books)["paths"]["/api/books"]["post"]["responses"]["201"]
        let link = created["links"]["showBook"]
        #expect(link["operationId"] == "showBook")
        #expect(link["parameters"]["id"] == "$response.body#/data/id")
        #expect(created["links"].object?.names == ["showBook", "putBook", "updateBook", "destroyBook"])
    }

    @Test func `examples are allowed by their schemas`() {
        let document = document(books)
        let body = document["paths"]["/api/books"]["post"]["requestBody"]["content"]["application/json"]["example"]
        #expect(body["title"] == "Title")
        #expect(body["genre"] == "novel")
        #expect(body["shelf"] == 0)
        #expect(body["writerId"] == 1)
        #expect(body["price"].string != nil)
        #expect(body["code"].string?.firstMatch(of: /^[A-Z]{2}-[0-9]+$/) != nil)
    }

    @Test func `errors are described as the app's format answers them`() {
        let problem = document(books)["components"]
        #expect(problem["schemas"]["Problem"]["required"] == ["type", "title", "status", "detail", "requestId"])
        let conflict = problem["responses"]["Conflict"]["content"]["application/problem+json"]
        #expect(conflict["schema"]["$ref"] == "#/components/schemas/Problem")
        #expect(conflict["example"]["status"] == 409)
        #expect(problem["responses"]["MethodNotAllowed"]["headers"]["Allow"]["$ref"].string != nil)

        let own = ErrorFormat { problem, _ in
            .object(status: problem.status == .unprocessableContent ? .badRequest : problem.status) {
                $0.member("error", problem.detail)
            }
        }
        let other = document(errors: own, books)
        #expect(
            other["components"]["schemas"]["Problem"]
                == ["type": "object", "properties": ["error": ["type": "string"]], "required": ["error"]])
        let names = other["paths"]["/api/books"]["post"]["responses"].object?.names
        #expect(names == ["201", "400", "409", "413", "415", "500", "503"])
    }

    @Test func `texts of a route stand in its answers`() {
        let document = document { routes in
            routes.delete(
                "/books/:id", .destroy(Book.self).text(200, "Book deleted").text(404, "No such book")
            ) { _ in .noContent }
        }
        let responses = document["paths"]["/api/books/{id}"]["delete"]["responses"]
        #expect(responses["204"] == .null)
        #expect(
            responses["200"]["content"]["application/json"]["schema"]["properties"].object?.names == ["message"])
        #expect(responses["404"]["description"] == "No such book")
    }

    @Test(arguments: [
        (Envelope.data, "{\"data\""), (.named(one: "book", many: "books", success: true), "{\"success\""),
    ])
    func `an answer is in its envelope`(envelope: Envelope, beginning: String) {
        let document = document { $0.get("/books/:id", .show(BookView.self, in: envelope)) { _ in .noContent } }
        let content = document["paths"]["/api/books/{id}"]["get"]["responses"]["200"]["content"]["application/json"]
        #expect(content["schema"]["properties"].description.hasPrefix(beginning))
        #expect(content["example"].description.hasPrefix(beginning))
    }

    @Test func `a middleware says what it changes`() {
        struct Guarded: Middleware {
            func handle(_ request: Request, next: @escaping Handler) async throws -> Response {
                try await next(request)
            }
            func describe(_ operation: Operation) -> Operation {
                var operation = operation.fails(401)
                operation.security = [SecurityScheme("bearer", ["type": "http", "scheme": "bearer"])]
                return operation
            }
        }
        let document = document { $0.group(middleware: Guarded()) { books(&$0) } }
        let show = document["paths"]["/api/books/{id}"]["get"]
        #expect(show["responses"]["401"]["$ref"] == "#/components/responses/Unauthorized")
        #expect(show["security"] == [["bearer": []]])
        #expect(document["components"]["securitySchemes"]["bearer"]["scheme"] == "bearer")
    }

    @Test func `a type says itself what it is like`() {
        struct Odd: JSONEncodable, JSONSchemaConvertible {
            static let jsonSchema = JSONSchema(["type": "string", "pattern": "^odd"])
            func encode(to json: inout JSONWriter) { json.string("odd") }
        }
        let odd = Operation("Odd").answers(200, Odd.self, in: .none)
        let document = document { $0.get("/odd", odd) { _ in .noContent } }
        let content = document["paths"]["/api/odd"]["get"]["responses"]["200"]["content"]["application/json"]
        #expect(content["schema"]["pattern"] == "^odd")
    }

    @Test func `the document is served, and is no part of itself`() async throws {
        let client = try client {
            books(&$0)
            $0.addOpenAPI(title: "library", errors: .problemDetails)
        }
        let first = try await client.get("/openapi.json")
        #expect(first.status == 200)
        #expect(first.headers[.contentType] == "application/json")
        #expect(first.json["paths"]["/openapi.json"] == .null)
        #expect(first.json["paths"]["/books"]["post"]["operationId"] == "createBook")
        let again = try await client.get("/openapi.json")
        #expect(again.json == first.json)
    }

    @Test func `a document for people has a line for each member`() throws {
        let json: JSON = ["a": ["b": [1, 2], "c": [["d": nil]], "e": [:]]]
        #expect(
            json.indented
                == """
                {
                  "a": {
                    "b": [1, 2],
                    "c": [
                      {
                        "d": null
                      }
                    ],
                    "e": {}
                  }
                }
                """)
        #expect(try JSON(parsing: json.indented) == json)
    }
}
