/// What is wrong with a text that should be JSON, and where.
public struct JSONSyntaxError: Error, Equatable, Sendable {
    /// What is wrong, such as `expected ',' or '}'`.
    public var message: String
    /// How many bytes stand before the mistake.
    public var offset: Int
    /// The line of the mistake, counted from 1.
    public var line: Int
    /// The column of the mistake in characters (Unicode scalars), counted from 1.
    public var column: Int

    /// The mistake at a place of a text; line and column are counted here, since only mistakes need them.
    init(_ message: String, at offset: Int, of bytes: UnsafeRawBufferPointer) {
        self.message = message
        self.offset = offset
        line = 1
        column = 1
        for byte in bytes.prefix(offset) {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0b1100_0000 != 0b1000_0000 {
                column += 1
            }
        }
    }
}

extension JSONSyntaxError: CustomStringConvertible {
    public var description: String { "\(message) at line \(line), column \(column)" }
}
