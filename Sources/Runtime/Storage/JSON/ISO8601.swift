#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Dates as JSON has them: `2026-11-20T09:30:00.000Z`.
public enum ISO8601 {
    /// Reads a date in ISO 8601: `2026-11-20T09:30:00Z`, with a fraction of a second and an offset (`+01:00`) where
    /// wanted, or a day alone, which is its beginning in UTC.
    ///
    /// - Returns: nil for what is no date, for days that the calendar does not have, and for times that do not say in
    ///   which zone they are: guessing would store a wrong moment.
    public static func date(from text: String) -> Date? {
        let clock = text.utf8.dropFirst(10)
        guard clock.isEmpty || clock.contains(where: { "Z+-".utf8.contains($0) }) else { return nil }
        return DateText.parse(text)
    }

    /// The date as text, in UTC, to the millisecond: `2026-11-20T09:30:00.000Z`; nil outside of the years 0 to 9999.
    public static func string(from date: Date) -> String? {
        CivilTime(date).map { time in
            String(unsafeUninitializedCapacity: length) { buffer in
                write(time, into: buffer)
                return length
            }
        }
    }

    /// How many bytes `write` fills.
    static let length = 24

    /// Writes a time into a buffer of at least `length` bytes.
    static func write(_ time: CivilTime, into buffer: UnsafeMutableBufferPointer<UInt8>) {
        let form: StaticString = "0000-00-00T00:00:00.000Z"
        _ = buffer.update(fromContentsOf: UnsafeBufferPointer(start: form.utf8Start, count: form.utf8CodeUnitCount))
        CivilTime.write(time.year, 4, into: buffer, at: 0)
        CivilTime.write(time.month, 2, into: buffer, at: 5)
        CivilTime.write(time.day, 2, into: buffer, at: 8)
        CivilTime.write(time.hour, 2, into: buffer, at: 11)
        CivilTime.write(time.minute, 2, into: buffer, at: 14)
        CivilTime.write(time.second, 2, into: buffer, at: 17)
        CivilTime.write(time.millisecond, 3, into: buffer, at: 20)
    }
}
