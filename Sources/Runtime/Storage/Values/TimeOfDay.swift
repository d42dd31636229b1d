/// A time of the day, without a date or a zone: an attribute of type `time`.
public struct TimeOfDay: Sendable, Hashable, Comparable, CustomStringConvertible, LosslessStringConvertible {
    /// 0 to 23.
    public let hour: Int
    /// 0 to 59.
    public let minute: Int
    /// 0 to 59.
    public let second: Int
    /// 0 to 999.
    public let millisecond: Int

    /// A time, nil when the clock has none of that number.
    public init?(hour: Int, minute: Int, second: Int = 0, millisecond: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
            (0...999).contains(millisecond)
        else { return nil }
        self.hour = hour
        self.minute = minute
        self.second = second
        self.millisecond = millisecond
    }

    /// Reads `09:30`, `09:30:00` or `09:30:00.5` (to milliseconds).
    public init?(_ description: String) {
        let bytes = Array(description.utf8)
        guard bytes.count >= 5, bytes[2] == UInt8(ascii: ":"),
            let hour = CivilTime.number(bytes, 0, 2), let minute = CivilTime.number(bytes, 3, 2)
        else { return nil }
        var second = 0
        var millisecond = 0
        if bytes.count > 5 {
            guard bytes[5] == UInt8(ascii: ":"), let found = CivilTime.number(bytes, 6, 2) else { return nil }
            second = found
        }
        if bytes.count > 8 {
            guard let (found, end) = CivilTime.fraction(bytes, from: 8), end == bytes.count else { return nil }
            millisecond = found
        }
        self.init(hour: hour, minute: minute, second: second, millisecond: millisecond)
    }

    /// `09:30:00`, with `.250` behind it when there are milliseconds.
    public var description: String {
        String(unsafeUninitializedCapacity: 12) { buffer in
            CivilTime.write(hour, 2, into: buffer, at: 0)
            buffer[2] = UInt8(ascii: ":")
            CivilTime.write(minute, 2, into: buffer, at: 3)
            buffer[5] = UInt8(ascii: ":")
            CivilTime.write(second, 2, into: buffer, at: 6)
            guard millisecond > 0 else { return 8 }
            buffer[8] = UInt8(ascii: ".")
            CivilTime.write(millisecond, 3, into: buffer, at: 9)
            return 12
        }
    }

    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        (left.hour, left.minute, left.second, left.millisecond)
            < (right.hour, right.minute, right.second, right.millisecond)
    }
}
