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
}
