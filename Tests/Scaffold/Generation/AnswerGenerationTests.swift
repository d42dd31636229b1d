import Testing

@testable import scaffold

/// What `api.envelope`, `api.errors` and texts make of an app.
@Suite struct AnswerGenerationTests {
    private func app(_ api: String, texts: String = "{}") throws -> GeneratedApp {
        try GeneratedApp(
            Schemas.read(
                """
                name: app
                api: \(api)
                models:
                  Post: {attributes: {title: string!}, routes: {texts: \(texts)}}
                """))
    }

    @Test func `an app that says nothing answers as before`() throws {
        let app = try app("{}")
        let controller = try app.text("PostController.swift")
        #expect(!controller.contains("envelope") && controller.contains("return .noContent"))
        #expect(controller.contains("let post = try await Post.create(input)\n"))
        #expect(controller.contains("return .created(post).located(at: \"/api/posts\", post.id)"))
        #expect(try app.text("Errors.swift").contains("static let app = ErrorFormat.problemDetails\n"))
        #expect(try app.text("PostRoutes.swift").contains("routes.get(\"/posts\", .list(Post.listing), posts.list)"))
    }

    @Test func `named answers stand in an envelope, with the texts of the schema`() throws {
        let app = try app(
            "{envelope: named, success: true}",
            texts: "{create: {201: 'New \"post\"'}, update: {200: Changed}, destroy: {200: Post deleted successfully}}")
        let text = try app.text("PostController.swift")
        #expect(text.contains("    /// The shape of answers: `{\"success\": true, \"post\": …}`.\n"))
        #expect(
            text.contains(
                "    static let envelope = Envelope.named(one: \"post\", many: \"posts\", success: true)\n"))
        #expect(text.contains("return try .json(posts, for: query, in: Self.envelope)"))
        #expect(text.contains("return .json(try post.orNotFound(\"Post\"), in: Self.envelope)"))
        #expect(text.contains("return .created(post, in: Self.envelope, message: \"New \\\"post\\\"\")"))
        #expect(text.contains("return .json(post, in: Self.envelope, message: \"Changed\")"))
        #expect(text.contains("return .message(\"Post deleted successfully\", in: Self.envelope)"))
    }

    @Test func `bare answers and another status`() throws {
        let bare = try app("{envelope: none}", texts: "{create: {200: Sent}}").text("PostController.swift")
        #expect(bare.contains("static let envelope = Envelope.none\n"))
        #expect(bare.contains("return .json(post, in: Self.envelope, message: \"Sent\")"))
        let success = try app("{envelope: none, success: true}").text("PostController.swift")
        #expect(success.contains("static let envelope = Envelope(success: true)\n"))
    }

    @Test func `texts of errors stand on the routes`() throws {
        let text = try app("{}", texts: "{show: {500: Failed, 404: 'Post \\(1)'}, update: {404: No}}")
            .text("PostRoutes.swift")
        #expect(
            text.contains(
                """
                        routes.get(
                            "/posts/:id",
                            .show(Post.self)
                                .text(404, "Post \\\\(1)")
                                .text(500, "Failed"),
                            posts.show)
                """), "\(text)")
        #expect(text.ranges(of: ".text(404, \"No\"),").count == 2)
        #expect(text.contains("routes.delete(\"/posts/:id\", .destroy(Post.self), posts.destroy)"))
    }

    @Test(
        arguments: [
            ("{shape: message}", "ErrorFormat(.message)", "`{\"message\": …}`"),
            (
                "{shape: error, success: false, validation: 400, duplicate: 400, first: true}",
                "ErrorFormat(.error, success: false, validation: .badRequest, duplicate: .badRequest, first: true)",
                "`{\"success\": false, \"error\": …}`"
            ),
            ("{duplicate: 422}", "ErrorFormat(.problem, duplicate: .unprocessableContent)", "RFC 9457"),
            (
                "{texts: {500: 'a \"b\"', 404: c}}",
                "ErrorFormat(.problem, texts: [404: \"c\", 500: \"a \\\"b\\\"\"])", "RFC 9457"
            ),
        ])
    func `the file of errors says what the schema asks for`(errors: String, value: String, comment: String) throws {
        let text = try app("{errors: \(errors)}").text("Errors.swift")
        #expect(text.contains("    static let app = \(value)\n"), "\(text)")
        #expect(text.contains(comment))
    }

    @Test func `the file of errors follows the schema`() throws {
        let file = try #require(try app("{}").files.first { $0.path == "Sources/App/Errors.swift" })
        #expect(file.kind == .followed)
    }

    @Test func `sentences of unique values stand in the table`() throws {
        let schema = try Schemas.read(
            models: """
                  A:
                    attributes: {x: {type: string, unique: {msg: "Taken \\\\(1)"}}, y: integer}
                    indexes: [{fields: [x, y], unique: true, msg: Both taken}]
                """)
        let text = try GeneratedApp(schema).text("A+Storage.swift")
        #expect(text.contains("        $0.unique(\"x\", message: \"Taken \\\\(1)\")\n"))
        #expect(text.contains("        $0.unique(\"x\", \"y\", message: \"Both taken\")\n"))
    }

    @Test func `tests ask for the shape that the app answers with`() throws {
        let named = try app(
            "{envelope: named, errors: {shape: error, validation: 400, first: true}}", texts: "{destroy: {200: Gone}}"
        ).text("PostTests.swift")
        #expect(named.contains("created.json[\"post\"][\"id\"]") && named.contains("listed.json[\"posts\"][0][\"id\"]"))
        #expect(named.contains("removed.status == 200") && named.contains("refused.status == 400"))
        #expect(!named.contains("fields.contains"))
        let bare = try app("{envelope: none}", texts: "{create: {201: Sent}}").text("PostTests.swift")
        #expect(bare.contains("shown.json[\"id\"]") && bare.contains("listed.json[0][\"id\"]"))
        #expect(!bare.contains("pagination") && bare.contains("let sample = try await Post.sample()"))
    }

    @Test(
        arguments: [
            "{envelope: named, success: true, errors: {shape: error, success: false, validation: 400, first: true}}",
            "{envelope: none, errors: {texts: {500: \(String(repeating: "very long words ", count: 12))}}}",
        ])
    func `every file passes the strict linter and the parser, with texts of any length`(api: String) async throws {
        let long = String(repeating: "very long words ", count: 12)
        let app = try app(
            api, texts: "{create: {200: \(long), 409: \(long)}, show: {404: No, 500: Failed}, destroy: {200: \(long)}}")
        let complaints = try await SwiftTools.complaints(of: app)
        #expect(complaints == "")
    }
}
