#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Duration {
    /// So many minutes.
    public static func minutes(_ count: Int) -> Duration { .seconds(60) * count }
    /// So many hours.
    public static func hours(_ count: Int) -> Duration { .seconds(3600) * count }
    /// So many days of 24 hours.
    public static func days(_ count: Int) -> Duration { .seconds(86400) * count }

    /// The duration in seconds.
    fileprivate var seconds: TimeInterval {
        TimeInterval(components.seconds) + TimeInterval(components.attoseconds) / 1e18
    }
}

extension Date {
    /// So much later: `Date.now + .hours(1)`.
    public static func + (date: Date, duration: Duration) -> Date { date.addingTimeInterval(duration.seconds) }
    /// So much earlier: `Date.now - .days(7)`.
    public static func - (date: Date, duration: Duration) -> Date { date.addingTimeInterval(-duration.seconds) }
}
