import ScaffoldRuntime

/// `2026-11-20 09:30:00.000`, always in UTC.
enum HandDate {
    static func text(_ date: Date, suffix: StaticString = "") -> String {
        let milliseconds = Int((date.timeIntervalSince1970 * 1000).rounded())
        let (days, rest) = (milliseconds / 86_400_000, milliseconds % 86_400_000)
        let (year, month, day) = civil(days)
        return String(unsafeUninitializedCapacity: 32) { bytes in
            var count = 0
            func put(_ number: Int, _ digits: Int, _ end: String.UTF8View.Element?) {
                var number = number
                for place in (0..<digits).reversed() {
                    bytes[count + place] = UInt8(48 + number % 10)
                    number /= 10
                }
                count += digits
                if let end {
                    bytes[count] = end
                    count += 1
                }
            }
            put(year, 4, UInt8(ascii: "-"))
            put(month, 2, UInt8(ascii: "-"))
            put(day, 2, UInt8(ascii: " "))
            put(rest / 3_600_000, 2, UInt8(ascii: ":"))
            put(rest / 60_000 % 60, 2, UInt8(ascii: ":"))
            put(rest / 1_000 % 60, 2, UInt8(ascii: "."))
            put(rest % 1_000, 3, nil)
            for place in 0..<suffix.utf8CodeUnitCount { bytes[count + place] = suffix.utf8Start[place] }
            return count + suffix.utf8CodeUnitCount
        }
    }

    static func date(_ text: UnsafePointer<UInt8>) -> Date {
        func number(_ place: Int, _ digits: Int) -> Int {
            var number = 0
            for place in place..<place + digits { number = number * 10 + Int(text[place]) - 48 }
            return number
        }
        let seconds = number(11, 2) * 3_600 + number(14, 2) * 60 + number(17, 2)
        return date(number(0, 4), number(5, 2), number(8, 2), seconds: seconds, milliseconds: number(20, 3))
    }

    static func date(_ year: Int, _ month: Int, _ day: Int, seconds: Int, milliseconds: Int) -> Date {
        // Howard Hinnant, days_from_civil
        let year = month <= 2 ? year - 1 : year
        let (era, yearOfEra) = (year / 400, year % 400)
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        return Date(timeIntervalSince1970: Double(days * 86_400 + seconds) + Double(milliseconds) / 1000)
    }

    private static func civil(_ days: Int) -> (Int, Int, Int) {
        let days = days + 719_468
        let (era, dayOfEra) = (days / 146_097, days % 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
    }
}
