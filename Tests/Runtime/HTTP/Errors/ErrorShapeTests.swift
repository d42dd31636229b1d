import Logging
import ScaffoldHTTP
import ScaffoldStorage
import ScaffoldTesting
import ScaffoldValidation
import Testing

/// The shapes of `api.errors`, to the letter.
@Suite struct ErrorShapeTests {
    private static let wrong = ValidationError(items: [
        ValidationErrorItem(message: "Title is required", path: "title", validatorKey: "len"),
        ValidationErrorItem(message: "no address", path: "email", validatorKey: "isEmail"),
    ])
    private static let taken = UniqueConstraintError(
        table: "users", columns: ["email"], text: "Email already exists", sql: "INSERT")

    private func answer(to error: any Error & Sendable, _ format: ErrorFormat) async throws -> (Int, String) {
        let client = try client(errors: format) { $0.post("/") { _ in throw error } }
        let answer = try await client.post("/", headers: [.requestID: "r-1"])
        #expect(answer.headers[.requestID] == "r-1")
        let type = format.shape?.form == .problem ? "application/problem+json" : "application/json"
        #expect(answer.headers[.contentType] == type)
        return (answer.status.code, answer.text)
    }

    @Test func `a text in a member, with success or without`() async throws {
        let missing = HTTPProblem(.notFound, "Post not found")
        #expect(try await answer(to: missing, ErrorFormat(.message)) == (404, #"{"message":"Post not found"}"#))
        #expect(try await answer(to: missing, ErrorFormat(.error)) == (404, #"{"error":"Post not found"}"#))
        let guide = try await answer(to: missing, ErrorFormat(.error, success: false))
        #expect(guide == (404, #"{"success":false,"error":"Post not found"}"#))
        let problem = try await answer(to: missing, ErrorFormat(.problem, success: false))
        #expect(problem.1.hasPrefix(#"{"success":false,"type":"about:blank""#))
        let wordless = try await answer(to: HTTPProblem(.notFound), ErrorFormat(.error))
        #expect(wordless.1 == #"{"error":"Not Found"}"#)
    }

    @Test func `every mistake is listed beside the text, unless the first one is the text`() async throws {
        let all = try await answer(to: Self.wrong, ErrorFormat(.message, validation: .badRequest))
        #expect(
            all == (
                400,
                #"{"message":"The request holds values that are not allowed","errors":[{"path":"title","rule":"Validation error","message":"Title is required","validator":"len"},{"path":"email","rule":"Validation error","message":"no address","validator":"isEmail"}]}"#
            ))
        let first = try await answer(to: Self.wrong, ErrorFormat(.message, validation: .badRequest, first: true))
        #expect(first == (400, #"{"message":"Title is required"}"#))
        let problem = try await answer(to: Self.wrong, ErrorFormat(.problem, first: true))
        #expect(problem.0 == 422)
        #expect(problem.1.contains(#""detail":"Title is required""#) && !problem.1.contains("errors"))
    }

    @Test func `a duplicate has a status of its own, which other conflicts do not share`() async throws {
        let format = ErrorFormat(.message, duplicate: .badRequest, first: true)
        #expect(try await answer(to: Self.taken, format) == (400, #"{"message":"Email already exists"}"#))
        #expect(try await answer(to: OptimisticLockError(model: "Post"), format).0 == 409)
        #expect(try await answer(to: Self.taken, ErrorFormat(.message, first: true)).0 == 409)
        // an engine that names no column
        let nameless = UniqueConstraintError(table: nil, columns: [], constraint: "users_email")
        let told = try await answer(to: nameless, format)
        #expect(told == (400, #"{"message":"A record with these values is there already"}"#))
    }

    @Test func `texts by status stand in for the usual sentences, not for what single fields are told`() async throws {
        struct Secret: Error { let password = "hunter2" }
        let format = ErrorFormat(.message, first: true, texts: [500: "internal error", 422: "no"])
        #expect(try await answer(to: Secret(), format) == (500, #"{"message":"internal error"}"#))
        #expect(try await answer(to: Self.wrong, format) == (422, #"{"message":"Title is required"}"#))
        let client = try client(errors: ErrorFormat(.error, texts: [404: "nothing"])) { _ in }
        #expect(try await client.get("/nowhere").text == #"{"error":"nothing"}"#)
    }

    @Test func `a route's text is the detail, whatever the shape, and mistakes of fields stay beside it`() async throws
    {
        let operation = Operation.undescribed.text(404, "Post not found").text(500, "Failed to get post")
            .text(422, "Failed to validate")
        func answer(_ error: any Error & Sendable, _ format: ErrorFormat) async throws -> TestResponse {
            let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            let client = try client(errors: format, logger: log) { $0.get("/", operation) { _ in throw error } }
            return try await client.get("/")
        }
        let failed = try await answer(DatabaseError(code: 1, message: "no such table: posts"), .problemDetails)
        #expect(failed.status == 500)
        #expect(failed.json["detail"] == "Failed to get post")
        #expect(!failed.text.contains("table"))
        let guide = try await answer(HTTPProblem(.notFound, "Nothing"), ErrorFormat(.error, success: false))
        #expect(guide.text == #"{"success":false,"error":"Post not found"}"#)
        let wrong = try await answer(Self.wrong, .problemDetails)
        #expect(wrong.json["detail"] == "Failed to validate")
        #expect(wrong.json["errors"].array?.count == 2)
        let own = try await answer(
            HTTPProblem(.notFound, "Nothing"),
            ErrorFormat { problem, _ in .text(problem.detail ?? "", status: problem.status) })
        #expect(own.text == "Post not found")
        let other = try await answer(HTTPProblem(.forbidden, "Not yours"), .problemDetails)
        #expect(other.json["detail"] == "Not yours")
    }

    @Test func `a text goes by the status that is answered`() async throws {
        let operation = Operation.undescribed.text(400, "Bad post").text(422, "never")
        let client = try client(errors: ErrorFormat(.error, validation: .badRequest)) {
            $0.post("/", operation) { _ in throw Self.wrong }
        }
        #expect(try await client.post("/").json["error"] == "Bad post")
    }

    @Test func `a body that is too large is told with the route's text`() async throws {
        let client = try client(errors: ErrorFormat(.error), bodyLimit: 3) {
            $0.post("/", .undescribed.text(413, "Too much")) { .json(try await $0.json()) }
        }
        let announced = try await client.post("/", json: "long")
        #expect(announced.status == 413)
        #expect(announced.text == #"{"error":"Too much"}"#)
        #expect(announced.headers[.connection] == "close")
    }
}
