/// Percent encoding, as URLs have it.
enum PercentEncoding {
    /// The text with its `%41` decoded; nil where a `%` is not followed by two hexadecimal digits, or where what comes
    /// out is not UTF-8.
    ///
    /// - Parameter plusIsBlank: Whether `+` stands for a blank, as in a query but not in a path.
    static func decode(_ text: Substring, plusIsBlank: Bool = false) -> String? {
        let text = text.utf8
        guard text.contains(where: { $0 == percent || plusIsBlank && $0 == plus }) else { return String(text) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var rest = text[...]
        while let byte = rest.popFirst() {
            if byte == percent {
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            } else {
                bytes.append(plusIsBlank && byte == plus ? UInt8(ascii: " ") : byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// What stands as it is in a part of a URL.
    enum Part {
        /// A path that is encoded already: its slashes and percent signs stay.
        case path
        /// A name or a value of a query.
        case query
    }

    /// The text with everything else encoded that could end its part of the URL, or what the URL stands in.
    static func encode(_ text: String, keeping part: Part) -> String {
        guard !text.utf8.allSatisfy({ isKept($0, part) }) else { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isKept(byte, part) {
                bytes.append(byte)
            } else {
                bytes += [percent, upperDigit(byte >> 4), upperDigit(byte & 15)]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isKept(_ byte: UInt8, _ part: Part) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "@"):
            true
        case UInt8(ascii: "/"), percent: part == .path
        default: false
        }
    }

    private static func upperDigit(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") - 10 + digit
    }

    private static let percent = UInt8(ascii: "%")
    private static let plus = UInt8(ascii: "+")

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
