public import HTTPTypes
package import ScaffoldHTTP
public import ScaffoldStorage

/// Calls an app in the process of the test, without a connection. Every call throws `CancellationError` once the test
/// is cancelled, and nothing else.
///
/// ```swift
/// let answer = try await client.post("/api/posts", json: ["title": "Hello"])
/// #expect(answer.status == 201)
/// #expect(answer.json["data"]["title"] == "Hello")
/// ```
public struct TestClient: Sendable {
    private let dispatcher: Dispatcher

    package init(_ dispatcher: Dispatcher) {
        self.dispatcher = dispatcher
    }

    /// Sends `GET`.
    ///
    /// - Parameters:
    ///   - path: The path, with its query.
    ///   - headers: The headers.
    public func get(_ path: String, headers: HTTPFields = [:]) async throws -> TestResponse {
        try await send(.get, path, headers: headers)
    }

    /// Sends `POST`.
    ///
    /// - Parameters:
    ///   - path: The path, with its query.
    ///   - json: The body; none if left out.
    ///   - headers: The headers; `Content-Type` is there already where there is a body.
    public func post(_ path: String, json: JSON? = nil, headers: HTTPFields = [:]) async throws -> TestResponse {
        try await send(.post, path, json: json, headers: headers)
    }

    /// Sends `PUT`, with the same parameters as ``post(_:json:headers:)``.
    public func put(_ path: String, json: JSON? = nil, headers: HTTPFields = [:]) async throws -> TestResponse {
        try await send(.put, path, json: json, headers: headers)
    }

    /// Sends `PATCH`, with the same parameters as ``post(_:json:headers:)``.
    public func patch(_ path: String, json: JSON? = nil, headers: HTTPFields = [:]) async throws -> TestResponse {
        try await send(.patch, path, json: json, headers: headers)
    }

    /// Sends `DELETE`, with the same parameters as ``post(_:json:headers:)``.
    public func delete(_ path: String, json: JSON? = nil, headers: HTTPFields = [:]) async throws -> TestResponse {
        try await send(.delete, path, json: json, headers: headers)
    }

    /// Sends a request with a JSON body or none.
    public func send(
        _ method: HTTPRequest.Method, _ path: String, json: JSON? = nil, headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        guard let json else { return try await send(method, path, body: [], headers: headers) }
        var headers = headers
        if !headers.contains(.contentType) { headers[.contentType] = "application/json" }
        return try await send(method, path, body: JSONWriter.bytes(of: json), headers: headers)
    }

    /// Sends a request with whatever bytes as its body.
    public func send(
        _ method: HTTPRequest.Method, _ path: String, body: [UInt8], headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        try Task.checkCancellation()
        var headers = headers
        if !body.isEmpty, !headers.contains(.contentLength) { headers[.contentLength] = String(body.count) }
        let head = HTTPRequest(method: method, scheme: "http", authority: "test", path: path, headerFields: headers)
        return TestResponse(await dispatcher.respond(to: head, body: body))
    }
}
