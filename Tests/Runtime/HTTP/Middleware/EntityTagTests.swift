import ScaffoldTesting
import Testing

@testable import ScaffoldHTTP

@Suite struct EntityTagTests {
    private func client(_ handler: @escaping Handler = { _ in .text("posts") }) throws -> TestClient {
        try clientOfPosts(behind: [EntityTags()], handler)
    }

    @Test func `an answer is not sent twice`() async throws {
        let client = try client()
        let first = try await client.get("/posts")
        let tag = try #require(first.headers[.eTag])
        #expect(tag.hasPrefix("W/\"") && tag.hasSuffix("\""))
        for known in [tag, "\"other\", \(tag)", String(tag.dropFirst(2)), "*"] {
            let second = try await client.get("/posts", headers: [.ifNoneMatch: known])
            #expect(second.status == 304, "\(known)")
            #expect(second.body.isEmpty)
            #expect(second.headers[.eTag] == tag)
            #expect(second.headers[.contentLength] == nil)
            #expect(second.headers[.contentType] == nil)
        }
        #expect(try await client.send(.head, "/posts", headers: [.ifNoneMatch: tag]).status == 304)
        #expect(try await client.get("/posts", headers: [.ifNoneMatch: "\"other\""]).text == "posts")
    }

    @Test func `writes and errors have no tag, and a tag that is there stays`() async throws {
        #expect(try await client().post("/posts").headers[.eTag] == nil)
        #expect(try await client().get("/nothing").headers[.eTag] == nil)
        let own = try client { _ in
            var response = Response.text("posts")
            response.headers[.eTag] = "\"7\""
            return response
        }
        #expect(try await own.get("/posts").headers[.eTag] == "\"7\"")
        #expect(try await own.get("/posts", headers: [.ifNoneMatch: "W/\"7\""]).status == 304)
    }

    @Test func `any difference makes another number`() {
        var seen: Set<[UInt64]> = []
        func add(_ bytes: [UInt8]) {
            let (high, low) = bytes.withUnsafeBytes { Fingerprint.of($0) }
            #expect(seen.insert([high, low]).inserted, "\(bytes)")
        }
        for count in 0..<70 { add([UInt8](repeating: 0, count: count)) }
        for place in 0..<100 {
            for bit in 0..<8 {
                var bytes = [UInt8](repeating: 0x61, count: 100)
                bytes[place] ^= 1 << bit
                add(bytes)
            }
        }
        #expect(seen.count == 870)
    }
}
