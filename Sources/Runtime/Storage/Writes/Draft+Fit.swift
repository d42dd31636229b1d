#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Draft {
    /// Refuses numbers and texts that their columns cannot hold. An engine that does not look at that itself would
    /// keep them, and another one would not.
    ///
    /// - Throws: ``ValueTooLongError``, as the engines do that look.
    func requireFit() throws {
        for limit in table.limits where !limit.allows(values[limit.column]) && written.contains(limit.column) {
            throw ValueTooLongError(table: table.name, column: table.attributes[limit.column].name)
        }
    }
}

extension Changes {
    /// The values that their columns cannot hold, once `trim` and `lowercase` were applied.
    package var misfits: [(column: Int, value: Value, limit: ColumnLimit)] {
        M.table.limits.compactMap { limit in
            guard let value = values[limit.column]?.applying(M.table.textRules[limit.column]), !limit.allows(value)
            else { return nil }
            return (limit.column, value, limit)
        }
    }
}

/// How large a value of a column may be.
package struct ColumnLimit: Sendable {
    private enum Size {
        case characters(Int)
        case integers(ClosedRange<Int64>)
        case decimals(digits: Int, behindPoint: Int)
    }

    let column: Int
    private let size: Size

    /// What a value must be: `at most 60 characters long`.
    package var expected: String {
        switch size {
        case .characters(let length): "at most \(length) characters long"
        case .integers(let range): "from \(range.lowerBound) to \(range.upperBound)"
        case .decimals(let digits, let behindPoint):
            "a number of at most \(digits) digits, \(behindPoint) of them behind the point"
        }
    }

    /// The name of the rule that says so.
    package var validator: String {
        switch size {
        case .characters: "len"
        case .integers: "max"
        case .decimals: "isDecimal"
        }
    }

    /// Nil for a type that takes everything, or whose limits the engines keep.
    init?(_ column: Int, _ type: ColumnType) {
        self.column = column
        switch type {
        case .string(let length), .char(let length): size = .characters(length)
        case .smallint: size = .integers(Int64(Int16.min)...Int64(Int16.max))
        case .integer: size = .integers(Int64(Int32.min)...Int64(Int32.max))
        case .decimal(let precision?, let scale): size = .decimals(digits: precision, behindPoint: scale ?? 0)
        default: return nil
        }
    }

    func allows(_ value: Value) -> Bool {
        switch (value, size) {
        case (.integer(let number), .integers(let range)): range.contains(number)
        // there are never more characters than bytes, so most texts need not be counted
        case (.text(let text), .characters(let length)):
            text.utf8.count <= length || text.unicodeScalars.count <= length
        // servers would round it in silence
        case (.decimal(let number), .decimals(let digits, let behindPoint)):
            Self.isWithin(number, digits, behindPoint)
        default: true
        }
    }

    private static func isWithin(_ number: Decimal, _ digits: Int, _ behindPoint: Int) -> Bool {
        // an engine that has no such number says so itself
        guard !number.isNaN else { return true }
        let parts = number.magnitude.description.split(separator: ".")
        let whole = parts.first.map { $0 == "0" ? 0 : $0.utf8.count } ?? 0
        return whole <= digits - behindPoint && (parts.count < 2 || parts[1].utf8.count <= behindPoint)
    }
}
