/// Everything that is named after an association: its methods and its foreign key, as Sequelize calls them.
struct AssociationNames: Equatable, Sendable {
    /// The key in the schema: `author`, `tags`.
    let alias: String
    /// `Tag`, as in `addTag`.
    let singular: String
    /// `Tags`, as in `getTags`; for one row the alias: `Author`.
    let plural: String

    init(_ alias: String, inflector: Inflector = Inflector()) {
        self.alias = alias
        singular = Self.capitalized(inflector.singularize(alias))
        plural = Self.capitalized(alias)
    }

    /// `getAuthor`, `addTags` …: the methods that a model has because of this association.
    func methods(isMany: Bool) -> [String] {
        var names = ["get\(plural)", "set\(plural)", "create\(isMany ? singular : plural)"]
        if isMany {
            names.append("count\(plural)")
            for verb in ["has", "add", "remove"] { names += [verb + singular, verb + plural] }
        }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// `authorId`: the alias and the key that is referred to.
    func foreignKey(to key: String = "id") -> String { alias + Self.capitalized(key) }

    private static func capitalized(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }
}
