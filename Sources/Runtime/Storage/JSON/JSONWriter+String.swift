#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension JSONWriter {
    /// Writes a string in quotes, with what JSON does not allow in one escaped.
    public mutating func string(_ text: String) {
        append(quote)
        var text = text
        text.withUTF8 { escape($0) }
        append(quote)
    }

    /// Writes bytes as a string in Base64.
    public mutating func base64(_ bytes: [UInt8]) {
        string(Data(bytes).base64EncodedString())
    }

    /// What needs no escape is copied in runs: most strings are one run.
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for (place, byte) in text.enumerated() where byte < 0x20 || byte == quote || byte == backslash {
            append(UnsafeBufferPointer(rebasing: text[start..<place]))
            escape(byte)
            start = place + 1
        }
        append(UnsafeBufferPointer(rebasing: text[start...]))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case quote: literal("\\\"")
        case backslash: literal("\\\\")
        case 0x0A: literal("\\n")
        case 0x0D: literal("\\r")
        case 0x09: literal("\\t")
        default:
            literal("\\u00")
            append(hexadecimalDigit(byte >> 4))
            append(hexadecimalDigit(byte & 15))
        }
    }
}

private let quote = UInt8(ascii: "\"")
private let backslash = UInt8(ascii: "\\")

/// The digit 0 to 15 as a small letter or number.
func hexadecimalDigit(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
}
