import CSQLite
import ScaffoldRuntime

/// SQLite's C API, with statements that are prepared once.
final class HandSQLite: HandConnection {
    private let handle: OpaquePointer
    private let find, page, tagsOfTwenty: OpaquePointer
    private var insert, update: OpaquePointer?
    private let keep = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ path: String, isReader: Bool) throws {
        var handle: OpaquePointer?
        let flags = isReader ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
        guard sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, nil) == SQLITE_OK, let handle else {
            throw Problem("\(path) cannot be opened")
        }
        self.handle = handle
        sqlite3_exec(handle, "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON", nil, nil, nil)
        func prepare(_ sql: String) throws -> OpaquePointer {
            var statement: OpaquePointer?
            sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
            guard let statement else { throw Problem(String(cString: sqlite3_errmsg(handle))) }
            return statement
        }
        let sql = HandSQL(quote: "\"") { _ in "?" }
        find = try prepare(sql.find)
        page = try prepare(sql.page)
        tagsOfTwenty = try prepare(sql.tagsOfTwenty)
        if !isReader {
            insert = try prepare(sql.insert())
            update = try prepare(sql.update)
        }
    }

    func find(_ id: Int) throws -> HandPost? {
        sqlite3_bind_int64(find, 1, Int64(id))
        defer { sqlite3_reset(find) }
        return try step(find) ? HandPost(SQLiteCells(statement: find)) : nil
    }

    func page(offset: Int) throws -> [HandPost] {
        sqlite3_bind_int64(page, 1, Int64(offset))
        defer { sqlite3_reset(page) }
        var posts: [HandPost] = []
        while try step(page) { posts.append(HandPost(SQLiteCells(statement: page), withAuthor: true)) }
        return posts
    }

    func pageWithTags(offset: Int) throws -> [HandPost] {
        var posts = try page(offset: offset)
        for (place, post) in posts.enumerated() { sqlite3_bind_int64(tagsOfTwenty, Int32(place + 1), Int64(post.id)) }
        defer { sqlite3_reset(tagsOfTwenty) }
        var found: [(post: Int, tag: HandTag)] = []
        let cells = SQLiteCells(statement: tagsOfTwenty)
        while try step(tagsOfTwenty) { found.append((cells.int(0), HandTag(cells, from: 1))) }
        attach(found, to: &posts)
        return posts
    }

    func insert(_ post: HandPost) throws -> Int {
        bind(insert, 1, post.title)
        bind(insert, 2, post.content)
        bind(insert, 3, post.status.rawValue)
        sqlite3_bind_int64(insert, 4, Int64(post.userId))
        bind(insert, 5, HandDate.text(post.createdAt, suffix: " +00:00"))
        bind(insert, 6, HandDate.text(post.updatedAt, suffix: " +00:00"))
        defer { sqlite3_reset(insert) }
        _ = try step(insert)
        return Int(sqlite3_last_insert_rowid(handle))
    }

    func insert(_ posts: [HandPost]) throws -> [Int] {
        sqlite3_exec(handle, "BEGIN IMMEDIATE", nil, nil, nil)
        let keys = try posts.map { try insert($0) }
        sqlite3_exec(handle, "COMMIT", nil, nil, nil)
        return keys
    }

    func update(_ id: Int, title: String) throws -> Int {
        bind(update, 1, title)
        bind(update, 2, HandDate.text(.now, suffix: " +00:00"))
        sqlite3_bind_int64(update, 3, Int64(id))
        defer { sqlite3_reset(update) }
        _ = try step(update)
        return Int(sqlite3_changes(handle))
    }

    private func bind(_ statement: OpaquePointer?, _ place: Int32, _ text: String) {
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                _ = sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), keep)
            }
        }
    }

    /// Whether there is a row.
    private func step(_ statement: OpaquePointer?) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw Problem(String(cString: sqlite3_errmsg(handle)))
        }
    }
}

private struct SQLiteCells: HandCells {
    let statement: OpaquePointer

    func int(_ column: Int) -> Int { Int(sqlite3_column_int64(statement, Int32(column))) }
    func bool(_ column: Int) -> Bool { sqlite3_column_int64(statement, Int32(column)) != 0 }
    func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL }

    func text(_ column: Int) -> String {
        guard let start = sqlite3_column_text(statement, Int32(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func date(_ column: Int) -> Date {
        guard let start = sqlite3_column_text(statement, Int32(column)) else { return .distantPast }
        return HandDate.date(start)
    }
}
