import HTTPTypes
import NIOCore
public import ScaffoldStorage

extension Response {
    /// A page of a list by number: `{"data": […], "pagination": {"total", "page", "limit", "totalPages", "hasMore"},
    /// "links": {"self", "first", "prev", "next", "last"}}`. Without an envelope it is a bare list, and `X-Total-Count` and
    /// `Link` say the rest.
    ///
    /// - Parameters:
    ///   - rows: The rows of the page and how many there are in all.
    ///   - query: What was asked for.
    ///   - envelope: What stands around the rows.
    /// - Throws: ``HTTPProblem`` 400 where `fields` was asked of rows that are no objects.
    public static func json<Record: JSONEncodable, M: Model>(
        _ rows: Rows<Record>, for query: ListQuery<M>, in envelope: Envelope = .data
    ) throws -> Response {
        guard let page = query.page else { return try json(rows.rows, for: query, in: envelope) }
        let links = ListLinks(query.address, page, total: rows.count)
        return try list(rows.rows, query, envelope, links, total: rows.count) {
            page.encode(total: rows.count, to: &$0)
        }
    }

    /// A page of a list with cursors: `{"data": […], "pagination": {"limit", "hasMore", "nextCursor"}, "links": {"self",
    /// "first", "next"}}`. Without an envelope it is a bare list, and `Link` says how to go on.
    ///
    /// - Parameters: as above.
    public static func json<Record: JSONEncodable, M: Model>(
        _ page: CursorPage<Record>, for query: ListQuery<M>, in envelope: Envelope = .data
    ) throws -> Response {
        let links = ListLinks(query.address, next: page.next)
        return try list(page.rows, query, envelope, links, total: nil) {
            $0.member("limit", query.limit)
            $0.member("hasMore", page.next != nil)
            $0.member("nextCursor", page.next?.description)
        }
    }

    /// All rows of a list without pages: `{"data": […]}`. Without an envelope it is a bare list, and `X-Total-Count` says
    /// how many there are.
    ///
    /// - Parameters: as above.
    public static func json<Record: JSONEncodable, M: Model>(
        _ rows: [Record], for query: ListQuery<M>, in envelope: Envelope = .data
    ) throws -> Response {
        try list(rows, query, envelope, nil, total: rows.count) { _ in }
    }

    private static func list<Record: JSONEncodable, M: Model>(
        _ rows: [Record], _ query: ListQuery<M>, _ envelope: Envelope, _ links: ListLinks?, total: Int?,
        pagination: (inout JSONWriter) -> Void
    ) throws -> Response {
        guard let members = query.members else {
            return list(rows, envelope, links, total: total, pagination: pagination)
        }
        return list(try rows.map(members.left), envelope, links, total: total, pagination: pagination)
    }

    private static func list(
        _ rows: [some JSONEncodable], _ envelope: Envelope, _ links: ListLinks?, total: Int?,
        pagination: (inout JSONWriter) -> Void
    ) -> Response {
        guard let name = envelope.many else { return bare(rows, links, total: total) }
        return object {
            if envelope.success { $0.member("success", true) }
            $0.member(named: name, rows)
            guard let links else { return }
            $0.object("pagination", pagination)
            if name == Envelope.data.many { $0.object("links", links.encode) }
        }
    }

    private static func bare(_ rows: [some JSONEncodable], _ links: ListLinks?, total: Int?) -> Response {
        var response = Response(
            headers: [.contentType: "application/json"], body: ByteBuffer(bytes: JSONWriter.bytes(of: rows)))
        if let total { response.headers[.totalCount] = String(total) }
        if let links { response.headers[.link] = links.header }
        return response
    }
}
