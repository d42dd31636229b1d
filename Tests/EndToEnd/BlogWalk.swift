import Testing

/// What the development guide does in its sections 2 to 4 with a blog that has no rows yet, and what goes wrong there.
struct BlogWalk {
    let server: Server

    func callAsFunction() async throws {
        let (userID, otherID) = try await users()
        try await profiles(userID: userID)
        try await posts(userID: userID, otherID: otherID)
        try await badInput(userID: userID)
        try await cascade(userID: userID)
    }

    private func users() async throws -> (Int, Int) {
        let john = try await server.post(
            "/api/users",
            ["email": "John@Example.com", "password": "password123", "firstName": "John", "lastName": "Doe"])
        #expect(john.status == 201)
        #expect(john["data.email"] == "john@example.com")
        #expect(john["data.role"] == "user")
        #expect(john["data.isActive"] == true)
        #expect(!String(decoding: john.body, as: UTF8.self).contains("password"))
        let jane = try await server.post(
            "/api/users",
            ["email": "jane@example.com", "password": "password123", "firstName": "Jane", "lastName": "Roe"])
        let again = try await server.post(
            "/api/users",
            ["email": "john@example.com", "password": "password123", "firstName": "J", "lastName": "D"])
        #expect(again.status == 409)
        #expect(again["errors.0.path"] == "email")
        return (try #require(john["data.id"]), try #require(jane["data.id"]))
    }

    private func profiles(userID: Int) async throws {
        let body: [String: Any] = ["userId": userID, "bio": "Software Developer", "location": "San Francisco"]
        let profile = try await server.post("/api/profiles", body)
        #expect(profile.status == 201)
        #expect(profile["data.bio"] == "Software Developer")
        #expect(try await server.post("/api/profiles", body).status == 409)
        #expect(try await server.get("/api/profiles?userId=\(userID)")["data.0.location"] == "San Francisco")
    }

    private func posts(userID: Int, otherID: Int) async throws {
        let first = try await server.post(
            "/api/posts",
            ["title": "  First Post ", "content": "Über Swift", "userId": userID, "tagNames": ["Tech", "Tutorial"]])
        #expect(first.status == 201)
        #expect(first["data.title"] == "First Post")
        #expect(first["data.status"] == "draft")
        #expect(first["data.author.firstName"] == "John")
        #expect(first["data.tags.1.name"] == "Tutorial")
        let id = try #require(first["data.id", as: Int.self])
        for number in 2...25 {
            let post = try await server.post(
                "/api/posts",
                ["title": "Post \(number)", "content": "100% text", "userId": otherID, "tagNames": ["News"]])
            #expect(post.status == 201)
        }

        let list = try await server.get("/api/posts")
        #expect(list.status == 200)
        #expect(list["data", as: [Any].self]?.count == 20)
        #expect(list["data.0.title"] == "Post 25")
        #expect(list["data.0.author.lastName"] == "Roe")
        #expect(list["data.0.author.email", as: String.self] == nil)
        #expect(list["pagination.total"] == 25)
        #expect(list["pagination.totalPages"] == 2)
        #expect(list["pagination.hasMore"] == true)
        let second = try await server.get("/api/posts?page=2&limit=20")
        #expect(second["data", as: [Any].self]?.count == 5)
        #expect(second["pagination.hasMore"] == false)

        #expect(try await server.get("/api/posts?search=%C3%BCBER")["pagination.total"] == 1)
        #expect(try await server.get("/api/posts?search=100%25")["pagination.total"] == 24)
        #expect(try await server.get("/api/posts?search=")["pagination.total"] == 25)
        #expect(try await server.get("/api/posts?userId=\(userID)")["pagination.total"] == 1)
        let tagged = try await server.get("/api/posts?tag=Tech")
        #expect(tagged["pagination.total"] == 1)
        #expect(tagged["data.0.tags", as: [Any].self]?.count == 2)

        let shown = try await server.get("/api/posts/\(id)")
        #expect(shown["data.author.email"] == "john@example.com")

        let updated = try await server.put(
            "/api/posts/\(id)", ["title": "Changed", "status": "published", "tagNames": ["Tutorial", "Swift"]])
        #expect(updated.status == 200)
        #expect(updated["data.title"] == "Changed")
        #expect(updated["data.content"] == "Über Swift")
        let names = updated["data.tags", as: [[String: Any]].self]?.compactMap { $0["name"] as? String }
        #expect(names.map(Set.init) == ["Tutorial", "Swift"])
        #expect(try await server.get("/api/posts?status=published")["pagination.total"] == 1)
        #expect(try await server.get("/api/tags")["pagination.total"] == 4)
    }

    private func badInput(userID: Int) async throws {
        let empty = try await server.post("/api/posts", ["userId": userID, "titel": "x"])
        #expect(empty.status == 422)
        let paths = empty["errors", as: [[String: Any]].self]?.compactMap { $0["path"] as? String }
        #expect(paths.map(Set.init)?.isSuperset(of: ["title", "content", "titel"]) == true)
        #expect(try await server.post("/api/posts", ["title": 1, "content": "x", "userId": userID]).status == 422)
        #expect(
            try await server.post("/api/posts", ["title": "x", "content": "x", "userId": 999_999]).status == 422)
        #expect(try await server.get("/api/posts/999999").status == 404)
        #expect(try await server.get("/api/posts/abc").status == 404)
        #expect(try await server.get("/api/posts?page=0").status == 400)
        #expect(try await server.get("/api/posts?colour=red").status == 400)
        let method = try await server.delete("/api/posts")
        #expect(method.status == 405)
        #expect(method.headers["allow"]?.contains("POST") == true)
    }

    private func cascade(userID: Int) async throws {
        let posts = try await server.get("/api/posts?userId=\(userID)")
        let id = try #require(posts["data.0.id", as: Int.self])
        #expect(try await server.delete("/api/users/\(userID)").status == 204)
        #expect(try await server.get("/api/posts/\(id)").status == 404)
        #expect(try await server.get("/api/profiles?userId=\(userID)")["pagination.total"] == 0)
        #expect(try await server.delete("/api/users/\(userID)").status == 404)
    }
}
