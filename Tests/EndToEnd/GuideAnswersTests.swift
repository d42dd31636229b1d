import Foundation
import Testing

/// A blog whose schema asks for the answers of the development guide (`Tests/Schemas/guide.yml`): what its section 4
/// answers, to the letter, over HTTP.
@Suite(.timeLimit(.minutes(20))) struct GuideAnswersTests {
    @Test func `the answers of the guide, to the letter`() async throws {
        try await withTemporaryFolder { folder in
            let schema = Tool.repository.appending(path: "Tests/Schemas/guide.yml").path
            let created = try await Tool(folder: folder)("new", "guide", "--schema", schema)
            try #require(created.status == 0, "\(created.output)\(created.errors)")
            let tool = Tool(folder: folder.appending(path: "guide"))
            let migrated = try await tool("db:migrate")
            try #require(migrated.status == 0, "\(migrated.output)\(migrated.errors)")

            let server = try await Server(tool, port: Server.freePort())
            let guide = GuideWalk(server: server)
            try await guide.users()
            try await guide.posts()
            try await guide.refusals()
            // What the app cannot help: its tables are gone.
            let undone = try await tool("db:migrate:undo:all")
            try #require(undone.status == 0, "\(undone.output)\(undone.errors)")
            try await guide.failures()
            #expect(await server.stop() == 0)
        }
    }
}

/// The calls of the guide's section "Testing Endpoints with cURL", and what its controllers answer to mistakes.
private struct GuideWalk {
    let server: Server

    func users() async throws {
        let body: [String: Any] = [
            "email": "test@example.com", "password": "password123", "firstName": "Test", "lastName": "User",
        ]
        #expect(try await server.post("/api/users", body).status == 201)
        try await told("POST", "/api/users", body, 400, #"{"success":false,"error":"Email already registered"}"#)
        var plain = body
        plain["email"] = "other@example.com"
        plain["role"] = "admin"
        try await told("POST", "/api/users", plain, 400, #"{"success":false,"error":"role cannot be set"}"#)
    }

    func posts() async throws {
        let body: [String: Any] = [
            "title": "My Post", "content": "Post content here", "userId": 1, "tagNames": ["Tech", "Tutorial"],
        ]
        let author = #""author":{"id":1,"email":"test@example.com","firstName":"Test","lastName":"User"}"#
        let tags = #""tags":[{"id":1,"name":"Tech"},{"id":2,"name":"Tutorial"}]"#
        func post(_ title: String, _ content: String, _ author: String) -> String {
            #"{"id":1,"title":"\#(title)","content":"\#(content)","views":null,"userId":1,"#
                + #""createdAt":"…","updatedAt":"…",\#(author),\#(tags)}"#
        }
        let made = post("My Post", "Post content here", author)
        try await told("POST", "/api/posts", body, 201, #"{"success":true,"post":\#(made)}"#)
        try await told("GET", "/api/posts/1", nil, 200, #"{"success":true,"post":\#(made)}"#)
        let listed = post("My Post", "Post content here", author.replacing(#""email":"test@example.com","#, with: ""))
        let pagination = #""pagination":{"total":1,"page":1,"limit":10,"totalPages":1,"hasMore":false}"#
        try await told("GET", "/api/posts", nil, 200, #"{"success":true,"posts":[\#(listed)],\#(pagination)}"#)
        try await told(
            "GET", "/api/posts?tag=Tech&search=&userId=1", nil, 200,
            #"{"success":true,"posts":[\#(listed)],\#(pagination)}"#)
        let changed = post("Updated Title", "Updated content", author)
        try await told(
            "PUT", "/api/posts/1", ["title": "Updated Title", "content": "Updated content"], 200,
            #"{"success":true,"post":\#(changed)}"#)
    }

    func refusals() async throws {
        let missing = #"{"success":false,"error":"Post not found"}"#
        for path in ["/api/posts/99", "/api/posts/abc"] {
            try await told("GET", path, nil, 404, missing)
            try await told("PUT", path, ["title": "a"], 404, missing)
            try await told("DELETE", path, nil, 404, missing)
        }
        func wrong(_ body: [String: Any], _ text: String) async throws {
            try await told("POST", "/api/posts", body, 400, #"{"success":false,"error":"\#(text)"}"#)
        }
        try await wrong(["content": 1, "userId": 1], "Title is required")
        try await wrong(["title": "  ", "content": "a", "userId": 1], "Title is required")
        try await wrong(["title": "a", "content": 1, "userId": 1], "Content is a text")
        try await wrong(["title": "a", "content": "b", "userId": 1, "views": "1"], "Views are counted")
        try await wrong(["title": "a", "content": "b", "userId": 9], "userId refers to a record that does not exist")
        try await wrong(["title": "a", "content": "b", "userId": 1, "slug": "c"], "slug is not known")
        try await wrong(
            ["title": "a", "content": "b", "userId": 1, "tagNames": ["fine", " "]], "A tag has a name")
        try await told("PUT", "/api/posts/1", ["title": ""], 400, #"{"success":false,"error":"Title is required"}"#)
        try await told("PATCH", "/api/posts/1", ["id": 7], 400, #"{"success":false,"error":"id cannot be set"}"#)
        try await told("PATCH", "/api/users/1", ["role": "a"], 400, #"{"success":false,"error":"role cannot be set"}"#)
        try await told("GET", "/nowhere", nil, 404, #"{"success":false,"error":"There is nothing at /nowhere"}"#)
        try await told("DELETE", "/api/posts/1", nil, 200, #"{"success":true,"message":"Post deleted successfully"}"#)
    }

    func failures() async throws {
        func failed(_ method: String, _ path: String, _ text: String, _ body: [String: Any]? = nil) async throws {
            try await told(method, path, body, 500, #"{"success":false,"error":"\#(text)"}"#)
        }
        try await failed("GET", "/api/posts", "Failed to get posts")
        try await failed("GET", "/api/posts/1", "Failed to get post")
        try await failed("POST", "/api/posts", "Failed to create post", ["title": "a", "content": "b", "userId": 1])
        try await failed("PUT", "/api/posts/1", "Failed to update post", ["title": "a"])
        try await failed("DELETE", "/api/posts/1", "Failed to delete post")
    }

    /// Asks, and compares status and body; dates are shown as `…`.
    private func told(
        _ method: String, _ path: String, _ body: [String: Any]?, _ status: Int, _ text: String,
        line: Int = #line
    ) async throws {
        let answer = try await server.send(method, path, body)
        let place = SourceLocation(fileID: #fileID, filePath: #filePath, line: line, column: 1)
        #expect(answer.status == status, "\(method) \(path)", sourceLocation: place)
        let shown = String(decoding: answer.body, as: UTF8.self)
            .replacing(/"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"/, with: "\"…\"")
        #expect(shown == text, "\(method) \(path)", sourceLocation: place)
    }
}
