/// A number over what a migration does, to see whether it does the same as when it ran.
///
/// FNV-1a, 64 bits, over the operations' canonical texts one after another: that of the first ones alone is a step on
/// the way to that of all. It is the same on every machine and in every run, unlike `Hasher`.
struct OperationChecksum: Sendable, Hashable {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ operations: some Sequence<SchemaOperation>) {
        for operation in operations { add(operation) }
    }

    mutating func add(_ operation: SchemaOperation) {
        for byte in operation.canonicalText.utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }

    /// 16 hexadecimal digits.
    var text: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
