public import HTTPTypes
import NIOCore
public import ScaffoldStorage

extension Response {
    /// A value in an envelope: `{"data": …}`, `{"success": true, "post": …}` or just the value.
    ///
    /// - Parameters:
    ///   - value: A record, or whatever else can be written as JSON; a list stands under the name of one record.
    ///   - envelope: The shape of the app's answers.
    ///   - status: 200 unless something else is said.
    ///   - message: A sentence for people beside the value. Where values stand by themselves there is nothing beside
    ///     them, and the message is the whole answer.
    public static func json(
        _ value: some JSONEncodable, in envelope: Envelope = .data, status: HTTPResponse.Status = .ok,
        message: String? = nil
    ) -> Response {
        guard let name = envelope.one else {
            if let message { return .message(message, in: envelope, status: status) }
            return bare(value, status, success: envelope.success)
        }
        return object(status: status) {
            if envelope.success { $0.member("success", true) }
            if let message { $0.member("message", message) }
            $0.member(named: name, value)
        }
    }

    /// A page of a list in an envelope: `{"data": […], "pagination": {"total", "page", "limit", "totalPages", "hasMore"}}`.
    ///
    /// - Parameters:
    ///   - rows: The records of the page and how many there are in all.
    ///   - page: The page that was asked for.
    ///   - envelope: The shape of the app's answers.
    public static func json<Record: JSONEncodable>(
        _ rows: Rows<Record>, page: Pagination, in envelope: Envelope = .data
    ) -> Response {
        guard let name = envelope.many else { return bare(rows.rows, .ok, success: false) }
        return object {
            if envelope.success { $0.member("success", true) }
            $0.member(named: name, rows.rows)
            $0.object("pagination") { page.encode(total: rows.count, to: &$0) }
        }
    }

    /// 201 with the new record in an envelope.
    public static func created(
        _ value: some JSONEncodable, in envelope: Envelope = .data, message: String? = nil
    ) -> Response {
        json(value, in: envelope, status: .created, message: message)
    }

    /// A sentence for people and nothing else: `{"message": "Post deleted successfully"}`.
    public static func message(
        _ text: String, in envelope: Envelope = .data, status: HTTPResponse.Status = .ok
    ) -> Response {
        object(status: status) {
            if envelope.success { $0.member("success", true) }
            $0.member("message", text)
        }
    }

    /// A value by itself; an object can say that all went well.
    private static func bare(
        _ value: some JSONEncodable, _ status: HTTPResponse.Status, success: Bool
    ) -> Response {
        let bytes = JSONWriter.bytes(of: value)
        var body = ByteBuffer()
        if success, bytes.first == UInt8(ascii: "{") {
            body.writeString(bytes.count > 2 ? #"{"success":true,"# : #"{"success":true"#)
            body.writeBytes(bytes.dropFirst())
        } else {
            body.writeBytes(bytes)
        }
        return Response(status: status, headers: [.contentType: "application/json"], body: body)
    }
}
