#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a new row gets for an attribute that it says nothing of.
public enum AttributeDefault: Sendable, Hashable {
    /// This value.
    case value(Value)
    /// The time of writing.
    case now
    /// A random UUID.
    case uuidv4
    /// A UUID that grows with time, so that rows stand in the order of their making.
    case uuidv7
    /// What the database makes of this expression; the row is read back after it is written.
    case sql(String)

    /// The value for a row that is written now; nil where the database makes it.
    func value(at now: Date) -> Value? {
        switch self {
        case .value(let value): value
        case .now: .date(now)
        case .uuidv4: .uuid(UUID())
        case .uuidv7: .uuid(UUID.version7(at: now))
        case .sql: nil
        }
    }
}

extension UUID {
    /// A UUID of version 7 (RFC 9562): 48 bits of milliseconds since 1970, then random bits.
    public static func version7(at date: Date = Date()) -> UUID {
        var bytes = UUID().uuid
        let milliseconds = UInt64(max(0, date.timeIntervalSince1970 * 1000))
        withUnsafeMutableBytes(of: &bytes) { raw in
            for index in 0..<6 { raw[index] = UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * UInt64(index))) }
            raw[6] = raw[6] & 0x0F | 0x70
        }
        return UUID(uuid: bytes)
    }
}
