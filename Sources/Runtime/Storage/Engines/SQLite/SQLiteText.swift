import CSQLite

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How SQLite keeps what it has no type for.
enum SQLiteText {
    /// SQLITE_TRANSIENT: SQLite makes a copy of what it is given. (The macro is a cast, which Swift does not import.)
    static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    static func date(_ date: Date) throws -> String { DateText.string(try civilTime(date)) }

    static func civilTime(_ date: Date) throws -> CivilTime {
        guard let time = CivilTime(date) else {
            throw ValueError(kind: .date, reason: "a date outside of the years 0 to 9999")
        }
        return time
    }

    /// A text in its quotes.
    static func literal(_ text: String) -> String { QuotedText.quoted(text, by: "'") }

    static func uuid(_ uuid: UUID) -> String { uuid.uuidString.lowercased() }
}
