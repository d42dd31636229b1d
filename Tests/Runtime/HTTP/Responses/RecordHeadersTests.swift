import Foundation
import ScaffoldHTTP
import ScaffoldStorage
import ScaffoldTesting
import Testing

@Suite struct RecordHeadersTests {
    @Test(
        arguments: [
            ([7], "/notes/7"), (["a b/c?d#e%"], "/notes/a%20b%2Fc%3Fd%23e%25"), (["é~-._"], "/notes/%C3%A9~-._"),
            (["A", 12], "/notes/A/12"), ([true], "/notes/true"), ([""], nil), ([nil as Int?], nil),
            ([1, nil as Int?], nil),
        ] as [([any ColumnValue], String?)])
    func `the path of a record has its key encoded, or is not said`(key: [any ColumnValue], path: String?) {
        let answer =
            key.count == 1
            ? Response.noContent.located(at: "/notes", key[0])
            : Response.noContent.located(at: "/notes", key[0], key[1])
        #expect(answer.headers[.location] == path)
    }

    @Test func `a path leads back to its record`() async throws {
        let uuid = UUID()
        let client = try client {
            $0.post("/") { _ in .created(1).located(at: "/notes", uuid, "a/b c") }
            $0.get("/notes/:key/:text") { request in
                .json([try request.id("key", as: UUID.self).uuidString, try request.id("text", as: String.self)])
            }
        }
        let created = try await client.post("/")
        #expect(created.status == 201)
        let path = try #require(created.headers[.location])
        #expect(path == "/notes/\(uuid.uuidString.lowercased())/a%2Fb%20c")
        #expect(try await client.get(path).json["data"] == [.string(uuid.uuidString), "a/b c"])
    }

    @Test func `several new records are 201`() async throws {
        let client = try client { $0.post("/") { _ in .created(all: [1, 2]) } }
        let answer = try await client.post("/")
        #expect(answer.status == 201)
        #expect(answer.json["data"] == [1, 2])
    }
}
