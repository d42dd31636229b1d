extension Validator where Value: ValidatableText {
    /// From `min` to `max` characters as a reader counts them, so that `é` and `👩‍👧` are one each.
    public static func len(_ min: Int, _ max: Int) -> Validator<Value> {
        .text("len", ["\(min)", "\(max)"]) { text in
            let count = text.unicodeScalars.count
            return min <= count && count <= max
        }
    }

    /// At least `min` characters.
    public static func len(min: Int) -> Validator<Value> {
        .text("len", ["\(min)"]) { $0.unicodeScalars.count >= min }
    }

    /// At most `max` characters.
    public static func len(max: Int) -> Validator<Value> {
        .text("len", ["0", "\(max)"]) { $0.unicodeScalars.count <= max }
    }

    /// Something other than white space.
    public static var notEmpty: Validator<Value> {
        .text("notEmpty") { text in !text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
    }

    /// The text has this one in it.
    public static func contains(_ part: String) -> Validator<Value> {
        .text("contains", [part]) { part.isEmpty || $0.contains(part) }
    }

    /// The text does not have this one in it.
    public static func notContains(_ part: String) -> Validator<Value> {
        .text("notContains", [part]) { part.isEmpty || !$0.contains(part) }
    }

    /// No capital letter.
    public static var isLowercase: Validator<Value> { .text("isLowercase") { $0 == $0.lowercased() } }

    /// No small letter.
    public static var isUppercase: Validator<Value> { .text("isUppercase") { $0 == $0.uppercased() } }

    /// Letters from A to Z of either case, at least one.
    public static var isAlpha: Validator<Value> {
        .text("isAlpha") { !$0.isEmpty && $0.utf8.allSatisfy(\.isLetter) }
    }

    /// Letters from A to Z of either case and digits, at least one.
    public static var isAlphanumeric: Validator<Value> {
        .text("isAlphanumeric") { !$0.isEmpty && $0.utf8.allSatisfy { $0.isLetter || $0.isDigit } }
    }
}

extension UInt8 {
    /// From A to Z, of either case.
    var isLetter: Bool { UInt8(ascii: "a") <= self | 0x20 && self | 0x20 <= UInt8(ascii: "z") }

    /// From 0 to 9.
    var isDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }

    /// A hexadecimal digit of either case.
    var isHexDigit: Bool { isDigit || UInt8(ascii: "a") <= self | 0x20 && self | 0x20 <= UInt8(ascii: "f") }
}
