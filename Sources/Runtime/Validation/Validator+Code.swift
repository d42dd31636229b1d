/// Codes of a fixed alphabet, by the names of validator.js. None of them makes a copy of the text.
extension Validator where Value: ValidatableText {
    /// Hexadecimal digits, at least one.
    public static var isHexadecimal: Validator<Value> {
        .text("isHexadecimal") { !$0.isEmpty && $0.utf8.allSatisfy(\.isHexDigit) }
    }

    /// A colour of 3, 4, 6 or 8 hexadecimal digits, with or without `#`: `#a1b2c3`.
    public static var isHexColor: Validator<Value> {
        .text("isHexColor") { text in
            let digits = text.utf8.dropFirst(text.utf8.first == UInt8(ascii: "#") ? 1 : 0)
            return [3, 4, 6, 8].contains(digits.count) && digits.allSatisfy(\.isHexDigit)
        }
    }

    /// The key of a MongoDB document: 24 hexadecimal digits.
    public static var isMongoId: Validator<Value> {
        .text("isMongoId") { $0.utf8.count == 24 && $0.utf8.allSatisfy(\.isHexDigit) }
    }

    /// Base64 with its padding: `aGVsbG8=`. An empty text is taken, as validator.js does.
    public static var isBase64: Validator<Value> {
        .text("isBase64") { text in
            let padding = text.utf8.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
            return text.utf8.count.isMultiple(of: 4)
                && text.utf8.dropLast(padding).allSatisfy {
                    $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/")
                }
        }
    }

    /// The form of a JSON Web Token: three parts in base64url with points between them. It says nothing of who signed it.
    public static var isJWT: Validator<Value> {
        .text("isJWT") { text in
            var (parts, length) = (1, 0)
            for byte in text.utf8 {
                if byte == UInt8(ascii: ".") {
                    guard isPart(length) else { return false }
                    (parts, length) = (parts + 1, 0)
                } else {
                    guard byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") else {
                        return false
                    }
                    length += 1
                }
            }
            return parts == 3 && isPart(length)
        }
    }

    /// Words of small letters and digits with single hyphens or underscores between them: `my-first-post`.
    public static var isSlug: Validator<Value> {
        .text("isSlug") { text in
            var isJoint = true
            for byte in text.utf8 {
                if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
                    guard !isJoint else { return false }
                    isJoint = true
                } else {
                    guard byte.isDigit || byte.isLetter && byte & 0x20 != 0 else { return false }
                    isJoint = false
                }
            }
            return !isJoint
        }
    }

    /// The number of a port, 0 to 65535.
    public static var isPort: Validator<Value> { .text("isPort") { PortNumber.isValid($0[...], from: 0) } }

    /// A hardware address of six bytes: `00:1b:44:11:3a:b7`, `00-1b-44-11-3a-b7`, `001b.4411.3ab7` or without marks.
    public static var isMACAddress: Validator<Value> { .text("isMACAddress") { MACAddress.isValid($0) } }

    /// A number of 13 to 19 digits, blanks and hyphens among them, whose check digit fits (Luhn, ISO/IEC 7812-1).
    /// Whether any bank gave it out is not looked at.
    public static var isCreditCard: Validator<Value> { .text("isCreditCard") { CardNumber.isValid($0) } }
}

/// How many characters a part in base64 without padding can have.
private func isPart(_ length: Int) -> Bool { length > 0 && length % 4 != 1 }

/// The form of hardware addresses.
enum MACAddress {
    static func isValid(_ text: String) -> Bool {
        let bytes = text.utf8
        let (mark, width): (UInt8?, Int)
        switch bytes.count {
        case 12: (mark, width) = (nil, 12)
        case 14: (mark, width) = (UInt8(ascii: "."), 4)
        case 17: (mark, width) = (bytes.dropFirst(2).first, 2)
        default: return false
        }
        guard mark == nil || width == 4 || mark == UInt8(ascii: ":") || mark == UInt8(ascii: "-") else { return false }
        for (index, byte) in bytes.enumerated() {
            let isMark = mark != nil && index % (width + 1) == width
            guard isMark ? byte == mark : byte.isHexDigit else { return false }
        }
        return true
    }
}

/// The form of card numbers.
enum CardNumber {
    static func isValid(_ text: String) -> Bool {
        var (count, sum) = (0, 0)
        for byte in text.utf8.reversed() where byte != UInt8(ascii: " ") && byte != UInt8(ascii: "-") {
            guard byte.isDigit, count < 19 else { return false }
            let digit = Int(byte - UInt8(ascii: "0")) * (count.isMultiple(of: 2) ? 1 : 2)
            sum += digit > 9 ? digit - 9 : digit
            count += 1
        }
        return count >= 13 && sum > 0 && sum.isMultiple(of: 10)
    }
}
