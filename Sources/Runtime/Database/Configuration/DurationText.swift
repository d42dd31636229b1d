import ScaffoldStorage

/// A duration as settings write it: a whole number and its unit, `500ms`, `15s`, `5m`, `24h`, `7d`.
public enum DurationText {
    private static let units: [(word: String, duration: Duration)] = [
        ("ms", .milliseconds(1)), ("s", .seconds(1)), ("m", .minutes(1)), ("h", .hours(1)), ("d", .days(1)),
    ]

    /// Reads one; nil when it is none, or longer than a hundred years.
    public static func parse(_ text: String) -> Duration? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard let count = Int64(digits), count <= 3_155_760_000_000,
            let unit = units.first(where: { $0.word == text[digits.endIndex...] })?.duration
        else { return nil }
        let (seconds, attoseconds) = unit.components
        // A unit is whole seconds, or a thousandth of one.
        let (whole, isTooLong) = count.multipliedReportingOverflow(by: seconds)
        guard !isTooLong, whole <= 3_155_760_000 else { return nil }
        return attoseconds == 0 ? .seconds(whole) : .milliseconds(count)
    }
}
