#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A moment as the calendar and clock of UTC say it, to the millisecond. No formatter: one costs more than the query.
package struct CivilTime: Sendable, Hashable {
    package var year: Int
    package var month: Int
    package var day: Int
    package var hour: Int
    package var minute: Int
    package var second: Int
    package var millisecond: Int

    package init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, millisecond: Int) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.millisecond = millisecond
    }

    /// The civil time of a moment, nil outside of the years 0 to 9999 (which a date's text form cannot hold).
    package init?(_ date: Date) {
        let seconds = date.timeIntervalSince1970
        guard seconds >= Self.firstSecond, seconds < Self.endSecond else { return nil }
        // Rounded, since 0.123 as a double may be a hair below; a stored date must come back as the same millisecond.
        let total = Int((seconds * 1000).rounded())
        var days = total / 86_400_000
        var rest = total % 86_400_000
        if rest < 0 {
            rest += 86_400_000
            days -= 1
        }
        (year, month, day) = Self.civil(fromDays: days)
        guard year <= 9999 else { return nil }
        hour = rest / 3_600_000
        minute = rest / 60_000 % 60
        second = rest / 1000 % 60
        millisecond = rest % 1000
    }

    /// A moment to the millisecond that is stored; one outside of the years 0 to 9999 as it is.
    package static func stored(_ date: Date) -> Date {
        let seconds = date.timeIntervalSince1970
        guard seconds >= firstSecond, seconds < endSecond - 0.0005 else { return date }
        return Date(timeIntervalSince1970: (seconds * 1000).rounded() / 1000)
    }

    /// The moment, nil when calendar or clock have no such time.
    package var date: Date? {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.days(inMonth: month, of: year), (0...23).contains(hour), (0...59).contains(minute),
            (0...59).contains(second), (0...999).contains(millisecond)
        else { return nil }
        let days = Self.days(fromCivil: year, month, day)
        let milliseconds = ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + millisecond
        return Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    }

    private static let firstSecond = -62_167_219_200.0  // 0000-01-01
    private static let endSecond = 253_402_300_800.0  // 10000-01-01
}

// Calendar: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
extension CivilTime {
    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 1970-01-01 to a day of the proleptic Gregorian calendar.
    package static func days(fromCivil year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day of the calendar so many days after 1970-01-01.
    package static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

// Digits.
extension CivilTime {
    /// The number of exactly `width` ASCII digits at a position.
    @inline(__always)
    package static func number<Bytes: RandomAccessCollection<UInt8>>(
        _ bytes: Bytes, _ start: Int, _ width: Int
    ) -> Int? where Bytes.Index == Int {
        guard start + width <= bytes.endIndex else { return nil }
        var result = 0
        for index in start..<start + width {
            let digit = bytes[index] &- 48
            guard digit < 10 else { return nil }
            result = result * 10 + Int(digit)
        }
        return result
    }

    /// The milliseconds of a fraction that starts with its point (digits beyond are cut), and where it ends.
    package static func fraction<Bytes: RandomAccessCollection<UInt8>>(
        _ bytes: Bytes, from start: Int
    ) -> (milliseconds: Int, end: Int)? where Bytes.Index == Int {
        guard start < bytes.endIndex, bytes[start] == UInt8(ascii: ".") else { return nil }
        var index = start + 1
        var milliseconds = 0
        var weight = 100
        while index < bytes.endIndex, bytes[index] &- 48 < 10 {
            milliseconds += Int(bytes[index] &- 48) * weight
            weight /= 10
            index += 1
        }
        return index == start + 1 ? nil : (milliseconds, index)
    }

    /// Writes a number with leading zeros.
    package static func write(
        _ number: Int, _ width: Int, into buffer: UnsafeMutableBufferPointer<UInt8>, at start: Int
    ) {
        var rest = number
        for index in stride(from: start + width - 1, through: start, by: -1) {
            buffer[index] = UInt8(truncatingIfNeeded: 48 + rest % 10)
            rest /= 10
        }
    }
}
