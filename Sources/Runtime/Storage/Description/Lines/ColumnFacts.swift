/// What a file of tables says of a column beyond what the database keeps.
package struct ColumnFacts: Sendable, Hashable {
    /// The type in the schema's words; nil for one that is not known.
    package var type: ColumnType?
    /// The rules for its values, each with its arguments: `["len", "3", "20"]`.
    package var rules: [[String]] = []
    /// What it is kept for, where the app writes it by itself: `createdAt`, `updatedAt`, `deletedAt` or `version`.
    package var role: String?

    package init(type: ColumnType? = nil, rules: [[String]] = [], role: String? = nil) {
        self.type = type
        self.rules = rules
        self.role = role
    }

    /// The arguments of a rule; nil without it.
    func arguments(of rule: String) -> [String]? {
        rules.first { $0.first == rule }.map { Array($0.dropFirst()) }
    }

    func has(_ rule: String) -> Bool { rules.contains { $0.first == rule } }
}
