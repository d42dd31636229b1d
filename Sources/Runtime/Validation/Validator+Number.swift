extension Validator where Value: ValidatableText {
    /// Digits with at most one point among them and a sign before them: `-3`, `.5`, `10.25`.
    public static var isNumeric: Validator<Value> {
        .text("isNumeric") { isNumber($0, fraction: true, exponent: false) }
    }

    /// A whole number: `0`, `-12`.
    public static var isInt: Validator<Value> {
        .text("isInt") { isNumber($0, fraction: false, exponent: false) }
    }

    /// A number with or without a point.
    public static var isDecimal: Validator<Value> {
        .text("isDecimal") { isNumber($0, fraction: true, exponent: false) }
    }

    /// A number with or without a point and an exponent: `1.5e-3`.
    public static var isFloat: Validator<Value> {
        .text("isFloat") { isNumber($0, fraction: true, exponent: true) }
    }
}

extension Validator where Value: BinaryFloatingPoint & Sendable {
    /// A number without a fraction.
    public static var isInt: Validator<Value> { .named("isInt") { $0.isFinite && $0 == $0.rounded() } }
}

extension Validator where Value: BinaryInteger & Sendable {
    /// A multiple of a number; of 0, only 0 is one.
    public static func isDivisibleBy(_ number: Value) -> Validator<Value> {
        .named("isDivisibleBy", ["\(number)"]) { $0.isMultiple(of: number) }
    }

    /// The number of a port, 0 to 65535.
    public static var isPort: Validator<Value> { .named("isPort") { 0 <= $0 && $0 <= 65535 } }
}

/// Whether a text is `[+-] digits [. digits] [e [+-] digits]`, with a digit before or after the point.
private func isNumber(_ text: String, fraction: Bool, exponent: Bool) -> Bool {
    var rest = text.utf8[...]
    skipSign(&rest)
    var digits = skipDigits(&rest)
    if fraction, rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
        let decimals = skipDigits(&rest)
        guard decimals > 0 else { return false }
        digits += decimals
    }
    guard digits > 0 else { return false }
    if exponent, let first = rest.first, first | 0x20 == UInt8(ascii: "e") {
        rest.removeFirst()
        skipSign(&rest)
        guard skipDigits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
}

private func skipSign(_ text: inout Substring.UTF8View) {
    if let first = text.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { text.removeFirst() }
}

private func skipDigits(_ text: inout Substring.UTF8View) -> Int {
    var count = 0
    while let first = text.first, first.isDigit {
        text.removeFirst()
        count += 1
    }
    return count
}
