import CSQLite

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A prepared statement. It is also the cells of its row at hand: nothing is copied that nobody reads.
final class SQLiteStatement {
    /// Nil once finalized; SQLite answers every question about no statement with null.
    private(set) var handle: OpaquePointer?
    let sql: String
    var isInUse = false
    var lastUse: UInt64 = 0
    private let parameterCount: Int

    init(_ connection: OpaquePointer, _ sql: String) throws {
        self.sql = sql
        var text = sql
        handle = try text.withUTF8 { bytes in try Self.prepare(connection, bytes, sql) }
        parameterCount = Int(sqlite3_bind_parameter_count(handle))
    }

    deinit {
        finalize()
    }

    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    func finalize() {
        sqlite3_finalize(handle)
        handle = nil
    }

    private static func prepare(
        _ connection: OpaquePointer, _ bytes: UnsafeBufferPointer<UInt8>, _ sql: String
    ) throws -> OpaquePointer {
        var handle: OpaquePointer?
        guard let length = Int32(exactly: bytes.count), let start = bytes.baseAddress else {
            throw DatabaseError(code: Int(SQLITE_TOOBIG), message: "the statement is empty or too long")
        }
        return try UnsafeRawPointer(start).withMemoryRebound(to: CChar.self, capacity: bytes.count) { start in
            var tail: UnsafePointer<CChar>?
            let status = sqlite3_prepare_v3(
                connection, start, length, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, &tail)
            guard status == SQLITE_OK else { throw SQLiteFailure.error(connection, status: status, sql: sql) }
            guard let handle else { throw DatabaseError(code: Int(SQLITE_MISUSE), message: "no statement", sql: sql) }
            let rest = UnsafeRawBufferPointer(bytes)[(tail.map { $0 - start } ?? bytes.count)...]
            guard rest.allSatisfy({ $0 == 32 || (9...13).contains($0) || $0 == UInt8(ascii: ";") }) else {
                sqlite3_finalize(handle)
                throw DatabaseError(
                    code: Int(SQLITE_MISUSE), message: "more than one statement, or a NUL character", sql: sql)
            }
            return handle
        }
    }
}

// Values into the statement.
extension SQLiteStatement {
    func bind(_ values: Values) throws {
        guard values.items.count == parameterCount else {
            throw DatabaseError(
                code: Int(SQLITE_RANGE),
                message: "the statement takes \(parameterCount) values and was given \(values.items.count)", sql: sql)
        }
        // a value of an array would be copied to be bound
        try values.items.withUnsafeBufferPointer { values in
            for index in values.indices { try requireBound(values[index], at: Int32(truncatingIfNeeded: index + 1)) }
        }
    }

    private func requireBound(_ value: Value, at position: Int32) throws {
        let status = try bind(value, at: position)
        guard status != SQLITE_TOOBIG else {
            let limit = sqlite3_limit(sqlite3_db_handle(handle), SQLITE_LIMIT_LENGTH, -1)
            throw ValueError(kind: value.kind, reason: "a value of more than \(limit) bytes")
        }
        guard status == SQLITE_OK else {
            throw DatabaseError(
                code: Int(status),
                message: "value \(position) (\(value.kind)) cannot be bound: "
                    + String(cString: sqlite3_errstr(status)), sql: sql)
        }
    }

    private func bind(_ value: Value, at position: Int32) throws -> Int32 {
        switch value {
        case .integer(let number): sqlite3_bind_int64(handle, position, number)
        case .text(let text): try bind(text, at: position)
        case .null: sqlite3_bind_null(handle, position)
        case .boolean(let flag): sqlite3_bind_int64(handle, position, flag ? 1 : 0)
        case .double(let number): try bind(number, at: position)
        case .date(let date): try bind(date, at: position)
        case .dateOnly(let date): try bind(date.description, at: position)
        case .time(let time): try bind(time.description, at: position)
        case .uuid(let uuid): try bind(SQLiteText.uuid(uuid), at: position)
        case .decimal(let number): try bind(SQLiteDecimal.stored(number), at: position)
        case .blob(let bytes): bind(bytes, at: position)
        }
    }

    private func bind(_ text: String, at position: Int32) throws -> Int32 {
        var text = text
        return try text.withUTF8 { bytes in
            // An empty text may have no address, and an address of nil would bind NULL.
            guard let start = bytes.baseAddress else {
                return sqlite3_bind_text(handle, position, "", 0, SQLiteText.copied)
            }
            // What SQLite's functions make of a text beyond a NUL is undefined; PostgreSQL has no such text.
            guard memchr(start, 0, bytes.count) == nil else {
                throw ValueError(kind: .text, reason: "text with a NUL character")
            }
            return UnsafeRawPointer(start).withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                sqlite3_bind_text64(
                    handle, position, $0, UInt64(bytes.count), SQLiteText.copied, UInt8(SQLITE_UTF8))
            }
        }
    }

    private func bind(_ date: Date, at position: Int32) throws -> Int32 {
        let time = try SQLiteText.civilTime(date)
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: DateText.length) { bytes in
            DateText.write(time, into: bytes)
            return bytes.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text(handle, position, $0.baseAddress, Int32(DateText.length), SQLiteText.copied)
            }
        }
    }

    private func bind(_ number: Double, at position: Int32) throws -> Int32 {
        // SQLite would store NULL.
        guard !number.isNaN else { throw ValueError(kind: .double, reason: "a number that is none (NaN)") }
        return sqlite3_bind_double(handle, position, number)
    }

    private func bind(_ bytes: [UInt8], at position: Int32) -> Int32 {
        guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, position, 0) }
        return bytes.withUnsafeBytes {
            sqlite3_bind_blob64(handle, position, $0.baseAddress, UInt64($0.count), SQLiteText.copied)
        }
    }
}
