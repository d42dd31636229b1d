import HTTPTypes
import NIOCore

/// An answer as it goes over a connection of HTTP/1.1.
enum ResponseBytes {
    /// Bodies up to this size are copied behind their head, which is cheaper than a second write.
    private static let copied = 16 * 1024

    /// 100: the client may send its body.
    static let goOn = ByteBuffer(string: "HTTP/1.1 100 Continue\r\n\r\n")

    /// First line, headers, and as much of the body as is worth copying; the rest, if there is one.
    static func of(_ response: Response) -> (ByteBuffer, ByteBuffer?) {
        let count = response.body?.readableBytes ?? 0
        guard count > copied else { return (whole(response), nil) }
        return (head(response, room: 0), response.body)
    }

    /// The whole answer in one piece.
    static func whole(_ response: Response) -> ByteBuffer {
        guard let body = response.body else { return head(response, room: 0) }
        var bytes = head(response, room: body.readableBytes)
        bytes.writeImmutableBuffer(body)
        return bytes
    }

    // A header's name and value hold no line end: HTTPTypes sees to it.
    private static func head(_ response: Response, room: Int) -> ByteBuffer {
        var bytes = ByteBufferAllocator().buffer(capacity: 320 + room)
        bytes.writeStaticString("HTTP/1.1 ")
        bytes.writeString(statusLine(response.status))
        for field in response.headers {
            bytes.writeStaticString("\r\n")
            bytes.writeString(field.name.rawName)
            bytes.writeStaticString(": ")
            bytes.writeString(field.value)
        }
        bytes.writeStaticString("\r\n\r\n")
        return bytes
    }

    private static func statusLine(_ status: HTTPResponse.Status) -> String {
        switch status.code {
        case 200 where status.reasonPhrase == "OK": "200 OK"
        case let code:
            String(repeating: "0", count: max(0, 3 - String(code).count)) + "\(code) \(status.reasonPhrase)"
        }
    }
}
