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
            let answer = try await client.get("/api/profiles/0")
            #expect(answer.status == 404)
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
