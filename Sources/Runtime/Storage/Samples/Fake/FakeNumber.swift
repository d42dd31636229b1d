#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A number that looks like what its column's name promises, within the bounds of its rules.
struct FakeNumber: Sendable {
    private let type: ColumnType
    /// In steps of ``unit``.
    private let range: ClosedRange<Int>
    /// How many of the smallest steps one is: 100 for hundredths.
    private let scale: Int
    private let step: Int

    /// Nil for rules that no number keeps.
    init?(_ name: String, _ type: ColumnType, _ facts: ColumnFacts) {
        self.type = type
        let (places, most): (Int, Double) =
            switch type {
            case .smallint: (0, 32_767)
            case .integer: (0, 2_147_483_647)
            case .bigint: (0, 9_000_000_000_000)
            case .decimal(let precision?, let places):
                (min(places ?? 0, 6), Self.power(precision - (places ?? 0)) - 1)
            case .decimal(nil, _): (2, 1_000_000)
            default: (2, 1_000_000)
            }
        scale = Int(Self.power(places))
        step = max(1, abs(facts.arguments(of: "isDivisibleBy")?.first.flatMap { Int($0) } ?? 1)) * scale
        let usual = Self.usual(name, isFraction: places > 0)
        let least = facts.arguments(of: "min")?.first.flatMap(Double.init)
        let greatest = facts.arguments(of: "max")?.first.flatMap(Double.init)
        let room = max(most, 0)
        var low = least ?? min(usual.lowerBound, greatest ?? usual.lowerBound)
        var high = greatest ?? max(usual.upperBound, low + max(1, usual.upperBound - usual.lowerBound))
        if facts.has("isPort") { (low, high) = (max(low, 1024), min(high, 65_535)) }
        low = max(low, -room)
        high = min(high, room)
        let unit = Double(facts.has("isDivisibleBy") ? step : 1)
        let bounds = ((low * Double(scale) / unit).rounded(.up), (high * Double(scale) / unit).rounded(.down))
        guard bounds.0 <= bounds.1, abs(bounds.0) < 9e15, abs(bounds.1) < 9e15 else { return nil }
        range = Int(bounds.0)...Int(bounds.1)
        multiplier = Int(unit)
        // Without a bound, unique numbers may go on as far as the type has room.
        isOpen = greatest == nil && !facts.has("isPort")
        limit = Int(min(room, 9e9)) * (facts.has("isDivisibleBy") ? 1 : scale)
    }

    private let multiplier: Int
    private let isOpen: Bool
    private let limit: Int

    func value(_ turn: Int, isUnique: Bool, _ chance: inout SampleNumber) -> Value? {
        let number: Int
        if isUnique {
            let next = range.lowerBound + turn
            if next <= (isOpen ? max(limit, range.upperBound) : range.upperBound) {
                number = next
            } else {
                number = range.lowerBound + turn % (range.upperBound - range.lowerBound + 1)
            }
        } else {
            number = range.lowerBound + chance.next(below: range.upperBound - range.lowerBound + 1)
        }
        let units = number * multiplier
        switch type {
        case .smallint, .integer, .bigint: return .integer(Int64(units / scale))
        case .decimal:
            let places = scale == 1 ? 0 : String(scale).count - 1
            return .decimal(
                Decimal(sign: units < 0 ? .minus : .plus, exponent: -places, significand: Decimal(abs(units))))
        default: return .double(Double(units) / Double(scale))
        }
    }

    private static func power(_ exponent: Int) -> Double {
        (0..<max(0, min(exponent, 12))).reduce(1) { product, _ in product * 10 }
    }

    /// What numbers of this name are between, mostly.
    private static func usual(_ name: String, isFraction: Bool) -> ClosedRange<Double> {
        let known: [([String], ClosedRange<Double>)] = [
            (["latitude", "lat"], -60...70), (["longitude", "lng", "lon"], -180...180), (["age"], 18...90),
            (["year"], 1950...2025), (["month"], 1...12), (["rating", "stars"], 1...5),
            (["percent", "percentage", "score", "discount", "progress"], 0...100),
            (["quantity", "count", "stock", "amountinstock", "seats"], 0...500),
            (["position", "rank", "order", "level", "priority"], 0...100), (["views", "likes"], 0...20_000),
            (["duration", "minutes"], 5...180), (["size", "bytes"], 100...5_000_000),
            (["price", "total", "amount", "cost", "salary", "fee", "balance"], 1...900),
        ]
        if let found = known.first(where: { $0.0.contains { name == $0 || name.hasSuffix($0) && $0.count > 3 } }) {
            return found.1
        }
        return isFraction ? 0...1000 : 1...10_000
    }
}
