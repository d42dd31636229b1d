import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The value of the header `Date`, made once a second.
final class DateHeader: Sendable {
    private let last = Locked((second: Int.min, text: ""))

    /// The time as `Fri, 20 Nov 2026 09:30:00 GMT`.
    func text(at date: Date = Date()) -> String {
        let second = Int(date.timeIntervalSince1970)
        return last.withLock { last in
            if last.second != second { last = (second, Self.format(date, second)) }
            return last.text
        }
    }

    private static func format(_ date: Date, _ second: Int) -> String {
        guard let time = CivilTime(Date(timeIntervalSince1970: Double(second))) else { return "" }
        // 1970 began on a Thursday.
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][(second / 86_400) % 7]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(weekday), \(two(time.day)) \(months[time.month - 1]) \(time.year) "
            + "\(two(time.hour)):\(two(time.minute)):\(two(time.second)) GMT"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
