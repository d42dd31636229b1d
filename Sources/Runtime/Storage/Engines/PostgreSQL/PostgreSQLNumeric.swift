#if PostgreSQL
    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// A `numeric` as the server sends it: digits to the base of 10,000, the first of which has the given weight.
    struct PostgreSQLNumeric {
        /// The digits as one number, times ten to the power of `exponent`; nil when it has more than 64 bits.
        private let mantissa: UInt64?
        private let exponent: Int
        private let isNegative: Bool
        private let digits: UnsafeRawBufferPointer

        /// Nil for what is no number (`NaN`, the infinities) and for bytes that are no `numeric`.
        init?(_ bytes: UnsafeRawBufferPointer) {
            guard bytes.count >= 8 else { return nil }
            func word(_ index: Int) -> Int {
                Int(Int16(bigEndian: bytes.loadUnaligned(fromByteOffset: index * 2, as: Int16.self)))
            }
            let sign = word(2) & 0xFFFF
            guard sign == 0 || sign == 0x4000, word(0) >= 0, bytes.count == 8 + word(0) * 2 else { return nil }
            isNegative = sign == 0x4000
            digits = UnsafeRawBufferPointer(rebasing: bytes[8...])
            var mantissa: UInt64? = 0
            for index in 0..<word(0) {
                let (product, isTooGreat) = (mantissa ?? 0).multipliedReportingOverflow(by: 10_000)
                let (sum, isTooGreatWithIt) = product.addingReportingOverflow(UInt64(word(4 + index)))
                guard !isTooGreat, !isTooGreatWithIt, mantissa != nil else {
                    mantissa = nil
                    break
                }
                mantissa = sum
            }
            var exponent = 4 * (word(1) - word(0) + 1)
            // Zeros at the end say how the column counts, not what it holds.
            while exponent < 0, let number = mantissa, number % 10 == 0, number != 0 {
                mantissa = number / 10
                exponent += 1
            }
            self.mantissa = mantissa
            self.exponent = mantissa == 0 ? 0 : exponent
        }

        /// The integer that it is, nil when it is none of 64 bits.
        var integer: Int64? {
            guard var number = mantissa, exponent >= 0, exponent < 20 else { return nil }
            for _ in 0..<exponent {
                let (product, isTooGreat) = number.multipliedReportingOverflow(by: 10)
                guard !isTooGreat else { return nil }
                number = product
            }
            if isNegative { return number == 1 << 63 ? .min : Int64(exactly: number).map { -$0 } }
            return Int64(exactly: number)
        }

        /// The double that is nearest.
        var double: Double? { Double(text) }

        /// The decimal that it is, nil when it has more digits than a `Decimal` keeps.
        var decimal: Decimal? {
            guard let mantissa, (-100...100).contains(exponent) else { return DecimalText.parse(text) }
            let significand = Decimal(mantissa)
            let number =
                exponent == 0 ? significand : Decimal(sign: .plus, exponent: exponent, significand: significand)
            return isNegative ? -number : number
        }

        /// `-125e-1`
        private var text: String {
            let sign = isNegative ? "-" : ""
            if let mantissa { return "\(sign)\(mantissa)e\(exponent)" }
            var text = sign
            for index in stride(from: 0, to: digits.count, by: 2) {
                let digit = Int16(bigEndian: digits.loadUnaligned(fromByteOffset: index, as: Int16.self))
                let word = "\(digit)"
                text += String(repeating: "0", count: max(0, 4 - word.utf8.count)) + word
            }
            return "\(text)e\(exponent)"
        }
    }
#endif
