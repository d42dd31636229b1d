import ScaffoldTesting
import Testing

@testable import BlogApp
@testable import BlogDatabase

@Suite struct ProfileTests {
    @Test func `a profile is created, shown, listed, changed and removed`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let created = try await client.post("/api/profiles", json: Profile.sampleInput())
            #expect(created.status == 201)
            let id = try #require(created.json["data"]["id"].int)
            #expect(created.headers[.location] == "/api/profiles/\(id)")

            let shown = try await client.get("/api/profiles/\(id)")
            #expect(shown.status == 200)
            #expect(shown.json["data"]["id"] == .integer(id))

            let listed = try await client.get("/api/profiles")
            #expect(listed.status == 200)
            #expect(listed.json["pagination"]["total"] == 1)
            #expect(listed.json["data"][0]["id"] == .integer(id))

            let changed = try await client.patch("/api/profiles/\(id)", json: ["bio": "Bio2"])
            #expect(changed.status == 200)
            #expect(changed.json["data"]["bio"] == "Bio2")

            let removed = try await client.delete("/api/profiles/\(id)")
            #expect(removed.status == 204)
            let left = try await Profile.count()
            #expect(left == 0)
        }
    }

    @Test func `a profile without a user id is refused`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let refused = try await client.post("/api/profiles", json: [:])
            #expect(refused.status == 422)
            let fields = refused.json["errors"].array?.map { $0["path"] } ?? []
            #expect(fields.contains("userId"))
            let stored = try await Profile.count()
            #expect(stored == 0)
        }
    }

    @Test func `a profile that does not exist is not found`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let shown = try await client.get("/api/profiles/0")
            #expect(shown.status == 404)
            let changed = try await client.patch("/api/profiles/0", json: [:])
            #expect(changed.status == 404)
            let removed = try await client.delete("/api/profiles/0")
            #expect(removed.status == 404)
        }
    }

    @Test func `two profiles with the same user id are refused`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let input = try await Profile.sampleInput()
            let first = try await client.post("/api/profiles", json: input)
            #expect(first.status == 201)
            let second = try await client.post("/api/profiles", json: input)
            #expect(second.status == 409)
        }
    }

    @Test func `a list of profiles refuses what it does not know`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let unknown = try await client.get("/api/profiles?nonsense=1")
            #expect(unknown.status == 400)
        }
    }

    @Test func `a profile is not made of what is no JSON object`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let requests: [(HTTPRequest.Method, String)] = [
                (.post, "/api/profiles"),
                (.patch, "/api/profiles/0"),
            ]
            for (method, path) in requests {
                let broken = try await client.send(method, path, text: "{")
                #expect(broken.status == 400)
                let list = try await client.send(method, path, text: "[]")
                #expect(list.status == 400)
                let text = try await client.send(method, path, text: "{}", type: "text/plain")
                #expect(text.status == 415)
            }
            let unknown = try await client.post("/api/profiles", json: ["nonsense": 1])
            #expect(unknown.status == 422)
        }
    }

    @Test func `a method that profiles do not have is refused`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let answer = try await client.put("/api/profiles", json: [:])
            #expect(answer.status == 405)
            #expect(answer.headers[.allow] != nil)
        }
    }
}

extension Profile {
    /// Stores a profile that keeps every rule, with what it belongs to.
    static func sample() async throws -> Self {
        try await create(userId: User.sample().id)
    }

    /// What a request says of a profile that keeps every rule.
    static func sampleInput() async throws -> JSON {
        try await ["userId": .integer(User.sample().id)]
    }
}
