#if MySQL
    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// MySQL's words, as far as MariaDB knows them too.
    struct MySQLDialect: Dialect {
        var name: String { "MySQL" }

        // The protocol counts the values of a statement in 16 bits.
        var maximumValues: Int { 65_535 }

        var returnsRows: Bool { false }

        var tellsInsertedKey: Bool { true }

        var now: String { "CURRENT_TIMESTAMP(3)" }

        var insertOfDefaults: String { " () VALUES ()" }

        /// Where the server keeps names as they are written, capital letters count.
        var tableExists: String {
            """
            SELECT 1 FROM information_schema.tables INNER JOIN (SELECT ? AS wanted) AS names
            ON CONVERT(table_name USING utf8mb4) COLLATE utf8mb4_general_ci = wanted
            WHERE table_schema = DATABASE() AND (@@lower_case_table_names > 0
            OR CONVERT(table_name USING utf8mb4) COLLATE utf8mb4_bin = wanted)
            """
        }

        func quote(_ identifier: String) -> String { MySQLText.quote(identifier) }

        func placeholder(_ number: Int) -> String { "?" }
        func placeholders(from number: Int, count: Int) -> String { QuestionMarks.list(count) }

        func literal(_ value: Value) throws -> String {
            switch value {
            case .null: return "NULL"
            case .integer(let number): return "\(number)"
            case .boolean(let flag): return flag ? "1" : "0"
            case .double(let number):
                guard number.isFinite else { throw ValueError(kind: .double, reason: "a number that is not finite") }
                return "\(number)"
            case .decimal(let number):
                guard !number.isNaN else { throw ValueError(kind: .decimal, reason: "a number that is none (NaN)") }
                return number.description
            case .date(let date): return try MySQLText.literal(MySQLText.date(date))
            case .dateOnly(let date): return MySQLText.literal(date.description)
            case .time(let time): return MySQLText.literal(time.description)
            case .uuid(let uuid): return MySQLText.literal(MySQLText.uuid(uuid))
            case .blob(let bytes): return "x'" + bytes.map(hexadecimal).joined() + "'"
            case .text(let text):
                guard !text.utf8.contains(0) else { throw ValueError(kind: .text, reason: "text with a NUL character") }
                return MySQLText.literal(text)
            }
        }

        private func hexadecimal(_ byte: UInt8) -> String {
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }

        /// Rows are locked in all tables of the query: MariaDB does not know `FOR UPDATE OF`. Nor have both a word for a
        /// shared lock that does not wait; there the rows are locked for updates.
        func lock(_ lock: RowLock, _ wait: LockWait, of alias: String) -> String {
            switch (lock, wait) {
            case (.share, .wait): " LOCK IN SHARE MODE"
            case (.update, .wait): " FOR UPDATE"
            case (_, .skipLocked): " FOR UPDATE SKIP LOCKED"
            case (_, .noWait): " FOR UPDATE NOWAIT"
            }
        }

        /// MySQL finds the row by any of its keys, whichever columns are named.
        func upsert(conflict: [String], update: [String], also sums: [String]) -> String {
            var changes = update.map { "\(quote($0)) = VALUES(\(quote($0)))" } + sums
            // Nothing to update: a column is said to be what it is.
            if changes.isEmpty { changes = conflict.prefix(1).map { "\(quote($0)) = \(quote($0))" } }
            return changes.isEmpty ? "" : " ON DUPLICATE KEY UPDATE \(changes.joined(separator: ", "))"
        }

        var foreignKeys: String? { nil }

        /// TRUNCATE takes no table that others refer to, not even an empty one's rows. ALTER TABLE ends a transaction.
        func truncate(_ table: String) -> [String] {
            ["DELETE FROM \(quote(table))", "ALTER TABLE \(quote(table)) AUTO_INCREMENT = 1"]
        }
    }
#endif
