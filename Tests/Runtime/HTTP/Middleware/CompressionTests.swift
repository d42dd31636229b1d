import CZlib
import ScaffoldTesting
import Testing

@testable import ScaffoldHTTP

@Suite struct CompressionTests {
    private static let text = String(repeating: "All work and no play. ", count: 200)

    private func client(type: String = "application/json", _ text: String = Self.text) throws -> TestClient {
        try clientOfPosts(behind: [Compression(), EntityTags()]) { _ in
            var response = Response.text(text)
            response.headers[.contentType] = type
            return response
        }
    }

    @Test(arguments: ["gzip", "deflate, gzip;q=0.5", "GZIP", "*", "br, *;q=0.1", "x-gzip"])
    func `text is compressed for those who take it`(accepts: String) async throws {
        let answer = try await client().get("/posts", headers: [.acceptEncoding: accepts])
        #expect(answer.headers[.contentEncoding] == "gzip")
        #expect(answer.headers[.vary] == "Accept-Encoding")
        #expect(answer.headers[.contentLength] == "\(answer.body.count)")
        #expect(answer.body.count < 200)
        #expect(try unzipped(answer.body, room: 10_000) == Array(Self.text.utf8))
    }

    @Test(arguments: ["", "br", "gzip;q=0", "identity", "gzip;q=0, *", "*;q=0"])
    func `others get it as it is, and caches are told`(accepts: String) async throws {
        let answer = try await client().get("/posts", headers: [.acceptEncoding: accepts])
        #expect(answer.headers[.contentEncoding] == nil)
        #expect(answer.headers[.vary] == "Accept-Encoding")
        #expect(answer.text == Self.text)
    }

    @Test(arguments: [("image/png", Self.text), ("application/gzip", Self.text), ("application/json", "short")])
    func `what gains nothing is left alone`(type: String, text: String) async throws {
        let answer = try await client(type: type, text).get("/posts", headers: [.acceptEncoding: "gzip"])
        #expect(answer.headers[.contentEncoding] == nil)
        #expect(answer.text == text)
    }

    @Test func `a tag means the same text, compressed or not`() async throws {
        let client = try client()
        let tag = try #require(try await client.get("/posts", headers: [.acceptEncoding: "gzip"]).headers[.eTag])
        #expect(try await client.get("/posts").headers[.eTag] == tag)
        let known = try await client.get("/posts", headers: [.acceptEncoding: "gzip", .ifNoneMatch: tag])
        #expect(known.status == 304)
        #expect(known.headers[.contentEncoding] == nil)
    }

    private func unzipped(_ bytes: [UInt8], room: Int) throws -> [UInt8] {
        var stream = z_stream()
        var (bytes, result) = (bytes, [UInt8](repeating: 0, count: room))
        try #require(inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK)
        defer { inflateEnd(&stream) }
        let count = bytes.withUnsafeMutableBufferPointer { input in
            result.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                return inflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
            }
        }
        return Array(result.prefix(count))
    }
}
