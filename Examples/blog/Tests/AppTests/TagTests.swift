import ScaffoldTesting
import Testing

@testable import BlogApp
@testable import BlogDatabase

@Suite struct TagTests {
    @Test func `a tag is created, shown, listed, changed and removed`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let created = try await client.post("/api/tags", json: Tag.sampleInput())
            #expect(created.status == 201)
            let id = try #require(created.json["data"]["id"].int)

            let shown = try await client.get("/api/tags/\(id)")
            #expect(shown.status == 200)
            #expect(shown.json["data"]["id"] == .integer(id))

            let listed = try await client.get("/api/tags")
            #expect(listed.status == 200)
            #expect(listed.json["pagination"]["total"] == 1)
            #expect(listed.json["data"][0]["id"] == .integer(id))

            let changed = try await client.patch("/api/tags/\(id)", json: [:])
            #expect(changed.status == 200)

            let removed = try await client.delete("/api/tags/\(id)")
            #expect(removed.status == 204)
            let left = try await Tag.count()
            #expect(left == 0)
        }
    }

    @Test func `a tag without a name is refused`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let refused = try await client.post("/api/tags", json: [:])
            #expect(refused.status == 422)
            let fields = refused.json["errors"].array?.map { $0["path"] } ?? []
            #expect(fields.contains("name"))
            let stored = try await Tag.count()
            #expect(stored == 0)
        }
    }

    @Test func `a tag that does not exist is not found`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let answer = try await client.get("/api/tags/0")
            #expect(answer.status == 404)
        }
    }
}

extension BlogApp.Tag {
    /// Stores a tag that keeps every rule, with what it belongs to.
    static func sample() async throws -> Self {
        let number = Sample.number()
        return try await create(name: "Name\(number)")
    }

    /// What a request says of a tag that keeps every rule.
    static func sampleInput() async throws -> JSON {
        let number = Sample.number()
        return ["name": "Name\(number)"]
    }
}
