/// The names of indexes, as Sequelize makes them: `posts_status_created_at`.
///
/// The runtime names an index by the same rule where a migration names none (`IndexName` of its Migrations); both are
/// tested with the same names.
enum IndexName {
    /// - Parameters:
    ///   - table: the table's name.
    ///   - fields: the columns in order.
    /// - Returns: at most ``Identifier/maximumLength`` characters: of a longer name the end is replaced by a checksum
    ///   of the whole, so that two long names stay two.
    static func make(table: String, fields: [String]) -> String {
        let name = ([table] + fields).map(underscored).joined(separator: "_")
        guard name.utf8.count > Identifier.maximumLength else { return name }
        let checksum = String(fingerprint(name), radix: 16)
        let kept = name.prefix(Identifier.maximumLength - 9)
        return "\(kept)_\(String(repeating: "0", count: 8 - checksum.count))\(checksum)"
    }

    /// `createdAt` is `created_at`: an underscore goes before a capital behind a small letter or a digit.
    private static func underscored(_ name: String) -> String {
        var result = ""
        var previous: Character = "_"
        for character in name {
            if character.isUppercase, previous.isLowercase || previous.isNumber { result += "_" }
            result += character.lowercased()
            previous = character
        }
        return result
    }

    /// FNV-1a, 32 bits: the same on every machine and in every run, unlike `Hasher`.
    private static func fingerprint(_ text: String) -> UInt32 {
        text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }
}
