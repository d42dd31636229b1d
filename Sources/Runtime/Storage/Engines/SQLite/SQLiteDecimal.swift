import CSQLite

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Decimals in SQLite: its columns keep numbers as integers or doubles, and a double gives back 15 digits exactly.
/// A decimal with more is refused rather than rounded in silence.
enum SQLiteDecimal {
    private static let exactDigits = 15

    /// The number to bind, which sorts and compares as a number.
    static func stored(_ decimal: Decimal) throws -> Value {
        let text = decimal.description
        if let integer = Int64(text) { return .integer(integer) }
        guard let digits = DecimalText.significantDigits(text), digits <= exactDigits, let number = Double(text),
            number.isFinite
        else {
            throw ValueError(
                kind: .decimal, reason: "a decimal of more than \(exactDigits) digits, which SQLite would round")
        }
        return .double(number)
    }

    /// The decimal of at most 15 digits that was stored as this double; nil when none can have been.
    static func decimal(_ double: Double) -> Decimal? {
        guard double.isFinite else { return nil }
        let shortest = "\(double)"
        if let digits = DecimalText.significantDigits(shortest), digits <= exactDigits {
            return Decimal(string: shortest)
        }
        // Sums of doubles carry an error in the digits beyond.
        return Decimal(string: rounded(double))
    }

    /// 15 significant digits, in the form `1.5e-07`; by SQLite's printf, which knows no locale.
    private static func rounded(_ double: Double) -> String {
        let capacity = 40
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
            withVaList([double]) { arguments in
                _ = sqlite3_vsnprintf(Int32(capacity), buffer.baseAddress, "%.15g", arguments)
            }
            return buffer.baseAddress.map { String(cString: $0) } ?? ""
        }
    }
}
