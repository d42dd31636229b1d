/// The hash of a statement's text. It reads eight bytes at a time: the standard library's, which withstands chosen keys,
/// costs more than the rest of finding a statement, and texts are the app's own.
enum SQLiteStatementText {
    static func hash(_ sql: String) -> UInt64 {
        var text = sql
        return text.withUTF8 { hash(UnsafeRawBufferPointer($0)) }
    }

    private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var result = UInt64(truncatingIfNeeded: bytes.count)
        var index = 0
        while index + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            result = mixed(result ^ word)
            index += 8
        }
        while index < bytes.count {
            result = mixed(result ^ UInt64(bytes[index]))
            index += 1
        }
        return result
    }

    private static func mixed(_ number: UInt64) -> UInt64 {
        let (high, low) = number.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return high ^ low
    }
}
