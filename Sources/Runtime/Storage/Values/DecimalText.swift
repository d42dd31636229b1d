#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Decimal {
    /// The decimal that these digits say exactly, which a literal does not: Swift reads `0.1` as a `Double` first.
    ///
    /// - Parameter digits: such as `-12.50`, at most 38 digits; anything else is not a number (`nan`).
    public static func exact(_ digits: String) -> Decimal {
        DecimalText.parse(digits) ?? .nan
    }
}

/// Decimals as text, read whole or not at all: Foundation's reader stops at the first stray character in silence.
package enum DecimalText {
    /// The decimal that the text says exactly, nil when it is no number or has more digits than a `Decimal` keeps.
    package static func parse(_ text: String) -> Decimal? {
        guard let digits = significantDigits(text), digits <= 38 else { return nil }
        return Decimal(string: text)
    }

    /// How many digits there are between the first and the last that is not zero; nil when the text is no number
    /// of the form `-12.50` or `1e-3`.
    package static func significantDigits(_ text: String) -> Int? {
        var rest = Substring(text)
        if let sign = rest.first, sign == "-" || sign == "+" { rest.removeFirst() }
        let mantissa = rest.prefix { $0 != "e" && $0 != "E" }
        if mantissa.count < rest.count {
            var exponent = rest.dropFirst(mantissa.count + 1)
            if let sign = exponent.first, sign == "-" || sign == "+" { exponent.removeFirst() }
            guard !exponent.isEmpty, exponent.count <= 3, exponent.allSatisfy(isDigit) else { return nil }
        }
        let parts = mantissa.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let digits = parts.joined()
        guard !digits.isEmpty, parts.allSatisfy({ !$0.isEmpty }), digits.allSatisfy(isDigit) else { return nil }
        let leading = digits.drop { $0 == "0" }
        return leading.reversed().drop { $0 == "0" }.count
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isNumber
    }
}
