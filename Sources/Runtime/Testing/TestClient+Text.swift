public import HTTPTypes

extension TestClient {
    /// Sends a text as the body, for what is no JSON or should not be.
    ///
    /// ```swift
    /// let answer = try await client.send(.post, "/api/posts", text: "{")
    /// #expect(answer.status == 400)
    /// ```
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - path: The path, with its query.
    ///   - text: The body.
    ///   - type: What the body says that it is.
    public func send(
        _ method: HTTPRequest.Method, _ path: String, text: String, type: String = "application/json"
    ) async throws -> TestResponse {
        try await send(method, path, body: Array(text.utf8), headers: [.contentType: type])
    }
}
