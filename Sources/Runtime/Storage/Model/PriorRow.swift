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
    /// The row that a whole model is about to be written over, read only for models whose rules compare with it.
    static func prior(to values: [Value]) async throws -> PriorRow {
        guard validations.needsStoredRow else { return .none }
        var query = Query<Self>()
        query.unscoped()
        query.paranoid(false)
        for key in table.primaryKey { query.add(.comparison(key, .equal, values[key])) }
        query.takeFirst()
        return try await findAll(query).first.map { try .values($0.checkedValues()) } ?? .none
    }
}
