import HTTPTypes
import Synchronization

/// What a request is called in its answer and in the log.
enum RequestID {
    private static let counter = Atomic<UInt32>(0)
    /// Tells the processes of one app from each other.
    private static let process = UInt32.random(in: 0..<1 << 28)

    /// The name that the client gave, if it is one that can stand in a header and in a log: letters, digits and
    /// `-_.`, 128 of them at most. Otherwise a new one.
    static func of(_ headers: HTTPFields) -> String {
        if let given = headers[.requestID], (1...128).contains(given.utf8.count), given.utf8.allSatisfy(isPlain) {
            return given
        }
        return make()
    }

    /// 15 digits: Swift keeps a text of that length without allocating memory for it.
    static func make() -> String {
        let number = counter.wrappingAdd(1, ordering: .relaxed).newValue
        let both = UInt64(process) << 32 | UInt64(number)
        return String(unsafeUninitializedCapacity: 15) { buffer in
            for place in 0..<15 { buffer[place] = digit(UInt8(truncatingIfNeeded: both >> (56 - 4 * place) & 15)) }
            return 15
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
