public import HTTPTypes
import NIOCore
public import ScaffoldStorage

extension Response {
    /// A JSON object as it stands, without an envelope.
    ///
    /// - Parameters:
    ///   - status: 200 unless something else is said.
    ///   - members: Writes the members of the object.
    public static func object(
        status: HTTPResponse.Status = .ok, _ members: (inout JSONWriter) throws -> Void
    ) rethrows -> Response {
        var json = JSONWriter()
        try json.object(members)
        return Response(
            status: status, headers: [.contentType: "application/json"], body: ByteBuffer(bytes: json.bytes))
    }

    /// A value in the envelope: `{"data": …}`.
    ///
    /// - Parameters:
    ///   - value: A record, a list of them, or whatever else can be written as JSON.
    ///   - status: 200 unless something else is said.
    public static func json(_ value: some JSONEncodable, status: HTTPResponse.Status = .ok) -> Response {
        object(status: status) { $0.member("data", value) }
    }

    /// 201 with the new record in the envelope.
    public static func created(_ value: some JSONEncodable) -> Response {
        json(value, status: .created)
    }
}
