/// The names of indexes, as Sequelize makes them: `posts_status_created_at`.
///
/// The tool names indexes by the same rule (`IndexName` in its Naming); both are tested with the same names.
package enum IndexName {
    /// PostgreSQL cuts longer names off; SQLite has no limit and MySQL's is 64.
    static let maximumLength = 63

    /// - Returns: at most 63 characters: of a longer name the end is replaced by a checksum of the whole, so that two
    ///   long names stay two.
    package static func make(table: String, columns: [String]) -> String {
        let name = ([table] + columns).map(underscored).joined(separator: "_")
        guard name.utf8.count > maximumLength else { return name }
        let checksum = String(fingerprint(name), radix: 16)
        let kept = name.prefix(maximumLength - 9)
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
