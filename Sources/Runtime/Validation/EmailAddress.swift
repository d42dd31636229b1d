/// The form of e-mail addresses: RFC 5321's dot-string and a domain, with the lengths it sets, and letters beyond
/// ASCII as RFC 6531 allows. Quoted names (`"a b"@example.com`) and bare IP addresses are refused, as mail forms do.
enum EmailAddress {
    static func isValid(_ text: String) -> Bool {
        guard text.utf8.count <= 254, let at = text.utf8.lastIndex(of: UInt8(ascii: "@")) else { return false }
        return isName(text.utf8[..<at]) && HostName.isDomain(text[text.utf8.index(after: at)...])
    }

    /// Words of printable characters with single points between them.
    private static func isName(_ name: Substring.UTF8View) -> Bool {
        guard !name.isEmpty, name.count <= 64 else { return false }
        var previous = UInt8(ascii: ".")
        for byte in name {
            if byte == UInt8(ascii: ".") ? previous == byte : !isNameByte(byte) { return false }
            previous = byte
        }
        return previous != UInt8(ascii: ".") && Substring(name).unicodeScalars.allSatisfy(isVisible)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isLetter || byte.isDigit || byte >= 0x80 || marks.contains(byte)
    }

    /// Beyond ASCII: no white space, no control characters.
    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII
            || !scalar.properties.isWhitespace && scalar.value >= 0xA0 && !scalar.properties.isDefaultIgnorableCodePoint
    }

    private static let marks = Set("!#$%&'*+-/=?^_`{|}~".utf8)
}
