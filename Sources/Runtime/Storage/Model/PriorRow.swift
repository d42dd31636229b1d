#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What is known of a row before it is written, for the rules that compare.
enum PriorRow: Sendable {
    /// The row is new, or no rule asks.
    case none
    /// What it held.
    case values([Value])
    /// Many rows are written at once, and none of them was read.
    case unknown

    var isUnknown: Bool { if case .unknown = self { true } else { false } }

    /// Whether the row held something else, as far as anyone knows.
    func mayDiffer(from value: Value, at index: Int) -> Bool {
        switch self {
        case .none: false
        case .values(let values): !values.indices.contains(index) || values[index] != value
        case .unknown: true
        }
    }
}

extension Model {
    /// The row that is about to be written over, read only for models whose rules compare with it.
    ///
    /// - Parameter keys: the columns that find it; without any, or where one is null, the row is new.
    nonisolated(nonsending) static func prior(to values: [Value], foundBy keys: [Int]) async throws -> PriorRow {
        guard validations.needsStoredRow, !keys.isEmpty, !keys.contains(where: { values[$0] == .null }) else {
            return .none
        }
        var query = Query<Self>()
        query.unscoped()
        query.paranoid(false)
        for key in keys { query.add(.comparison(key, .equal, values[key])) }
        query.takeFirst()
        return try await query.rows(Shape<Self>.model([])).first.map { try .values($0.checkedValues()) } ?? .none
    }
}
