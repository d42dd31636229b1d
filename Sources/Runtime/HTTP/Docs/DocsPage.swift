import HTTPTypes
import NIOCore

/// The page at `/docs`, which shows the app's document to people. It is in the binary as a whole, and loads nothing from
/// elsewhere.
package enum DocsPage {
    /// The routes of the page: none when the app has a route of its own at one of their paths.
    ///
    /// - Parameter routes: The routes of the app.
    package static func routes(beside routes: Routes) -> Routes {
        var pages = Routes()
        pages.get("/docs") { request in
            // From behind a slash the page would not find its files; a proxy may have put something before the path.
            guard !request.path.hasSuffix("/") else {
                return Response(status: .permanentRedirect, headers: [.location: "../docs"])
            }
            return try answer("docs.html", to: request)
        }
        pages.get("/docs/:file") { try answer($0.capture("file") ?? "", to: $0) }
        let isTaken = pages.all.contains { page in routes.all.contains { $0.meets(page) } }
        return isTaken ? Routes() : pages
    }

    private static let files: [String: DocsFile] = [
        "docs.html": DocsFile(PackageResources.docs_html, type: "text/html"),
        "docs.css": DocsFile(PackageResources.docs_css, type: "text/css"),
        "docs.js": DocsFile(PackageResources.docs_js, type: "text/javascript"),
        "dom.js": DocsFile(PackageResources.dom_js, type: "text/javascript"),
        "openapi.js": DocsFile(PackageResources.openapi_js, type: "text/javascript"),
        "schema.js": DocsFile(PackageResources.schema_js, type: "text/javascript"),
        "operation.js": DocsFile(PackageResources.operation_js, type: "text/javascript"),
        "tryout.js": DocsFile(PackageResources.tryout_js, type: "text/javascript"),
        "request.js": DocsFile(PackageResources.request_js, type: "text/javascript"),
        "answer.js": DocsFile(PackageResources.answer_js, type: "text/javascript"),
        "authorization.js": DocsFile(PackageResources.authorization_js, type: "text/javascript"),
        "picture.js": DocsFile(PackageResources.picture_js, type: "text/javascript"),
        "models.js": DocsFile(PackageResources.models_js, type: "text/javascript"),
        "layout.js": DocsFile(PackageResources.layout_js, type: "text/javascript"),
        "view.js": DocsFile(PackageResources.view_js, type: "text/javascript"),
    ]

    private static func answer(_ name: String, to request: Request) throws -> Response {
        guard let file = files[name] else { throw HTTPProblem(.notFound, "There is nothing at \(request.path)") }
        return file.response(to: request)
    }
}

/// A file of the docs page, ready to be sent.
private struct DocsFile: Sendable {
    private let body: ByteBuffer
    private let type: String
    private let tag: String

    /// Nothing but what comes from the app itself, no script that stands in the page, and no HTML made of texts.
    private static let policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self' data:",
        "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ].joined(separator: "; ")

    init(_ bytes: [UInt8], type: String) {
        body = ByteBuffer(bytes: bytes)
        self.type = "\(type); charset=utf-8"
        // FNV-1a: another version of the file has another tag.
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        tag = "\"\(String(hash, radix: 16))\""
    }

    /// The file, or 304 where the client has it already.
    func response(to request: Request) -> Response {
        var headers: HTTPFields = [.contentSecurityPolicy: Self.policy, .eTag: tag, .cacheControl: "no-cache"]
        let known = request.headers[values: .ifNoneMatch].flatMap { $0.split(separator: ",") }
        let isKnown = known.map { $0.drop { $0 == " " } }.contains { $0 == "*" || $0 == tag || $0 == "W/\(tag)" }
        guard !isKnown else { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = type
        return Response(headers: headers, body: body)
    }
}

extension Route {
    /// Whether there is a path that both answer, whatever the method.
    fileprivate func meets(_ other: Route) -> Bool {
        let (mine, others) = (segments, other.segments)
        return mine.count == others.count
            && zip(mine, others).allSatisfy { pair in
                guard case (.literal(let one), .literal(let another)) = pair else { return true }
                return one == another
            }
    }
}
