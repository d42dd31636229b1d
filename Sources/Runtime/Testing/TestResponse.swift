public import HTTPTypes
import NIOCore
import ScaffoldHTTP
public import ScaffoldStorage

/// What the app answered.
public struct TestResponse: Sendable {
    /// The status, to compare with a number: `answer.status == 201`.
    public let status: HTTPResponse.Status
    /// The headers.
    public let headers: HTTPFields
    /// The bytes of the body; empty where there was none.
    public let body: [UInt8]
    /// The body as JSON; null where it is no JSON.
    public let json: JSON

    init(_ response: Response) {
        status = response.status
        headers = response.headers
        body = response.body.map { Array($0.readableBytesView) } ?? []
        json = (try? JSON(parsing: body)) ?? .null
    }

    /// The body as text.
    public var text: String { String(decoding: body, as: UTF8.self) }
}
