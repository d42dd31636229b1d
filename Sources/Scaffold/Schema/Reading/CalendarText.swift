/// Days and times as a schema names them: what the runtime can read, checked when the schema is.
enum CalendarText {
    /// Whether a text names a value to compare with values of a type: a moment, a day or a time of the day.
    static func names(_ text: String, _ type: AttributeType) -> Bool {
        guard text.utf8.count <= 40 else { return false }
        switch type {
        case .dateonly: return isDay(text[...])
        case .time: return isTime(text[...])
        default:
            guard text.utf8.count > 10 else { return isDay(text[...]) }
            guard let zone = text.wholeMatch(of: /([-0-9]{10})[T ]([0-9:.]+)(Z|[+-][0-9]{2}:[0-9]{2})/) else {
                return false
            }
            return isDay(zone.1) && zone.2.utf8.count >= 8 && isTime(zone.2)
                && (zone.3 == "Z" || isTime(zone.3.dropFirst()))
        }
    }

    /// What to write for a type.
    static func example(_ type: AttributeType) -> String {
        switch type {
        case .dateonly: "a day: '2026-11-20'"
        case .time: "a time: '09:30'"
        default: "a day or a moment: '2026-11-20', '2026-11-20T09:30:00Z'"
        }
    }

    private static func isDay(_ text: Substring) -> Bool {
        guard let parts = text.wholeMatch(of: /([0-9]{4})-([0-9]{2})-([0-9]{2})/),
            let year = Int(parts.1), let month = Int(parts.2), let day = Int(parts.3), (1...12).contains(month)
        else { return false }
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let days = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        return (1...days).contains(day)
    }

    private static func isTime(_ text: Substring) -> Bool {
        guard let parts = text.wholeMatch(of: /([0-9]{2}):([0-9]{2})(?::([0-9]{2})(\.[0-9]{1,9})?)?/),
            let hour = Int(parts.1), let minute = Int(parts.2), let second = Int(parts.3 ?? "0")
        else { return false }
        return hour < 24 && minute < 60 && second < 60
    }
}
