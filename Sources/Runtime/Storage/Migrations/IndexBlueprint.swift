/// An index as a migration makes it.
public struct IndexBlueprint: Sendable, Hashable {
    public let table: String
    public let columns: [String]
    public let unique: Bool
    /// Its name; as Sequelize does, table and columns in lower case with underscores when none was given.
    public let name: String

    init(table: String, columns: [String], unique: Bool = false, name: String? = nil) {
        self.table = table
        self.columns = columns
        self.unique = unique
        self.name = name ?? ([table] + columns).map(Self.underscored).joined(separator: "_")
    }

    /// `createdAt` is `created_at`.
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
}
