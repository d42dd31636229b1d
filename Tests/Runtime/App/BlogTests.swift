import ScaffoldRuntime
import ScaffoldTesting
import Testing

/// The sample app of the design, driven as a client would.
@Suite struct BlogTests {
    private func withBlog(_ body: (TestClient, User) async throws -> Void) async throws {
        try await withApp(makeApp(), migrations: migrations) { client in
            let user = try await User.create(
                email: "a@example.com", password: "password", firstName: "A", lastName: "B")
            try await body(client, user)
        }
    }

    @Test func `a post is created, shown, listed, changed and removed`() async throws {
        try await withBlog { client, user in
            let created = try await client.post(
                "/api/posts", json: ["title": " Title ", "content": "text", "userId": .integer(user.id)])
            #expect(created.status == 201)
            let id = try #require(created.json["data"]["id"].int)
            #expect(created.json["data"]["title"] == "Title")
            #expect(created.json["data"]["status"] == "draft")
            #expect(created.json["data"]["author"] == ["id": .integer(user.id), "firstName": "A", "lastName": "B"])
            #expect(created.json["data"]["tags"] == [])
            #expect(created.json["data"]["createdAt"].string?.hasSuffix("Z") == true)

            let shown = try await client.get("/api/posts/\(id)")
            #expect(shown.status == 200)
            #expect(shown.json == created.json)

            for (method, title) in [(HTTPRequest.Method.put, "Second"), (.patch, "Third")] {
                let changed = try await client.send(method, "/api/posts/\(id)", json: ["title": .string(title)])
                #expect(changed.status == 200)
                #expect(changed.json["data"]["title"].string == title)
                #expect(changed.json["data"]["content"] == "text")
            }

            let list = try await client.get("/api/posts")
            #expect(list.json["data"].array?.count == 1)
            #expect(
                list.json["pagination"] == ["total": 1, "page": 1, "limit": 20, "totalPages": 1, "hasMore": false])

            let removed = try await client.delete("/api/posts/\(id)")
            #expect(removed.status == 204)
            #expect(removed.body.isEmpty)
            #expect(try await client.get("/api/posts/\(id)").status == 404)
            #expect(try await client.delete("/api/posts/\(id)").status == 404)
        }
    }

    @Test func `tags are assigned by name and replaced`() async throws {
        try await withBlog { client, user in
            let body: JSON = [
                "title": "T", "content": "c", "userId": .integer(user.id), "tagNames": ["swift", "sql"],
            ]
            let created = try await client.post("/api/posts", json: body)
            let id = try #require(created.json["data"]["id"].int)
            #expect(
                Set(created.json["data"]["tags"].array?.compactMap { $0["name"].string } ?? []) == ["swift", "sql"])
            let changed = try await client.patch("/api/posts/\(id)", json: ["tagNames": ["sql", "new"]])
            #expect(Set(changed.json["data"]["tags"].array?.compactMap { $0["name"].string } ?? []) == ["sql", "new"])
            #expect(try await Tag.count() == 3)
            // A filter on tags keeps every tag in the answer.
            let list = try await client.get("/api/posts?tag=new")
            #expect(list.json["data"][0]["tags"].array?.count == 2)
            #expect(try await client.get("/api/posts?tag=swift").json["data"] == [])
            // Nothing is stored of a request that fails half way.
            let failed = try await client.patch("/api/posts/\(id)", json: ["title": nil, "tagNames": ["gone"]])
            #expect(failed.status == 422)
            #expect(try await Tag.count() == 3)
        }
    }

    @Test func `a list is paged, filtered and searched`() async throws {
        try await withBlog { client, user in
            for number in 1...25 {
                _ = try await Post.create(
                    title: "Post \(number)", content: number == 7 ? "100% é" : "text",
                    status: number <= 5 ? .published : .draft, userId: user.id)
            }
            let second = try await client.get("/api/posts?page=2&limit=10")
            #expect(second.json["data"].array?.count == 10)
            #expect(
                second.json["pagination"] == ["total": 25, "page": 2, "limit": 10, "totalPages": 3, "hasMore": true])
            #expect(try await client.get("/api/posts?page=4&limit=10").json["data"] == [])
            #expect(try await client.get("/api/posts?status=published").json["pagination"]["total"] == 5)
            #expect(try await client.get("/api/posts?search=0%25+%C3%89").json["pagination"]["total"] == 1)
            #expect(try await client.get("/api/posts?search=&status=").json["pagination"]["total"] == 25)
            #expect(try await client.get("/api/posts?userId=99").json["pagination"]["total"] == 0)
            let wrong = try await client.get("/api/posts?status=x&stat=1&page=0")
            #expect(wrong.status == 400)
            #expect(wrong.json["errors"].array?.compactMap { $0["path"].string } == ["status", "stat", "page"])
        }
    }

    @Test func `what is wrong with the types and with the rules is told together, once a field`() async throws {
        try await withBlog { client, _ in
            let answer = try await client.post(
                "/api/posts",
                json: [
                    "title": .string(String(repeating: "a", count: 201)), "content": nil, "userId": "1", "id": 7,
                    "x": 1,
                ])
            #expect(answer.status == 422)
            let paths = answer.json["errors"].array?.compactMap { $0["path"].string } ?? []
            #expect(Set(paths) == ["title", "content", "userId", "id", "x"])
            #expect(paths.count == 5)
            let stored = try await Post.count()
            #expect(stored == 0)
        }
    }

    @Test func `all that is wrong comes in the order of the attributes, whoever found it`() async throws {
        try await withBlog { client, _ in
            let long = JSON.string(String(repeating: "a", count: 256))
            let answer = try await client.post(
                "/api/users",
                json: [
                    "x": 1, "isActive": "yes", "lastName": nil, "firstName": long, "email": "a@", "password": "short",
                ])
            #expect(answer.status == 422)
            #expect(
                answer.json["errors"].array?.compactMap { $0["path"].string } == [
                    "email", "password", "firstName", "lastName", "isActive", "x",
                ])
            #expect(
                answer.json["errors"].array?.compactMap { $0["validator"].string } == [
                    "isEmail", "len", "len", "notNull", "type", "unknown",
                ])
            let fits = try await client.post(
                "/api/users",
                json: ["email": "b@example.com", "password": "password", "firstName": long, "lastName": "B"])
            #expect(fits.json["errors"].array?.count == 1)
            #expect(fits.json["errors"][0]["message"] == "firstName must be at most 255 characters long")
        }
    }

    @Test func `what is missing stays as it is, and null is a value`() async throws {
        try await withBlog { client, user in
            let post = try await Post.create(title: "T", content: "c", status: .published, userId: user.id)
            for method in [HTTPRequest.Method.put, .patch] {
                let nothing = try await client.send(method, "/api/posts/\(post.id)", json: [:])
                #expect(nothing.status == 200)
                #expect(nothing.json["data"]["title"] == "T")
                #expect(nothing.json["data"]["status"] == "published")
                let null = try await client.send(method, "/api/posts/\(post.id)", json: ["title": nil])
                #expect(null.status == 422)
                #expect(null.json["errors"][0]["validator"] == "notNull")
                for name in ["id", "createdAt", "updatedAt"] {
                    let made = try await client.send(method, "/api/posts/\(post.id)", json: [name: 1])
                    #expect(made.status == 422)
                    #expect(made.json["errors"][0]["validator"] == "writable")
                }
            }
        }
    }

    @Test func `the database's refusals are 409 and 422`() async throws {
        try await withBlog { client, user in
            let twice = try await client.post(
                "/api/users",
                json: ["email": "a@example.com", "password": "password", "firstName": "C", "lastName": "D"])
            #expect(twice.status == 409)
            #expect(
                twice.json["errors"] == [
                    [
                        "path": "email", "rule": "unique violation", "message": "Email already exists",
                        "validator": "unique",
                    ]
                ])
            let orphan = try await client.post("/api/posts", json: ["title": "T", "content": "c", "userId": 99])
            #expect(orphan.status == 422)
            #expect(orphan.json["errors"][0]["path"] == "userId")
            _ = try await Post.create(title: "T", content: "c", userId: user.id)
            #expect(try await client.delete("/api/users/\(user.id)").status == 409)
        }
    }

    @Test func `a password never comes out`() async throws {
        try await withBlog { client, _ in
            let created = try await client.post(
                "/api/users",
                json: ["email": "c@example.com", "password": "correct horse", "firstName": "C", "lastName": "D"])
            #expect(created.status == 201)
            #expect(created.json["data"].object?.names == ["id", "email", "role"])
            let user = try #require(try await User.findOne { $0.where { $0.email == "c@example.com" } })
            #expect(try await user.password.verify("correct horse"))
        }
    }

    @Test(arguments: ["x", "0", "-1", "1.0", "9223372036854775808", "%00", "..", "1%20", "' OR 1=1 --"])
    func `a key that cannot be is not found`(key: String) async throws {
        try await withBlog { client, _ in
            let path = "/api/posts/\(key.replacing(" ", with: "%20"))"
            for method in [HTTPRequest.Method.get, .patch, .delete] {
                let answer = try await client.send(method, path, json: [:])
                #expect(answer.status == (key == "%00" ? 400 : 404))
            }
        }
    }

    @Test(arguments: 0..<8)
    func `tests have databases of their own`(number: Int) async throws {
        try await withBlog { client, user in
            for _ in 0..<number { _ = try await Post.create(title: "T", content: "c", userId: user.id) }
            #expect(try await client.get("/api/posts").json["pagination"]["total"].int == number)
        }
    }
}
