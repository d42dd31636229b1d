import ScaffoldTesting
import Testing

@testable import BlogApp
@testable import BlogDatabase

@Suite struct PostTests {
    @Test func `a post is created, shown, listed, changed and removed`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let created = try await client.post("/api/posts", json: Post.sampleInput())
            #expect(created.status == 201)
            #expect(created.json["data"]["title"] == "Title")
            #expect(created.json["data"]["content"] == "Content")
            #expect(created.json["data"]["tags"].array?.count == 2)
            let id = try #require(created.json["data"]["id"].int)
            #expect(created.headers[.location] == "/api/posts/\(id)")

            let shown = try await client.get("/api/posts/\(id)")
            #expect(shown.status == 200)
            #expect(shown.json["data"]["id"] == .integer(id))

            let listed = try await client.get("/api/posts")
            #expect(listed.status == 200)
            #expect(listed.json["pagination"]["total"] == 1)
            #expect(listed.json["data"][0]["id"] == .integer(id))

            let changed = try await client.patch("/api/posts/\(id)", json: ["title": "Title2"])
            #expect(changed.status == 200)
            #expect(changed.json["data"]["title"] == "Title2")

            let removed = try await client.delete("/api/posts/\(id)")
            #expect(removed.status == 204)
            let left = try await Post.count()
            #expect(left == 0)
        }
    }

    @Test func `a post without a title is refused`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let refused = try await client.post("/api/posts", json: [:])
            #expect(refused.status == 422)
            let fields = refused.json["errors"].array?.map { $0["path"] } ?? []
            #expect(fields.contains("title"))
            let stored = try await Post.count()
            #expect(stored == 0)
        }
    }

    @Test func `a post that does not exist is not found`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let shown = try await client.get("/api/posts/0")
            #expect(shown.status == 404)
            let changed = try await client.patch("/api/posts/0", json: [:])
            #expect(changed.status == 404)
            let removed = try await client.delete("/api/posts/0")
            #expect(removed.status == 404)
        }
    }

    @Test func `a list of posts refuses what it does not know`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let unknown = try await client.get("/api/posts?nonsense=1")
            #expect(unknown.status == 400)
        }
    }

    @Test func `a post is not made of what is no JSON object`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let requests: [(HTTPRequest.Method, String)] = [
                (.post, "/api/posts"),
                (.patch, "/api/posts/0"),
            ]
            for (method, path) in requests {
                let broken = try await client.send(method, path, text: "{")
                #expect(broken.status == 400)
                let list = try await client.send(method, path, text: "[]")
                #expect(list.status == 400)
                let text = try await client.send(method, path, text: "{}", type: "text/plain")
                #expect(text.status == 415)
            }
            let unknown = try await client.post("/api/posts", json: ["nonsense": 1])
            #expect(unknown.status == 422)
        }
    }

    @Test func `a method that posts do not have is refused`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let answer = try await client.put("/api/posts", json: [:])
            #expect(answer.status == 405)
            #expect(answer.headers[.allow] != nil)
        }
    }
}

extension Post {
    /// Stores a post that keeps every rule, with what it belongs to.
    static func sample() async throws -> Self {
        try await create(title: "Title", content: "Content", userId: User.sample().id)
    }

    /// What a request says of a post that keeps every rule.
    static func sampleInput() async throws -> JSON {
        try await [
            "title": "Title", "content": "Content", "userId": .integer(User.sample().id),
            "tagNames": ["Name1", "Name2"],
        ]
    }
}
