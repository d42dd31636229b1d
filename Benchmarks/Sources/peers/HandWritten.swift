import CSQLite
import Foundation
import Hummingbird

/// `/hand/posts`: JSON is written straight from the cells into the bytes of the answer.
func addHandWritten(to router: Router<BasicRequestContext>, _ store: PostStore) {
    router.get("hand/posts") { request, _ in
        let page = try Page(request)
        return answer(
            try store.read { connection in
                var json = HandJSON(capacity: 16_384)
                try json.list(page, from: connection)
                return json.bytes
            })
    }
    router.get("hand/posts/:id") { _, context in
        let id = try context.parameters.require("id", as: Int.self)
        guard let bytes = try store.read({ try HandJSON.post(id, from: $0) }) else { throw HTTPError(.notFound) }
        return answer(bytes)
    }
    router.post("hand/posts") { request, _ in
        let body = try await request.body.collect(upTo: 1 << 20)
        let post = try JSONDecoder().decode(NewPost.self, from: Data(body.readableBytesView)).checked()
        let bytes = try store.write { connection in
            try HandJSON.post(connection.add(post, at: .now), from: connection) ?? []
        }
        return answer(bytes, status: .created)
    }
}

private func answer(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
    Response(
        status: status, headers: [.contentType: "application/json"], body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
}

/// Writes the bytes of an answer.
struct HandJSON {
    var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    static func post(_ id: Int, from connection: PostConnection) throws -> [UInt8]? {
        var json = HandJSON(capacity: 1_024)
        var isThere = false
        sqlite3_bind_int64(connection.show, 1, Int64(id))
        json.raw(#"{"data":"#)
        try connection.rows(connection.show) {
            isThere = true
            json.post(connection.show)
        }
        json.raw("}")
        return isThere ? json.bytes : nil
    }

    mutating func list(_ page: Page, from connection: PostConnection) throws {
        let offset = (page.number - 1) * page.limit
        sqlite3_bind_int64(connection.page, 1, Int64(page.limit))
        sqlite3_bind_int64(connection.page, 2, Int64(offset))
        raw(#"{"data":["#)
        var isFirst = true
        try connection.rows(connection.page) {
            if !isFirst { raw(",") }
            isFirst = false
            post(connection.page)
        }
        let total = try connection.total()
        let pages = (total + page.limit - 1) / page.limit
        raw(#"],"pagination":{"total":"#)
        number(total)
        raw(#","page":"#)
        number(page.number)
        raw(#","limit":"#)
        number(page.limit)
        raw(#","totalPages":"#)
        number(pages)
        raw(#","hasMore":"#)
        raw(page.number < pages ? "true" : "false")
        raw("}}")
    }

    private mutating func post(_ row: OpaquePointer) {
        raw(#"{"id":"#)
        number(Int(sqlite3_column_int64(row, 0)))
        raw(#","title":"#)
        text(row, 1)
        raw(#","content":"#)
        text(row, 2)
        raw(#","userId":"#)
        number(Int(sqlite3_column_int64(row, 3)))
        raw(#","createdAt":"#)
        date(row, 4)
        raw(#","updatedAt":"#)
        date(row, 5)
        raw(#","author":{"id":"#)
        number(Int(sqlite3_column_int64(row, 6)))
        raw(#","firstName":"#)
        text(row, 7)
        raw(#","lastName":"#)
        text(row, 8)
        raw("}}")
    }

    private mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func number(_ number: Int) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var (rest, place) = (number.magnitude, 20)
            repeat {
                place -= 1
                digits[place] = UInt8(48 + rest % 10)
                rest /= 10
            } while rest > 0
            if number < 0 { bytes.append(UInt8(ascii: "-")) }
            bytes.append(contentsOf: digits[place...])
        }
    }

    private mutating func text(_ row: OpaquePointer, _ column: Int32) {
        guard let start = sqlite3_column_text(row, column) else { return raw("null") }
        let cell = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, column)))
        bytes.append(UInt8(ascii: "\""))
        var copied = 0
        for place in cell.indices where cell[place] < 0x20 || cell[place] == 0x22 || cell[place] == 0x5C {
            bytes.append(contentsOf: cell[copied..<place])
            escape(cell[place])
            copied = place + 1
        }
        bytes.append(contentsOf: cell[copied...])
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x22: raw(#"\""#)
        case 0x5C: raw(#"\\"#)
        case 0x0A: raw(#"\n"#)
        default:
            raw(#"\u00"#)
            let digits = Array("0123456789abcdef".utf8)
            bytes.append(digits[Int(byte >> 4)])
            bytes.append(digits[Int(byte & 15)])
        }
    }

    /// `2026-11-20 09:30:00.000 +00:00` as `"2026-11-20T09:30:00.000Z"`.
    private mutating func date(_ row: OpaquePointer, _ column: Int32) {
        guard let start = sqlite3_column_text(row, column), sqlite3_column_bytes(row, column) >= 23 else {
            return raw("null")
        }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: 10))
        bytes.append(UInt8(ascii: "T"))
        bytes.append(contentsOf: UnsafeBufferPointer(start: start + 11, count: 12))
        raw(#"Z""#)
    }
}
