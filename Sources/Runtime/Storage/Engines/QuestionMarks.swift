/// The marks of values where an engine does not number them.
enum QuestionMarks {
    /// `?, ?, ?`, written byte by byte: appending mark by mark shows in the profile of every include.
    static func list(_ count: Int) -> String {
        guard count > 0 else { return "" }
        let length = count * 3 - 2
        return String(unsafeUninitializedCapacity: length) { bytes in
            for place in 0..<length {
                bytes[place] =
                    switch place % 3 {
                    case 0: UInt8(ascii: "?")
                    case 1: UInt8(ascii: ",")
                    default: UInt8(ascii: " ")
                    }
            }
            return length
        }
    }
}
