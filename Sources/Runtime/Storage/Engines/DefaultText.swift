#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads defaults as servers write them down: `'draft'::character varying`, `('now'::text)::date`, `current_timestamp(3)`.
enum DefaultText {
    /// The default as a migration would say it.
    ///
    /// - Parameters:
    ///   - text: in the words of the engine, its texts in single quotes that are doubled inside.
    ///   - type: that of the column, as far as it is known.
    ///   - now: the engine's own word for the time of the insert.
    /// - Returns: nil for none, and for null.
    static func value(_ text: String?, _ type: ColumnType?, now: String) -> ColumnDefault? {
        guard let text else { return nil }
        let tokens = bare(text)
        guard !tokens.isEmpty, tokens.map(\.keyword) != ["NULL"] else { return nil }
        if let literal = literal(tokens, type) { return .value(literal) }
        if isNow(tokens, type, now) { return .now }
        return .sql(unwrapped(text))
    }

    /// The expression without parentheses around the whole.
    private static func unwrapped(_ text: String) -> String {
        let tokens = SQLToken.tokens(of: text, bracketsQuote: false)
        let inner = withoutParentheses(tokens)
        return inner.count == tokens.count ? text : inner.map(\.text).joined()
    }

    private static func bare(_ text: String) -> [SQLToken] {
        let tokens = withoutParentheses(SQLToken.tokens(of: text, bracketsQuote: false).filter { !$0.isBlank })
        return withoutParentheses(CastText.stripped(tokens))
    }

    private static func withoutParentheses(_ tokens: [SQLToken]) -> [SQLToken] {
        guard tokens.count > 2, tokens.first?.text == "(", tokens.last?.text == ")" else { return tokens }
        var depth = 0
        for (place, token) in tokens.enumerated() {
            if token.text == "(" { depth += 1 }
            if token.text == ")" { depth -= 1 }
            // the first parenthesis closes before the end: `(a) + (b)`
            if depth == 0, place < tokens.count - 1 { return tokens }
        }
        return withoutParentheses(Array(tokens.dropFirst().dropLast()))
    }

    private static func literal(_ tokens: [SQLToken], _ type: ColumnType?) -> Value? {
        guard let first = tokens.first else { return nil }
        if tokens.count == 1, first.kind == .string { return value(of: first.identifier ?? "", type) }
        if tokens.count == 2, let digits = tokens.last, digits.kind == .string {
            if first.keyword == "X" { return bytes(digits.identifier ?? "") }
            if first.keyword == "B" { return bits(digits.identifier ?? "", type) }
        }
        if tokens.count == 1, first.keyword == "TRUE" || first.keyword == "FALSE" {
            return .boolean(first.keyword == "TRUE")
        }
        // the tokens of a number: `-`, `1`, `.`, `5`
        let text = tokens.map(\.text).joined()
        guard tokens.contains(where: \.isNumber), Double(text) != nil else { return nil }
        return number(text, type)
    }

    private static func number(_ text: String, _ type: ColumnType?) -> Value? {
        switch type {
        case .boolean: return text == "0" || text == "1" ? .boolean(text == "1") : Int64(text).map(Value.integer)
        case .decimal: return DecimalText.parse(text).map(Value.decimal)
        case .float, .double: return Double(text).map(Value.double)
        case .string, .char, .text, .enumeration, .password: return .text(text)
        default: return Int64(text).map(Value.integer) ?? Double(text).map(Value.double)
        }
    }

    /// A text in the form of the column's type; as it is where it has not that form.
    private static func value(of text: String, _ type: ColumnType?) -> Value {
        let typed: Value? =
            switch type {
            case .smallint, .integer, .bigint, .float, .double, .decimal: number(text, type)
            case .boolean: truths[text].map(Value.boolean)
            case .date: date(text)
            case .dateonly: DateOnly(text).map(Value.dateOnly)
            case .time: TimeOfDay(text).map(Value.time)
            case .uuid: UUID(uuidString: text).map(Value.uuid)
            case .blob: text.hasPrefix("\\x") ? bytes(String(text.dropFirst(2))) : .blob(Array(text.utf8))
            default: nil
            }
        return typed ?? .text(text)
    }

    private static let truths = ["t": true, "true": true, "1": true, "f": false, "false": false, "0": false]

    /// Servers leave zeros at the end away, and the zone's minutes, or the zone.
    private static func date(_ text: String) -> Value? {
        for end in ["", " +00:00", ":00", "+00:00"] {
            if let date = DateText.parse(text + end) { return .date(date) }
        }
        return nil
    }

    private static func bytes(_ digits: String) -> Value? {
        let digits = Array(digits.utf8)
        guard digits.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[place...(place + 1)], as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(byte)
        }
        return .blob(bytes)
    }

    private static func bits(_ digits: String, _ type: ColumnType?) -> Value? {
        Int64(digits, radix: 2).map { type == .boolean ? .boolean($0 != 0) : .integer($0) }
    }

    private static let wordsForNow: Set<String> = [
        "current_timestamp", "now", "statement_timestamp", "transaction_timestamp", "localtimestamp", "current_date",
        "curdate", "current_time", "curtime", "localtime",
    ]

    /// A word for the time, with a precision behind it or none.
    private static func isNow(_ tokens: [SQLToken], _ type: ColumnType?, _ now: String) -> Bool {
        guard type == .date || type == .dateonly || type == .time || type == nil else { return false }
        if tokens.map({ $0.text.lowercased() }) == bare(now).map({ $0.text.lowercased() }) { return true }
        guard let first = tokens.first, wordsForNow.contains(first.text.lowercased()) else { return false }
        return tokens.dropFirst().allSatisfy { ["(", ")"].contains($0.text) || $0.isNumber }
    }
}
