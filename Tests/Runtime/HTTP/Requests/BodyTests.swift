import ScaffoldHTTP
import ScaffoldStorage
import ScaffoldTesting
import Testing

@Suite struct BodyTests {
    private func echo(limit: Int = 1000) throws -> TestClient {
        try client(bodyLimit: limit) { $0.post("/") { .json(try await $0.json()) } }
    }

    @Test(arguments: [
        "application/json", "application/json; charset=utf-8", "Application/JSON ;charset=\"UTF-8\"",
        "application/merge-patch+json",
    ])
    func `JSON is read`(type: String) async throws {
        let answer = try await echo().post("/", json: ["a": [1, "é"]], headers: [.contentType: type])
        #expect(answer.status == 200)
        #expect(answer.json == ["data": ["a": [1, "é"]]])
        #expect(answer.headers[.contentType] == "application/json")
    }

    @Test(arguments: [
        "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonx",
        "application/json; charset=latin1", "", "text/json", ";", "+json",
    ])
    func `other bodies are 415`(type: String) async throws {
        let answer = try await echo().post("/", json: ["a": 1], headers: [.contentType: type])
        #expect(answer.status == 415)
        #expect(answer.headers[.accept] == "application/json")
    }

    @Test func `a body without a type, or packed, is 415`() async throws {
        let client = try echo()
        #expect(try await client.send(.post, "/", body: Array("{}".utf8)).status == 415)
        let packed = try await client.post("/", json: [:], headers: [.contentEncoding: "gzip"])
        #expect(packed.status == 415)
        #expect(packed.headers[.acceptEncoding] == "identity")
    }

    @Test(arguments: [
        ("", "the text is empty at line 1, column 1"),
        ("{\"a\":\n x}", "expected a value at line 2, column 2"),
        ("<xml/>", "expected a value at line 1, column 1"),
        ("{\"a\":1,\"a\":2}", "the name \"a\" stands twice in one object at line 1, column 8"),
        (String(repeating: "[", count: 500), "arrays and objects are nested too deeply at line 1, column 65"),
    ])
    func `a body that is no JSON is 400 with the place`(body: String, message: String) async throws {
        let answer = try await echo().send(
            .post, "/", body: Array(body.utf8), headers: [.contentType: "application/json"])
        #expect(answer.status == 400)
        #expect(answer.json["detail"].string == "The body is not valid JSON: \(message)")
    }

    @Test func `a body that is not UTF-8 is 400`() async throws {
        let answer = try await echo().send(
            .post, "/", body: [0x22, 0xFF, 0xFE, 0x22], headers: [.contentType: "application/json"])
        #expect(answer.status == 400)
        #expect(answer.json["detail"] == "The body is not valid JSON: the text is not UTF-8 at line 1, column 2")
    }

    @Test func `a body beyond the limit is 413, announced or not`() async throws {
        let client = try echo(limit: 100)
        #expect(try await client.post("/", json: .string(String(repeating: "a", count: 98))).status == 200)
        let announced = try await client.post("/", json: .string(String(repeating: "a", count: 99)))
        #expect(announced.status == 413)
        #expect(announced.headers[.connection] == "close")
        #expect(announced.json["detail"] == "The body may have at most 100 bytes")
        let silent = try await client.post(
            "/", json: .string(String(repeating: "a", count: 99)), headers: [.contentLength: "10"])
        #expect(silent.status == 413)
    }

    @Test func `a body can be asked for twice`() async throws {
        let client = try client {
            $0.post("/") {
                let first = try await $0.json()
                return .json([first, try await $0.json()])
            }
        }
        #expect(try await client.post("/", json: 1).json["data"] == [1, 1])
    }
}
