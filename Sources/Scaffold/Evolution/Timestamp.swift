#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A moment to the second in UTC, as migrations carry it: `20261120093000`.
struct Timestamp: Equatable, Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Seconds since 1970.
    private var seconds: Int

    init(_ date: Date) { seconds = Int(date.timeIntervalSince1970.rounded(.down)) }

    /// Fourteen digits that are a date and a time; nil for any others.
    init?(_ text: String) {
        guard text.utf8.count == 14, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let digits = text.utf8.map { Int($0) - 48 }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let parts = DateComponents(
            year: number(0..<4), month: number(4..<6), day: number(6..<8), hour: number(8..<10),
            minute: number(10..<12), second: number(12..<14))
        guard let date = Self.calendar.date(from: parts) else { return nil }
        self.init(date)
        // The calendar makes the 1st of March of the 30th of February; such a text is no date.
        guard description == text else { return nil }
    }

    var description: String {
        let parts = Self.calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
        let rest = [parts.month, parts.day, parts.hour, parts.minute, parts.second]
        return padded(parts.year ?? 0, 4) + rest.map { padded($0 ?? 0, 2) }.joined()
    }

    var date: Date { Date(timeIntervalSince1970: Double(seconds)) }

    /// The next second.
    var next: Timestamp {
        var next = self
        next.seconds += 1
        return next
    }

    static func < (a: Timestamp, b: Timestamp) -> Bool { a.seconds < b.seconds }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()
}

/// Hands out timestamps, each later than the one before and than every migration that exists.
struct TimestampSequence {
    private var last: Timestamp?
    private let start: Timestamp

    init(now: Date, after existing: [MigrationName]) {
        start = Timestamp(now)
        last = existing.map(\.stamp).max()
    }

    mutating func next() -> Timestamp {
        let next = last.map { max($0.next, start) } ?? start
        last = next
        return next
    }
}
