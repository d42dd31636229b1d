import ScaffoldPasswords
import ScaffoldValidation

/// A column of type `password`: the hash, as text.
extension Password: ColumnValue {
    public typealias Wrapped = Password

    /// Reads a hash; of a row in memory also a text that is still to be hashed.
    public static func decode(_ row: Row, at index: Int) throws -> Password {
        guard row.cells.kind(at: row.offset + index) == .blob else { return Password(hash: try row.text(at: index)) }
        return Password(String(decoding: try row.cells.blob(at: row.offset + index), as: UTF8.self))
    }

    /// The hash as text. A password that is still to be hashed is bytes, which `create`, `update` and the like turn
    /// into a hash; a text never is, so a password that looks like a hash is hashed like any other.
    public var value: Value {
        if let plainText { return .blob(Array(plainText.utf8)) }
        return hash.map(Value.text) ?? .null
    }
}

extension Password: ValidatableText {
    /// The text that a person typed; a hash has been looked at when it was one.
    public var validatedText: String? { plainText }
}
