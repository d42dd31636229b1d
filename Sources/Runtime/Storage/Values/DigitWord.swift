/// Eight bytes of a text, digits with signs between them, looked at all at once: a page of rows holds hundreds of dates.
struct DigitWord {
    /// Each digit's number in a byte of its own, the text's first one lowest; 0 where a sign stands.
    private let digits: UInt64
    /// The same for each digit and the one behind it together.
    private let pairs: UInt64

    /// - Parameters:
    ///   - text: eight bytes.
    ///   - form: what they look like, with `0` for any digit: `0000-00-`. Nil where the text looks otherwise.
    @inline(__always)
    init?(_ text: UnsafeRawPointer, _ form: StaticString) {
        let form = Self.word(UnsafeRawPointer(form.utf8Start))
        let digits = Self.word(text) ^ form
        // of all signs that a form may have, only 0 has the fifth bit and not the fourth one
        let areDigits = (form >> 4) & ~(form >> 3) & 0x0101_0101_0101_0101
        // what a byte needs to reach its highest bit if it is more than 9, or more than 0 where a sign stands
        let most = 0x7F7F_7F7F_7F7F_7F7F - areDigits * 9
        guard ((digits &+ most) | digits) & 0x8080_8080_8080_8080 == 0 else { return nil }
        self.digits = digits
        pairs = digits * 10 + (digits >> 8)
    }

    /// The digit at a place.
    @inline(__always)
    subscript(place: Int) -> Int { Int(truncatingIfNeeded: (digits >> UInt64(place * 8)) & 0xFF) }

    /// The number of two digits at a place.
    @inline(__always)
    func pair(_ place: Int) -> Int { Int(truncatingIfNeeded: (pairs >> UInt64(place * 8)) & 0xFF) }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawPointer) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    }
}
