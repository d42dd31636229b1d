/// A set of characters of a regular expression, `[a-z_]`.
struct ScalarSet: Sendable {
    var ranges: [ClosedRange<UInt32>] = []
    var isNegated = false
    var ignoresCase = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        if includes(scalar.value) { return !isNegated }
        guard ignoresCase else { return isNegated }
        let cases = [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping]
        let found = cases.contains { form in
            let scalars = form.unicodeScalars
            guard let only = scalars.first, scalars.count == 1 else { return false }
            return includes(only.value)
        }
        return found != isNegated
    }

    private func includes(_ value: UInt32) -> Bool {
        ranges.contains { $0.contains(value) }
    }

    /// The ranges between those of this set.
    var inverted: [ClosedRange<UInt32>] {
        var result: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { result.append(next...range.lowerBound - 1) }
            next = max(next, range.upperBound + 1)
        }
        if next <= 0x10FFFF { result.append(next...0x10FFFF) }
        return result
    }

    static let digits = ScalarSet(ranges: [0x30...0x39])
    static let word = ScalarSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    static let lineEnds = ScalarSet(ranges: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])
    /// What `\s` means in JavaScript.
    static let space = ScalarSet(ranges: [
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
}
