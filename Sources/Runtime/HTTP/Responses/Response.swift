public import HTTPTypes
public import NIOCore

/// An answer: a status, headers and a body.
public struct Response: Sendable {
    public var status: HTTPResponse.Status
    public var headers: HTTPFields
    /// The bytes of the body; nil where there is none.
    public var body: ByteBuffer?

    /// - Parameters:
    ///   - status: 200 unless something else is said.
    ///   - headers: Headers beside those that every answer gets.
    ///   - body: The bytes of the body.
    public init(status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], body: ByteBuffer? = nil) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// 204, without a body.
    public static var noContent: Response { Response(status: .noContent) }

    /// An answer in plain text.
    public static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"], body: ByteBuffer(string: text))
    }
}
