import CSQLite
import Foundation
import Synchronization

struct Problem: Error {
    var text: String
}

/// One writer and four readers, lent one at a time.
final class PostStore: Sendable {
    private let readers: Mutex<[PostConnection]>
    private let writer: Mutex<PostConnection>

    init(_ path: String) throws {
        writer = Mutex(try PostConnection(path))
        let connections = try (0..<4).map { _ in try PostConnection(path) }
        readers = Mutex(connections)
    }

    func read<R>(_ body: (PostConnection) throws -> R) throws -> R {
        guard let connection = readers.withLock({ $0.popLast() }) else { throw Problem(text: "no connection is free") }
        defer { readers.withLock { $0.append(connection) } }
        return try body(connection)
    }

    func write<R>(_ body: (PostConnection) throws -> sending R) throws -> sending R {
        try writer.withLock { try body($0) }
    }
}

/// SQLite's C API, with statements that are prepared once.
struct PostConnection: @unchecked Sendable {
    private let handle: OpaquePointer
    let page, count, show, insert: OpaquePointer

    private static let columns = """
        p.id, p.title, p.content, p."userId", p."createdAt", p."updatedAt", u.id, u."firstName", u."lastName" \
        FROM posts p JOIN users u ON u.id = p."userId"
        """

    init(_ path: String) throws {
        var handle: OpaquePointer?
        guard sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK, let handle
        else { throw Problem(text: "\(path) cannot be opened") }
        self.handle = handle
        sqlite3_exec(
            handle, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON", nil, nil, nil)
        func prepare(_ sql: String) throws -> OpaquePointer {
            var statement: OpaquePointer?
            sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
            guard let statement else { throw Problem(text: String(cString: sqlite3_errmsg(handle))) }
            return statement
        }
        page = try prepare("SELECT \(Self.columns) ORDER BY p.\"createdAt\" DESC, p.id DESC LIMIT ? OFFSET ?")
        count = try prepare("SELECT count(*) FROM posts")
        show = try prepare("SELECT \(Self.columns) WHERE p.id = ?")
        insert = try prepare(
            "INSERT INTO posts (title, content, \"userId\", \"createdAt\", \"updatedAt\") VALUES (?, ?, ?, ?, ?)")
    }

    /// Runs a statement to its end and makes it ready for the next time.
    func rows(_ statement: OpaquePointer, _ body: () -> Void) throws {
        defer { sqlite3_reset(statement) }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: body()
            case SQLITE_DONE: return
            default: throw Problem(text: String(cString: sqlite3_errmsg(handle)))
            }
        }
    }

    func total() throws -> Int {
        var total = 0
        try rows(count) { total = Int(sqlite3_column_int64(count, 0)) }
        return total
    }

    /// The new row's key.
    func add(_ post: NewPost, at time: Date) throws -> Int {
        let date = ISO.stored(time)
        bind(1, post.title)
        bind(2, post.content)
        sqlite3_bind_int64(insert, 3, Int64(post.userId))
        bind(4, date)
        bind(5, date)
        try rows(insert) {}
        return Int(sqlite3_last_insert_rowid(handle))
    }

    private func bind(_ place: Int32, _ text: String) {
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                _ = sqlite3_bind_text(
                    insert, place, $0.baseAddress, Int32($0.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
            }
        }
    }
}

enum ISO {
    /// `2026-11-20 09:30:00.000 +00:00`, as the column holds it.
    static func stored(_ date: Date) -> String {
        let milliseconds = Int((date.timeIntervalSince1970 * 1000).rounded())
        let time = date.formatted(.iso8601.year().month().day().time(includingFractionalSeconds: false))
        let fraction = String(1_000 + milliseconds % 1_000).dropFirst()
        return time.replacing("T", with: " ").prefix(19) + "." + fraction + " +00:00"
    }
}
