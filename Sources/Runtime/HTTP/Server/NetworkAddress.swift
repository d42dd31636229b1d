#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An IP address as a number; one of version 4 stands among those of version 6 that mean the same (`::ffff:192.0.2.7`).
struct NetworkAddress: Equatable, Sendable {
    let high: UInt64
    let low: UInt64
    let isVersion4: Bool

    init?(_ text: some StringProtocol) {
        let text = String(text)
        // 45 is the longest form of version 6; a NUL would hide from C what comes behind it.
        guard text.utf8.count <= 45, !text.utf8.contains(0) else { return nil }
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 {
            self.init(high: 0, low: 0xFFFF << 32 | Self.number(bytes[0..<4]))
        } else if inet_pton(AF_INET6, text, &bytes) == 1 {
            self.init(high: Self.number(bytes[0..<8]), low: Self.number(bytes[8..<16]))
        } else {
            return nil
        }
    }

    private init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
        isVersion4 = high == 0 && low >> 32 == 0xFFFF
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }

    /// The first bits of it, out of 128; the rest are 0.
    func prefix(_ bits: Int) -> NetworkAddress {
        NetworkAddress(high: high & Self.mask(bits), low: low & Self.mask(bits - 64))
    }

    private static func mask(_ bits: Int) -> UInt64 { bits <= 0 ? 0 : bits >= 64 ? .max : .max << UInt64(64 - bits) }
}
