import Testing

@testable import scaffold

@Suite struct ListingGenerationTests {
    /// The controller of the model A.
    private func controller(_ models: String) throws -> String {
        try GeneratedApp(Schemas.read(models: models)).text("Controllers/AController.swift")
    }

    @Test func `a list asks as its listing says`() throws {
        let text = try controller(
            """
              A:
                attributes: {title: "string!", body: text, class: "enum(x, y)! =x", secret: {type: string, readable: none}}
                associations: {b: {belongsTo: B}, cs: {belongsToMany: C, through: AC}}
                routes:
                  filter: [class, bId, {city: b.d.name}, {label: cs.name}]
                  search: [title, b.d.name, body, b.name]
                  order: [-createdAt, b.name]
                  include: [b, cs]
              AC: {associations: {a: {belongsTo: A}, c: {belongsTo: C}}}
              B: {attributes: {name: string}, associations: {d: {belongsTo: D}}}
              C: {attributes: {name: string}}
              D: {attributes: {name: string}}
            """)
        #expect(
            text.contains(
                """
                    func list(_ request: Request) async throws -> Response {
                        let query = try request.query(A.listing)
                        let `as` = try await A.findAndCountAll(as: AView.self) { try $0.list(query) }
                        return try .json(`as`, for: query)
                    }

                """), "\(text)")
        #expect(
            text.contains(
                #"""
                extension A {
                    /// What `GET /api/as` may be asked.
                    static let listing = Listing<A> {
                        $0.filter("class", \.class)
                        $0.filter("bId", \.bId)
                        $0.through(\.b) { $0.filter("city", through: \.d) { $0.name } }
                        $0.filter("label", through: \.cs) { $0.name }
                        $0.search { [$0.title, $0.body] }
                        $0.through(\.b) { $0.through(\.d) { $0.search { [$0.name] } } }
                        $0.through(\.b) { $0.search { [$0.name] } }
                        $0.order(by: \.createdAt, .descending)
                        $0.order(by: \.b, \.name)
                        $0.sort(\.createdAt, \.id)
                        $0.fields("id", "title", "body", "class", "bId", "createdAt", "updatedAt", "b", "cs")
                        $0.include("b", "cs")
                        $0.limit(20)
                    }
                }
                """#), "\(text)")
    }

    @Test(arguments: [
        ("limit: none", "A.findAll { try $0.list(query) }", "$0.limit(nil)\n    }"),
        ("pages: cursor", "A.findPage { try $0.list(query) }", "$0.limit(20)\n        $0.pages(.cursor)\n"),
        ("limit: 5", "A.findAndCountAll { try $0.list(query) }", "$0.limit(5)\n    }"),
        ("sort: []", "A.findAndCountAll { try $0.list(query) }", "$0.order(by: \\.id)\n        $0.fields("),
    ])
    func `how a list is cut into pages`(routes: String, call: String, listing: String) throws {
        let text = try controller("  A: {attributes: {title: string}, routes: {\(routes)}}")
        #expect(text.contains(call) && text.contains(listing), "\(text)")
        let test = try GeneratedApp(Schemas.read(models: "  A: {attributes: {title: string}, routes: {\(routes)}}"))
            .text("ATests.swift")
        #expect(test.contains(#"listed.json["pagination"]["total"]"#) == call.contains("Count"))
    }

    @Test func `what may not be read can neither be chosen nor sorted by`() throws {
        let text = try controller(
            "  A: {attributes: {pin: password, x: {type: string, readable: none}}, routes: {order: [x]}}")
        #expect(text.contains(#"$0.order(by: \.x)"#) && text.contains(#"$0.sort(\.id)"#))
        #expect(text.contains(#"$0.fields("id", "createdAt", "updatedAt")"#))
    }

    @Test func `a model without a list has no listing`() throws {
        #expect(try !controller("  A: {routes: {except: list}}").contains("listing"))
    }
}
