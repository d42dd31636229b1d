#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension JSONEncodable where Self: FixedWidthInteger & SignedInteger {
    public func encode(to json: inout JSONWriter) { json.integer(Int64(self)) }
}

extension JSONEncodable where Self: FixedWidthInteger & UnsignedInteger {
    public func encode(to json: inout JSONWriter) { json.integer(UInt64(self)) }
}

extension Int: JSONEncodable {}
extension Int8: JSONEncodable {}
extension Int16: JSONEncodable {}
extension Int32: JSONEncodable {}
extension Int64: JSONEncodable {}
extension UInt: JSONEncodable {}
extension UInt8: JSONEncodable {}
extension UInt16: JSONEncodable {}
extension UInt32: JSONEncodable {}
extension UInt64: JSONEncodable {}

extension Bool: JSONEncodable {
    public func encode(to json: inout JSONWriter) { json.literal(self ? "true" : "false") }
}

/// Infinities and what is not a number become `null`.
extension Double: JSONEncodable {
    public func encode(to json: inout JSONWriter) { json.number(self) }
}

/// Infinities and what is not a number become `null`.
extension Float: JSONEncodable {
    public func encode(to json: inout JSONWriter) {
        isFinite ? json.append(description.utf8) : json.null()
    }
}

extension String: JSONEncodable {
    public func encode(to json: inout JSONWriter) { json.string(self) }
}

extension Substring: JSONEncodable {
    public func encode(to json: inout JSONWriter) { json.string(String(self)) }
}

/// `"2026-11-20T09:30:00.000Z"`
extension Date: JSONEncodable {
    public func encode(to json: inout JSONWriter) { json.date(self) }
}

/// In small letters, as databases write it.
extension UUID: JSONEncodable {
    public func encode(to json: inout JSONWriter) {
        json.append(UInt8(ascii: "\""))
        withUnsafeBytes(of: uuid) { bytes in
            for (place, byte) in bytes.enumerated() {
                if place == 4 || place == 6 || place == 8 || place == 10 { json.append(UInt8(ascii: "-")) }
                json.append(hexadecimalDigit(byte >> 4))
                json.append(hexadecimalDigit(byte & 15))
            }
        }
        json.append(UInt8(ascii: "\""))
    }
}

/// `"2026-11-20"`
extension DateOnly: JSONEncodable {
    public func encode(to json: inout JSONWriter) { json.string(description) }
}

/// `"09:30:00"`
extension TimeOfDay: JSONEncodable {
    public func encode(to json: inout JSONWriter) { json.string(description) }
}

/// A string with every digit: most clients read a number as a double, and would round an amount of money.
extension Decimal: JSONEncodable {
    public func encode(to json: inout JSONWriter) {
        isNaN ? json.null() : json.string(description)
    }
}

/// In Base64.
extension Data: JSONEncodable {
    public func encode(to json: inout JSONWriter) { json.string(base64EncodedString()) }
}

/// The raw value, as the column holds it.
extension JSONEncodable where Self: RawRepresentable, RawValue: JSONEncodable {
    public func encode(to json: inout JSONWriter) { rawValue.encode(to: &json) }
}
