import Logging
import ScaffoldHTTP
import ScaffoldStorage
import ScaffoldTesting
import ScaffoldValidation
import Synchronization
import Testing

@Suite struct ProblemTests {
    private struct Secret: Error { let password = "hunter2" }
    private struct ModelFault: Error, CustomStringConvertible { let description = "hunter2" }

    private func answer(
        to error: any Error, method: HTTPRequest.Method = .post, errors: ErrorFormat = .problemDetails,
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) async throws -> TestResponse {
        let client = try client(errors: errors, logger: logger) { $0.on(method, "/") { _ in throw error } }
        return try await client.send(method, "/", headers: [.requestID: "r-1"])
    }

    @Test func `a problem is told in the form of RFC 9457`() async throws {
        let answer = try await answer(
            to: HTTPProblem(.conflict, "No", errors: [FieldProblem(path: "a", message: "b", validator: "c")]))
        #expect(answer.status == 409)
        #expect(answer.headers[.contentType] == "application/problem+json")
        #expect(
            answer.json == [
                "type": "about:blank", "title": "Conflict", "status": 409, "detail": "No", "requestId": "r-1",
                "errors": [["path": "a", "message": "b", "validator": "c"]],
            ])
    }

    @Test func `validation is 422 with one entry a field`() async throws {
        let error = ValidationError(items: [
            ValidationErrorItem(message: "too short", path: "title", validatorKey: "len"),
            ValidationErrorItem(message: "too plain", path: "title"),
            ValidationErrorItem(message: "no address", path: "email", validatorKey: "isEmail"),
        ])
        let answer = try await answer(to: error)
        #expect(answer.status == 422)
        #expect(
            answer.json["errors"] == [
                ["path": "title", "rule": "Validation error", "message": "too short", "validator": "len"],
                ["path": "email", "rule": "Validation error", "message": "no address", "validator": "isEmail"],
            ])
    }

    @Test func `what the database refuses is told without its words`() async throws {
        let unique = try await answer(
            to: UniqueConstraintError(table: "users", columns: ["email"], sql: "INSERT INTO users"))
        #expect(unique.status == 409)
        #expect(
            unique.json["errors"] == [
                [
                    "path": "email", "rule": "unique violation", "message": "email must be unique",
                    "validator": "unique",
                ]
            ])
        #expect(!unique.text.contains("INSERT"))
        let told = try await answer(
            to: UniqueConstraintError(table: "users", columns: ["email"], text: "Email already exists"))
        #expect(told.json["detail"] == "Email already exists")
        #expect(told.json["errors"][0]["message"] == "Email already exists")
        let key = ForeignKeyConstraintError(table: "posts", sql: "INSERT INTO posts")
        #expect(try await answer(to: key).status == 422)
        #expect(try await answer(to: key, method: .delete).status == 409)
        let named = try await answer(to: ForeignKeyConstraintError(table: "posts", columns: ["userId"]))
        #expect(named.json["errors"][0]["path"] == "userId")
        let many = AggregateError(errors: [
            BulkRecordError(index: 2, error: ValidationError(items: [.notNull("title", model: "Post", message: nil)]))
        ])
        let rows = try await answer(to: many)
        #expect(rows.status == 422)
        #expect(rows.json["errors"][0]["path"] == "[2].title")
        let null = try await answer(to: NotNullConstraintError(table: "posts", column: "title", sql: "INSERT"))
        #expect(null.status == 422)
        #expect(null.json["errors"][0]["path"] == "title")
        let check = try await answer(to: CheckConstraintError(constraint: "x", columns: ["status"]))
        #expect(check.status == 422)
        #expect(check.json["errors"][0]["path"] == "status")
        let long = try await answer(to: ValueTooLongError(table: "posts", column: "title", sql: "INSERT"))
        #expect(long.status == 422)
        #expect(long.json["errors"] == [["path": "title", "message": "title is too long or out of range"]])
        let value = try await answer(to: ValueError(column: "title", kind: .text, reason: "text with a NUL character"))
        #expect(value.status == 422)
        #expect(value.json["errors"][0]["path"] == "title")
    }

    @Test(
        arguments: [
            DatabaseTimeoutError(message: "secret"), SerializationFailureError(isDeadlock: true, sql: "secret"),
            ConnectionLostError(message: "secret"), ConnectionError(message: "secret"),
        ] as [any Error & Sendable])
    func `what may pass by itself is 503, says when to come back, and is logged`(error: any Error) async throws {
        let log = LogRecorder()
        let answer = try await answer(to: error, logger: Logger(label: "test") { _ in log })
        #expect(answer.status == 503)
        #expect(answer.headers[.retryAfter] == "1")
        #expect(!answer.text.contains("secret"))
        #expect(log.lines.contains { $0.hasPrefix("error") && $0.contains("r-1") })
    }

    @Test func `a record that is gone is not found`() async throws {
        let answer = try await answer(to: RecordNotFoundError(model: "Post"), method: .patch)
        #expect(answer.status == 404)
        #expect(answer.json["detail"] == "Post not found")
    }

    @Test(
        arguments: [
            DatabaseError(code: 1, message: "hunter2", sql: "hunter2"), ModelFault(), Secret(),
            UniqueConstraintError(table: "hunter2", columns: ["a"], constraint: "hunter2", sql: "hunter2"),
            ForeignKeyConstraintError(table: "hunter2", columns: ["a"], constraint: "hunter2", sql: "hunter2"),
            NotNullConstraintError(table: "hunter2", column: "a", sql: "hunter2"),
            CheckConstraintError(constraint: "hunter2", columns: ["a"], sql: "hunter2"),
            ValueTooLongError(table: "hunter2", column: "a", sql: "hunter2"),
            ValidationError(items: [ValidationErrorItem(message: "m", path: "a", value: "hunter2")]),
            DatabaseTimeoutError(message: "hunter2"), ConnectionError(message: "hunter2"),
            ConnectionLostError(message: "hunter2"), SerializationFailureError(isDeadlock: true, sql: "hunter2"),
        ] as [any Error & Sendable])
    func `nothing internal goes out, and the answer has the log's name of the request`(
        error: any Error & Sendable
    ) async throws {
        let log = LogRecorder()
        for format in [ErrorFormat.problemDetails, ErrorFormat(.error), ErrorFormat(.message, first: true)] {
            let answer = try await answer(to: error, errors: format, logger: Logger(label: "test") { _ in log })
            #expect(answer.status.code >= 400)
            #expect(!answer.text.contains("hunter2"), "\(answer.text)")
            #expect(!answer.headers.contains { $0.value.contains("hunter2") })
            #expect(answer.headers[.requestID] == "r-1")
        }
        #expect(log.lines.allSatisfy { $0.contains("r-1") } && !log.lines.isEmpty)
    }

    @Test func `a record that somebody else changed is a conflict`() async throws {
        let answer = try await answer(to: OptimisticLockError(model: "Post"))
        #expect(answer.status == 409)
        #expect(answer.text.contains("The Post was changed"))
    }

    @Test func `an unknown error is 500, and says what it is in the log only`() async throws {
        let log = LogRecorder()
        let answer = try await answer(to: Secret(), logger: Logger(label: "test") { _ in log })
        #expect(answer.status == 500)
        #expect(answer.json["detail"] == "Something went wrong")
        #expect(!answer.text.contains("hunter2"))
        let line = try #require(log.lines.first { $0.hasPrefix("error") })
        #expect(line.contains("hunter2"))
        #expect(line.contains("r-1"))
        #expect(try await self.answer(to: DatabaseError(code: 1, message: "x")).status == 500)
        #expect(try await self.answer(to: CancellationError()).status == 503)
    }

    @Test func `the app decides the shape`() async throws {
        let format = ErrorFormat { problem, _ in
            .object(status: problem.status == .unprocessableContent ? .badRequest : problem.status) {
                $0.member("success", false)
                $0.member("error", problem.detail)
            }
        }
        let answer = try await answer(to: HTTPProblem.notFoundPost, errors: format)
        #expect(answer.status == 404)
        #expect(answer.json == ["success": false, "error": "Post not found"])
        #expect(answer.headers[.contentType] == "application/json")
        let client = try client(errors: format) { $0.get("/") { _ in .noContent } }
        let refused = try await client.post("/")
        #expect(refused.json["success"] == false)
        #expect(refused.headers[.allow] == "GET, HEAD, OPTIONS")
    }

    @Test func `what is not found is named`() throws {
        #expect(try Optional(1).orNotFound("Post") == 1)
        #expect(throws: HTTPProblem.notFoundPost) { try (nil as Int?).orNotFound("Post") }
    }
}

extension HTTPProblem {
    fileprivate static let notFoundPost = HTTPProblem(.notFound, "Post not found")
}
