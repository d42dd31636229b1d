import ScaffoldTesting
import Testing

@testable import BlogApp
@testable import BlogDatabase

@Suite struct UserTests {
    @Test func `a user is created, shown, listed, changed and removed`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let created = try await client.post("/api/users", json: User.sampleInput())
            #expect(created.status == 201)
            #expect(created.json["data"]["firstName"] == "First name")
            #expect(created.json["data"]["lastName"] == "Last name")
            let id = try #require(created.json["data"]["id"].int)
            #expect(created.headers[.location] == "/api/users/\(id)")

            let shown = try await client.get("/api/users/\(id)")
            #expect(shown.status == 200)
            #expect(shown.json["data"]["id"] == .integer(id))

            let listed = try await client.get("/api/users")
            #expect(listed.status == 200)
            #expect(listed.json["pagination"]["total"] == 1)
            #expect(listed.json["data"][0]["id"] == .integer(id))

            let changed = try await client.patch("/api/users/\(id)", json: ["firstName": "First name2"])
            #expect(changed.status == 200)
            #expect(changed.json["data"]["firstName"] == "First name2")

            let removed = try await client.delete("/api/users/\(id)")
            #expect(removed.status == 204)
            let left = try await User.count()
            #expect(left == 0)
        }
    }

    @Test func `a user without an email is refused`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let refused = try await client.post("/api/users", json: [:])
            #expect(refused.status == 422)
            let fields = refused.json["errors"].array?.map { $0["path"] } ?? []
            #expect(fields.contains("email"))
            let stored = try await User.count()
            #expect(stored == 0)
        }
    }

    @Test func `a user that does not exist is not found`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let shown = try await client.get("/api/users/0")
            #expect(shown.status == 404)
            let changed = try await client.patch("/api/users/0", json: [:])
            #expect(changed.status == 404)
            let removed = try await client.delete("/api/users/0")
            #expect(removed.status == 404)
        }
    }

    @Test func `two users with the same email are refused`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let input = try await User.sampleInput()
            let first = try await client.post("/api/users", json: input)
            #expect(first.status == 201)
            let second = try await client.post("/api/users", json: input)
            #expect(second.status == 409)
        }
    }

    @Test func `a list of users refuses what it does not know`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let unknown = try await client.get("/api/users?nonsense=1")
            #expect(unknown.status == 400)
        }
    }

    @Test func `a user is not made of what is no JSON object`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let requests: [(HTTPRequest.Method, String)] = [
                (.post, "/api/users"),
                (.patch, "/api/users/0"),
            ]
            for (method, path) in requests {
                let broken = try await client.send(method, path, text: "{")
                #expect(broken.status == 400)
                let list = try await client.send(method, path, text: "[]")
                #expect(list.status == 400)
                let text = try await client.send(method, path, text: "{}", type: "text/plain")
                #expect(text.status == 415)
            }
            let unknown = try await client.post("/api/users", json: ["nonsense": 1])
            #expect(unknown.status == 422)
        }
    }

    @Test func `a method that users do not have is refused`() async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let answer = try await client.put("/api/users", json: [:])
            #expect(answer.status == 405)
            #expect(answer.headers[.allow] != nil)
        }
    }
}

extension User {
    /// Stores a user that keeps every rule, with what it belongs to.
    static func sample() async throws -> Self {
        let number = Sample.number()
        return try await create(
            email: "someone\(number)@example.com", password: "correct horse battery", firstName: "First name",
            lastName: "Last name")
    }

    /// What a request says of a user that keeps every rule.
    static func sampleInput() async throws -> JSON {
        let number = Sample.number()
        return [
            "email": "someone\(number)@example.com", "password": "correct horse battery", "firstName": "First name",
            "lastName": "Last name",
        ]
    }
}
