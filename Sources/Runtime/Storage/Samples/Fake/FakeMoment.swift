#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A moment of a made-up row. They lie between fixed days, so that the same seed makes the same rows on any day.
struct FakeMoment: Sendable, Hashable {
    /// Seconds since 1970, whole ones.
    var seconds: Int

    var date: Date { Date(timeIntervalSince1970: Double(seconds)) }

    var day: DateOnly? {
        CivilTime(date).flatMap { DateOnly(year: $0.year, month: $0.month, day: $0.day) }
    }

    /// 2024 and 2025.
    static let past = 1_704_067_200...1_767_225_599
    /// The years in which grown-ups were born.
    static let births = -631_152_000...1_104_537_599
    /// The thirties.
    static let future = 1_893_456_000...2_208_988_799

    static func past(_ chance: inout SampleNumber) -> FakeMoment { FakeMoment(in: past, &chance) }

    init(seconds: Int) { self.seconds = seconds }

    init(in range: ClosedRange<Int>, _ chance: inout SampleNumber) {
        seconds = range.lowerBound + chance.next(below: range.upperBound - range.lowerBound + 1)
    }

    /// When a row was made, and later moments of its life.
    ///
    /// - Parameter step: 0 when it was made, 1 when it was changed, 2 when it was destroyed.
    init(ofRow number: Int, seed: UInt64, step: Int) {
        var chance = SampleNumber(state: seed &+ UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9)
        seconds = Self(in: Self.past.lowerBound...Self.past.upperBound - 86_400 * 60, &chance).seconds
        for _ in 0..<step { seconds += chance.next(below: 86_400 * 30) }
    }
}
