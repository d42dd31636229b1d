extension JSONParser {
    /// A number: an integer where it is written as one and fits, otherwise a double. What neither can hold is refused,
    /// since storing another number than the one that was sent is worse.
    mutating func number() throws(JSONSyntaxError) -> JSON {
        let start = offset
        if next == UInt8(ascii: "-") { offset += 1 }
        let leadingZero = next == UInt8(ascii: "0")
        let digits = try skipDigits()
        if leadingZero, digits > 1 { throw mistake("a number does not begin with 0", at: start) }
        var isInteger = true
        if next == UInt8(ascii: ".") {
            isInteger = false
            offset += 1
            _ = try skipDigits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            isInteger = false
            offset += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
            _ = try skipDigits()
        }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        if isInteger, let value = Int(text) { return .integer(value) }
        // a fraction is rounded, as everywhere; a whole number, which a double this large is, is kept or refused
        if let value = Double(text), value.isFinite,
            !isInteger && value.magnitude < 0x1p53 || Self.digits(text) == Self.digits(value.description)
        {
            return .double(value)
        }
        throw mistake("the number \(text.prefix(40)) is out of range", at: start)
    }

    /// The digits that a number has beside zeros around them. PostgreSQL writes 1.5e300 as 15 and 299 zeros, which is
    /// still exactly that double.
    private static func digits(_ text: String) -> [UInt8] {
        let mantissa = text.utf8.prefix { $0 != UInt8(ascii: "e") }.filter { ("0"..."9").contains(Unicode.Scalar($0)) }
        return Array(mantissa.drop { $0 == UInt8(ascii: "0") }.reversed().drop { $0 == UInt8(ascii: "0") })
    }

    private mutating func skipDigits() throws(JSONSyntaxError) -> Int {
        let start = offset
        while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { offset += 1 }
        guard offset > start else { throw mistake("expected a digit") }
        return offset - start
    }
}
