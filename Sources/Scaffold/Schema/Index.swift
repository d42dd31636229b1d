/// One entry of `indexes:`, or one that a rule adds (foreign keys, `unique`, `index`).
struct Index: Equatable, Sendable {
    var fields: [Field]
    var isUnique: Bool
    var name: String
    /// The method, such as `gin`, in an engine that has several.
    var using: String?
    /// The rows that it holds, all of which have these values; every row where it is empty.
    var conditions: [Condition] = []
    /// What is told of a row that has what another one has already; nothing of the database's.
    var message: String?

    /// One attribute of an index.
    struct Field: Equatable, Sendable {
        var name: String
        var descending = false
        /// So many characters of it, where an engine takes a part.
        var length: Int?
    }

    /// An attribute that has one of these values; nil is null.
    struct Condition: Equatable, Sendable {
        var attribute: String
        var values: [DefaultValue?]
    }

    init(fields: [Field], isUnique: Bool, name: String) {
        (self.fields, self.isUnique, self.name) = (fields, isUnique, name)
    }

    init(fields: [String], isUnique: Bool, name: String) {
        self.init(fields: fields.map { Field(name: $0) }, isUnique: isUnique, name: name)
    }

    /// The attributes in order.
    var names: [String] { fields.map(\.name) }

    /// Whether no two rows have the same values, wherever they are.
    var isUniqueEverywhere: Bool { isUnique && conditions.isEmpty }
}
