/// The hash of a statement's text. It reads eight bytes at a time, and of a long text only some: the standard library's,
/// which withstands chosen keys, costs more than the rest of finding a statement, and texts are the app's own.
enum SQLiteStatementText {
    static func hash(_ sql: String) -> UInt64 {
        var text = sql
        return text.withUTF8 { hash(UnsafeRawBufferPointer($0)) }
    }

    private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var result = UInt64(truncatingIfNeeded: bytes.count)
        let last = bytes.count - 8
        guard last >= 0 else { return bytes.reduce(result) { mixed($0 ^ UInt64($1)) } }
        for index in stride(from: 0, to: last, by: max(8, last / 8)) {
            result = mixed(result ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        }
        return mixed(result ^ bytes.loadUnaligned(fromByteOffset: last, as: UInt64.self))
    }

    private static func mixed(_ number: UInt64) -> UInt64 {
        let (high, low) = number.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return high ^ low
    }
}
