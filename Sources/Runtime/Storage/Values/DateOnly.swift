/// A day of the calendar, without a time or a zone: an attribute of type `dateonly`.
public struct DateOnly: Sendable, Hashable, Comparable, CustomStringConvertible, LosslessStringConvertible {
    /// 0 to 9999.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to the month's last.
    public let day: Int

    /// A day, nil when the calendar has none of that number.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilTime.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2026-11-20`.
    public init?(_ description: String) {
        let bytes = Array(description.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = CivilTime.number(bytes, 0, 4), let month = CivilTime.number(bytes, 5, 2),
            let day = CivilTime.number(bytes, 8, 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `2026-11-20`.
    public var description: String {
        String(unsafeUninitializedCapacity: 10) { buffer in
            CivilTime.write(year, 4, into: buffer, at: 0)
            buffer[4] = UInt8(ascii: "-")
            CivilTime.write(month, 2, into: buffer, at: 5)
            buffer[7] = UInt8(ascii: "-")
            CivilTime.write(day, 2, into: buffer, at: 8)
            return 10
        }
    }

    public static func < (left: DateOnly, right: DateOnly) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}
