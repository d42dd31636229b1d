import HTTPTypes
import NIOCore
import ScaffoldStorage

/// What is refused before it is a request, so that no handler and no error format of the app gets to see it.
struct RefusedRequest: Error {
    let status: HTTPResponse.Status
    let detail: String
    var headers = HTTPFields()

    init(_ status: HTTPResponse.Status, _ detail: String) {
        self.status = status
        self.detail = detail
    }

    /// The whole answer, as problem details; the connection ends after it.
    var bytes: ByteBuffer {
        var response = Response.object(status: status) {
            $0.member("type", "about:blank")
            $0.member("title", status.reasonPhrase)
            $0.member("status", status.code)
            $0.member("detail", detail)
        }
        response.headers = headers
        response.headers[.contentType] = "application/problem+json"
        response.headers[.contentLength] = String(response.body?.readableBytes ?? 0)
        response.headers[.connection] = "close"
        return ResponseBytes.whole(response)
    }

    static let headersTooSlow = RefusedRequest(.requestTimeout, "The request did not arrive in time")
    static let bodyTooSlow = RefusedRequest(.requestTimeout, "The body did not arrive in time")

    /// More connections than there may be.
    static let tooMany: RefusedRequest = {
        var refusal = RefusedRequest(.serviceUnavailable, "The server has too many connections; try again in a moment")
        refusal.headers[.retryAfter] = "1"
        return refusal
    }()

    /// A handler that did not stop when its time was over.
    static let tooLong = RefusedRequest(.serviceUnavailable, HTTPProblem.tookTooLong.detail ?? "")
}

extension HTTPProblem {
    /// 503: the handler's time is over. The connection ends, since the handler may not have.
    static var tookTooLong: HTTPProblem {
        var problem = HTTPProblem(.serviceUnavailable, "The answer took too long")
        problem.headers[.connection] = "close"
        return problem
    }
}
