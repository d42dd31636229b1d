import HTTPTypes
import NIOCore
import ScaffoldStorage

extension Routes {
    /// Adds `GET /openapi.json`, unless the app has a route of its own there. The document is made when it is asked for
    /// first, and its bytes are kept.
    ///
    /// - Parameters:
    ///   - title: The app's name.
    ///   - errors: The shape of its errors.
    ///   - middleware: What all of its requests pass.
    package mutating func addOpenAPI(title: String, errors: ErrorFormat, middleware: [any Middleware] = []) {
        let path = "/openapi.json"
        guard !all.contains(where: { $0.method == .get && $0.path == path }) else { return }
        let bytes = DocumentBytes(
            OpenAPIDocument(title: title, routes: all, errors: errors, middleware: middleware))
        var own = Routes()
        own.get(path, .hidden) { _ in
            Response(headers: [.contentType: "application/json"], body: bytes.buffer)
        }
        add(asTheyAre: own)
    }
}

/// The bytes of a document, made once.
private final class DocumentBytes: Sendable {
    private let state: Locked<(document: OpenAPIDocument?, buffer: ByteBuffer)>

    init(_ document: OpenAPIDocument) {
        state = Locked((document, ByteBuffer()))
    }

    var buffer: ByteBuffer {
        state.withLock { state in
            if let document = state.document {
                state.buffer = ByteBuffer(bytes: JSONWriter.bytes(of: document.json()))
                state.document = nil
            }
            return state.buffer
        }
    }
}
