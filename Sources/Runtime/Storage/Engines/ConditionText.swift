/// Reads conditions as servers write them down: `"status" IN ('draft', 'sent')`,
/// `((status)::text = ANY ((ARRAY['draft'::character varying])::text[]))`, ``(`deletedAt` is null)``.
///
/// Only those are understood that say which values columns hold, since these are what enumerations and partial indexes
/// are made of.
struct ConditionText {
    private var rest: ArraySlice<SQLToken>

    /// - Returns: one entry for each column; nil for a condition of any other kind.
    static func values(in text: String) -> [ColumnValues]? {
        let tokens = CastText.stripped(SQLToken.tokens(of: text, bracketsQuote: false).filter { !$0.isBlank })
            .filter { !["(", ")", "[", "]"].contains($0.text) }
        var reader = ConditionText(rest: tokens[...])
        return reader.conditions()
    }

    /// The values that a check lists for one column.
    static func list(in text: String) -> ColumnValues? {
        guard let found = values(in: text), found.count == 1, let only = found.first, only.values != [.null] else {
            return nil
        }
        return only
    }

    private mutating func conditions() -> [ColumnValues]? {
        var found: [ColumnValues] = []
        repeat {
            guard let condition = condition() else { return nil }
            found.append(condition)
        } while take("AND")
        return rest.isEmpty ? found : nil
    }

    private mutating func condition() -> ColumnValues? {
        guard let name = rest.popFirst(), name.kind != .string, let column = name.identifier else { return nil }
        if take("IS") { return take("NULL") ? ColumnValues(column: column, values: [.null]) : nil }
        if take("IN") { return values().map { ColumnValues(column: column, values: $0) } }
        guard takeSymbol("=") else { return nil }
        if take("ANY") {
            guard take("ARRAY") else { return nil }
            return values().map { ColumnValues(column: column, values: $0) }
        }
        return value().map { ColumnValues(column: column, values: [$0]) }
    }

    private mutating func values() -> [Value]? {
        var found: [Value] = []
        repeat {
            guard let value = value() else { return nil }
            found.append(value)
        } while takeSymbol(",")
        return found
    }

    private mutating func value() -> Value? {
        let isNegative = takeSymbol("-")
        guard let token = rest.popFirst() else { return nil }
        if token.kind == .string { return isNegative ? nil : .text(token.identifier ?? "") }
        guard token.kind == .word else { return nil }
        switch token.keyword {
        case "TRUE": return isNegative ? nil : .boolean(true)
        case "FALSE": return isNegative ? nil : .boolean(false)
        default: break
        }
        var text = (isNegative ? "-" : "") + token.text
        if takeSymbol("."), let fraction = rest.popFirst() { text += ".\(fraction.text)" }
        if let number = Int64(text) { return .integer(number) }
        return Double(text).flatMap { $0.isFinite ? .double($0) : nil }
    }

    private mutating func take(_ keyword: String) -> Bool {
        guard rest.first?.keyword == keyword else { return false }
        rest.removeFirst()
        return true
    }

    private mutating func takeSymbol(_ symbol: String) -> Bool {
        guard rest.first?.kind == .symbol, rest.first?.text == symbol else { return false }
        rest.removeFirst()
        return true
    }
}
