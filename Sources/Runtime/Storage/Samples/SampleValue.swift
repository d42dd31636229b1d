#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A value for the n-th row of a table: it fits its type, and no two of a unique column are alike.
struct SampleValue {
    let type: ColumnType
    let column: String
    let isUnique: Bool

    /// - Parameters:
    ///   - number: that of the row, from 0 on.
    ///   - mix: chance.
    func value(_ number: Int, _ mix: inout SampleNumber) -> Value {
        switch type {
        case .string(let length): .text(text(number, atMost: length))
        case .password: .text(text(number, atMost: 255))
        case .text: .text(text(number, atMost: 2000))
        case .char(let length): .text(Self.padded(number, to: length))
        case .smallint: .integer(Int64(number * 37 % 32_000))
        // Every other one does not fit into a smallint.
        case .integer: .integer(Int64(number % 2 == 0 ? number : 40_000 + number))
        case .bigint: .integer(number % 2 == 0 ? Int64(number) : 9_007_199_254_740_993 + Int64(number))
        case .float, .double: .double(Double(number) + 0.25)
        case .decimal(let precision, let scale): .decimal(decimal(number, precision, scale))
        case .boolean: .boolean(number % 2 == 0)
        case .date: .date(Date(timeIntervalSince1970: 1_600_000_000.25 + Double(number) * 86_461))
        case .dateonly: day(number)
        case .time:
            TimeOfDay(hour: number % 24, minute: number / 24 % 60, second: number / 1440 % 60)
                .map(Value.time) ?? .null
        case .uuid: .uuid(Self.uuid(&mix))
        case .enumeration(let values): .text(values.isEmpty ? "" : values[number % values.count])
        case .json(elements: nil): .text(#"{"n": \#(number), "text": "ä \"x\""}"#)
        case .json: .text("[]")
        case .blob: .blob([0, 255, UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)])
        }
    }

    /// Plain texts, texts with what needs care, and texts as long as they may be.
    private func text(_ number: Int, atMost length: Int) -> String {
        let plain = "\(column) \(number)"
        if isUnique { return plain.unicodeScalars.count <= length ? plain : Self.padded(number, to: length) }
        switch number % 5 {
        case 1: return String("é 'x' \"y\" \\ % _ \(plain)".unicodeScalars.prefix(length).map(Character.init))
        case 3: return Self.padded(number, to: min(length, 2000))
        default: return String(plain.unicodeScalars.prefix(length).map(Character.init))
        }
    }

    /// The number in letters and digits, with as many zeros before it as are missing; its end when there is no room.
    private static func padded(_ number: Int, to length: Int) -> String {
        let digits = String(number, radix: 36)
        guard digits.count < length else { return String(digits.suffix(max(0, length))) }
        return String(repeating: "0", count: length - digits.count) + digits
    }

    /// With digits in all its places behind the point.
    private func decimal(_ number: Int, _ precision: Int?, _ scale: Int?) -> Decimal {
        let places = scale ?? (precision == nil ? 2 : 0)
        let digits = min(precision ?? 12, 12)
        let limit = (0..<digits).reduce(1) { limit, _ in limit * 10 }
        // 7919 shares no divisor with 10: the numbers repeat only after the limit.
        return Decimal(sign: .plus, exponent: -places, significand: Decimal((number * 7919 + 13) % limit))
    }

    private func day(_ number: Int) -> Value {
        DateOnly(year: 2000 + number / 336 % 100, month: 1 + number / 28 % 12, day: 1 + number % 28)
            .map(Value.dateOnly) ?? .null
    }

    static func uuid(_ mix: inout SampleNumber) -> UUID {
        let (high, low) = (mix.next(), mix.next())
        var bytes = [UInt8](repeating: 0, count: 16)
        for place in 0..<8 {
            bytes[place] = UInt8(truncatingIfNeeded: high >> (UInt64(place) * 8))
            bytes[place + 8] = UInt8(truncatingIfNeeded: low >> (UInt64(place) * 8))
        }
        // Version 4 of RFC 9562.
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        return bytes.withUnsafeBytes { UUID(uuid: $0.load(as: uuid_t.self)) }
    }
}
