#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Dates as text in a database that has no type for them: `2026-11-20 09:30:00.000 +00:00`, as Sequelize writes them.
package enum DateText {
    /// How many bytes `write` fills.
    package static let length = 30

    /// The text of a date, nil outside of the years 0 to 9999.
    package static func string(_ date: Date) -> String? { CivilTime(date).map(string) }

    package static func string(_ time: CivilTime) -> String {
        String(unsafeUninitializedCapacity: length) { buffer in
            write(time, into: buffer)
            return length
        }
    }

    /// Writes the text of a time into a buffer of at least `length` bytes.
    package static func write(_ time: CivilTime, into buffer: UnsafeMutableBufferPointer<UInt8>) {
        let form: StaticString = "0000-00-00 00:00:00.000 +00:00"
        _ = buffer.update(fromContentsOf: UnsafeBufferPointer(start: form.utf8Start, count: form.utf8CodeUnitCount))
        CivilTime.write(time.year, 4, into: buffer, at: 0)
        CivilTime.write(time.month, 2, into: buffer, at: 5)
        CivilTime.write(time.day, 2, into: buffer, at: 8)
        CivilTime.write(time.hour, 2, into: buffer, at: 11)
        CivilTime.write(time.minute, 2, into: buffer, at: 14)
        CivilTime.write(time.second, 2, into: buffer, at: 17)
        CivilTime.write(time.millisecond, 3, into: buffer, at: 20)
    }

    /// Reads a date: blank or `T` between day and time, fraction and zone optional (without one it is UTC), a day alone.
    package static func parse(_ text: String) -> Date? {
        var text = text
        return text.withUTF8 { parse($0) }
    }

    package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Date? {
        if let time = written(bytes) { return time.date }
        guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = CivilTime.number(bytes, 0, 4), let month = CivilTime.number(bytes, 5, 2),
            let day = CivilTime.number(bytes, 8, 2)
        else { return nil }
        var time = CivilTime(year: year, month: month, day: day, hour: 0, minute: 0, second: 0, millisecond: 0)
        guard bytes.count > 10 else { return time.date }
        guard bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T"), bytes.count >= 16,
            bytes[13] == UInt8(ascii: ":"),
            let hour = CivilTime.number(bytes, 11, 2), let minute = CivilTime.number(bytes, 14, 2)
        else { return nil }
        time.hour = hour
        time.minute = minute
        var index = 16
        if index < bytes.count, bytes[index] == UInt8(ascii: ":") {
            guard let second = CivilTime.number(bytes, 17, 2) else { return nil }
            time.second = second
            index = 19
            if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
                guard let (milliseconds, end) = CivilTime.fraction(bytes, from: index) else { return nil }
                time.millisecond = milliseconds
                index = end
            }
        }
        guard let offset = zone(bytes, from: index), let date = time.date else { return nil }
        return offset == 0 ? date : date.addingTimeInterval(TimeInterval(-offset * 60))
    }

    /// The time in the form that `write` writes, as nearly every date is kept; nil for any other.
    private static func written(_ bytes: UnsafeBufferPointer<UInt8>) -> CivilTime? {
        guard bytes.count == length, let start = bytes.baseAddress.map(UnsafeRawPointer.init),
            let month = DigitWord(start, "0000-00-"), let clock = DigitWord(start + 8, "00 00:00"),
            let fraction = DigitWord(start + 16, ":00.000 "),
            let zone = DigitWord(start + 22, "0 +00:00"), zone.pair(3) == 0, zone.pair(6) == 0
        else { return nil }
        return CivilTime(
            year: month.pair(0) * 100 + month.pair(2), month: month.pair(5), day: clock.pair(0), hour: clock.pair(3),
            minute: clock.pair(6), second: fraction.pair(1), millisecond: fraction.pair(4) * 10 + fraction[6])
    }

    /// The minutes east of UTC that the rest says: nothing, `Z`, `+01:00`, `+0100` or `+01`, a blank before it or not.
    private static func zone(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        if index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
        guard index < bytes.count else { return index == start ? 0 : nil }
        let sign = bytes[index]
        if sign == UInt8(ascii: "Z") { return index + 1 == bytes.count ? 0 : nil }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            let hours = CivilTime.number(bytes, index + 1, 2), hours < 24
        else { return nil }
        index += 3
        var minutes = 0
        if index < bytes.count {
            if bytes[index] == UInt8(ascii: ":") { index += 1 }
            guard let found = CivilTime.number(bytes, index, 2), found < 60, index + 2 == bytes.count else {
                return nil
            }
            minutes = found
        }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
    }
}
