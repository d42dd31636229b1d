extension JSONWriter {
    /// Writes an integer in decimal.
    public mutating func integer(_ value: Int64) {
        if value < 0 { append(UInt8(ascii: "-")) }
        digits(value.magnitude)
    }

    /// Writes an integer in decimal.
    public mutating func integer(_ value: UInt64) {
        digits(value)
    }

    /// Writes a number; JSON has no word for infinities and what is not a number: they become `null`.
    public mutating func number(_ value: Double) {
        guard value.isFinite else { return null() }
        append(value.description.utf8)
    }

    private mutating func digits(_ value: UInt64) {
        // 20 digits hold every UInt64; they come out last first.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var rest = value
            var place = 20
            repeat {
                place -= 1
                digits[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            append(UnsafeBufferPointer(rebasing: digits[place..<20]))
        }
    }
}
