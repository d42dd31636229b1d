extension JSONParser {
    /// A string; the next byte is its opening quote.
    mutating func string() throws(JSONSyntaxError) -> String {
        let start = offset
        offset += 1
        let first = offset
        skipPlainBytes()
        if next == UInt8(ascii: "\"") {
            defer { offset += 1 }
            return try text(UnsafeRawBufferPointer(rebasing: bytes[first..<offset]), at: first)
        }
        return try escapedString(start: start, first: first)
    }

    /// The rest of a string that has escapes: pieces between them are taken whole.
    private mutating func escapedString(start: Int, first: Int) throws(JSONSyntaxError) -> String {
        var string = try text(UnsafeRawBufferPointer(rebasing: bytes[first..<offset]), at: first)
        while true {
            switch next {
            case UInt8(ascii: "\""):
                offset += 1
                return string
            case UInt8(ascii: "\\"):
                string.unicodeScalars.append(try escape())
            case nil:
                throw mistake("a string does not end", at: start)
            case .some(0..<0x20):
                throw mistake("a control character in a string must be escaped")
            default:
                let place = offset
                skipPlainBytes()
                string += try text(UnsafeRawBufferPointer(rebasing: bytes[place..<offset]), at: place)
            }
        }
    }

    /// Skips what stands for itself: everything but quotes, backslashes and control characters.
    private mutating func skipPlainBytes() {
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
            offset += 1
        }
    }

    private func text(_ piece: UnsafeRawBufferPointer, at place: Int) throws(JSONSyntaxError) -> String {
        guard let text = String(validating: piece, as: UTF8.self) else {
            throw mistake("the text is not UTF-8", at: place + Self.firstBadByte(of: piece))
        }
        return text
    }

    /// Where a text stops being UTF-8. Only asked for texts that are not.
    private static func firstBadByte(of piece: UnsafeRawBufferPointer) -> Int {
        var decoder = UTF8()
        var bytes = piece.makeIterator()
        var good = 0
        while case .scalarValue(let scalar) = decoder.decode(&bytes) { good += UTF8.width(scalar) }
        return good
    }

    private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
        let start = offset
        offset += 1
        let letter = next
        offset += 1
        switch letter {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape(start: start)
        default: throw mistake("unknown escape in a string", at: start)
        }
    }

    /// `\uXXXX`, or two of them that make one character together.
    private mutating func unicodeEscape(start: Int) throws(JSONSyntaxError) -> Unicode.Scalar {
        let unit = try hexadecimal(start: start)
        if let scalar = Unicode.Scalar(UInt32(unit)) { return scalar }
        guard UTF16.isLeadSurrogate(unit), bytes[offset...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
            throw mistake("a surrogate stands alone", at: start)
        }
        offset += 2
        let second = try hexadecimal(start: start)
        guard UTF16.isTrailSurrogate(second),
            let scalar = Unicode.Scalar(0x10000 + ((UInt32(unit) & 0x3FF) << 10) + (UInt32(second) & 0x3FF))
        else { throw mistake("a surrogate stands alone", at: start) }
        return scalar
    }

    private mutating func hexadecimal(start: Int) throws(JSONSyntaxError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = next.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
                throw mistake("expected four hexadecimal digits after \\u", at: start)
            }
            unit = unit << 4 | UInt16(digit)
            offset += 1
        }
        return unit
    }
}
