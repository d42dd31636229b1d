import Logging
import ScaffoldHTTP
import ScaffoldTesting
import Testing

@Suite struct AnswerTests {
    @Test func `every answer has its length, date, request id and guards`() async throws {
        let client = try client { $0.get("/") { _ in .object { $0.member("a", 1) } } }
        for path in ["/", "/nothing"] {
            let answer = try await client.get(path)
            #expect(answer.headers[.contentLength] == "\(answer.body.count)")
            #expect(answer.headers[.date]?.hasSuffix(" GMT") == true)
            #expect(answer.headers[.requestID]?.count == 15)
            #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        }
    }

    @Test(arguments: [
        ("abc-1_2.X", true), (String(repeating: "a", count: 128), true), ("", false),
        (String(repeating: "a", count: 129), false), ("a b", false), ("<script>", false), ("é", false), ("a\"b", false),
    ])
    func `a request id is taken from the client if it is sane`(given: String, isTaken: Bool) async throws {
        let client = try client { $0.get("/") { .text($0.requestID) } }
        let answer = try await client.get("/", headers: [.requestID: given])
        #expect((answer.headers[.requestID] == given) == isTaken)
        #expect(answer.headers[.requestID] == answer.text)
    }

    @Test func `request ids differ`() async throws {
        let client = try client { $0.get("/") { _ in .noContent } }
        var ids: Set<String?> = []
        for _ in 0..<100 { ids.insert(try await client.get("/").headers[.requestID]) }
        #expect(ids.count == 100)
    }

    @Test func `each request is logged in one line, without its query`() async throws {
        let log = LogRecorder()
        let client = try client(logger: Logger(label: "test") { _ in log }) {
            $0.get("/a/:id") { _ in .text("hello") }
        }
        _ = try await client.get("/a/1?token=secret", headers: [.requestID: "r-1", .authorization: "secret"])
        _ = try await client.post("/b")
        let lines = log.lines
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("info request "))
        for field in [
            "\"method\": GET", "\"path\": /a/1", "\"status\": 200", "\"us\": ", "\"bytes\": 5", "\"request\": r-1",
            "\"route\": /a/:id",
        ] { #expect(lines[0].contains(field), "\(lines[0])") }
        #expect(!lines[0].contains("secret"))
        #expect(lines[1].contains("\"status\": 404"))
        #expect(!lines[1].contains("route"))
    }

    @Test func `the address is none without a connection`() async throws {
        let client = try client { $0.get("/") { .text($0.remoteAddress ?? "none") } }
        #expect(try await client.get("/").text == "none")
    }
}
