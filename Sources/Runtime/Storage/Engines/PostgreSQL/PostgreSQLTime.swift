#if PostgreSQL
    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// Dates and times as the server sends them: counted from the year 2000 on, in days or millionths of a second.
    enum PostgreSQLTime {
        /// Days from 1970-01-01 to 2000-01-01.
        private static let epochDays = 10_957
        private static let epochMilliseconds = epochDays * 86_400_000
        private static let microsecondsOfDay: Int64 = 86_400_000_000

        /// The moment so many microseconds after the year 2000 began, to the millisecond; nil for `infinity` and
        /// outside of the years 0 to 9999.
        static func date(microseconds: Int64) -> Date? {
            guard microseconds != .max, microseconds != .min else { return nil }
            // Rounded down: what has no room is cut, as everywhere.
            let milliseconds = (microseconds >= 0 ? microseconds : microseconds - 999) / 1000
            let seconds = Double(milliseconds + Int64(epochMilliseconds)) / 1000
            guard seconds >= firstSecond, seconds < endSecond else { return nil }
            return Date(timeIntervalSince1970: seconds)
        }

        /// The microseconds from the year 2000 on to a moment, to the millisecond.
        ///
        /// - Throws: ``ValueError`` outside of the years 0 to 9999.
        static func microseconds(_ date: Date) throws -> Int64 {
            let seconds = date.timeIntervalSince1970
            guard seconds >= firstSecond, seconds < endSecond else {
                throw ValueError(kind: .date, reason: "a date outside of the years 0 to 9999")
            }
            let milliseconds = Int64((seconds * 1000).rounded())
            // What is rounded up may be beyond the end.
            guard milliseconds < Int64(endSecond) * 1000 else {
                throw ValueError(kind: .date, reason: "a date outside of the years 0 to 9999")
            }
            return (milliseconds - Int64(epochMilliseconds)) * 1000
        }

        static func dateOnly(days: Int32) -> DateOnly? {
            guard days != .max, days != .min else { return nil }
            let (year, month, day) = CivilTime.civil(fromDays: Int(days) + epochDays)
            return DateOnly(year: year, month: month, day: day)
        }

        static func days(_ date: DateOnly) -> Int32 {
            Int32(clamping: CivilTime.days(fromCivil: date.year, date.month, date.day) - epochDays)
        }

        /// The microseconds from the year 2000 on to the beginning of a day, in UTC.
        static func microseconds(_ date: DateOnly) -> Int64 { Int64(days(date)) * microsecondsOfDay }

        /// The beginning of a day, in UTC.
        static func date(days: Int32) -> Date? {
            dateOnly(days: days).flatMap { self.date(microseconds: microseconds($0)) }
        }

        /// The time so many microseconds after midnight; nil for `24:00:00`, which a clock does not show.
        static func timeOfDay(microseconds: Int64) -> TimeOfDay? {
            guard (0..<microsecondsOfDay).contains(microseconds) else { return nil }
            let milliseconds = Int(microseconds / 1000)
            return TimeOfDay(
                hour: milliseconds / 3_600_000, minute: milliseconds / 60_000 % 60, second: milliseconds / 1000 % 60,
                millisecond: milliseconds % 1000)
        }

        static func microseconds(_ time: TimeOfDay) -> Int64 {
            Int64(((time.hour * 60 + time.minute) * 60 + time.second) * 1000 + time.millisecond) * 1000
        }

        private static let firstSecond = -62_167_219_200.0  // 0000-01-01
        private static let endSecond = 253_402_300_800.0  // 10000-01-01
    }
#endif
