/// How tables are called (`tables:` of the schema).
enum TableStyle: String, CaseIterable, Sendable {
    /// `blog_posts`
    case snake
    /// `BlogPosts`, as Sequelize calls them.
    case sequelize
}

/// Everything that is named after a model.
///
///     ModelNames("BlogPost").table   // blog_posts
struct ModelNames: Equatable, Sendable {
    /// As in the schema, such as `BlogPost`.
    let name: String
    /// The Swift type: `BlogPost`, or the schema's `swiftName`.
    let type: String
    /// `blogPost`, as JSON and local names are made of it.
    let singular: String
    /// `blogPosts`
    let plural: String
    /// `blog_posts`; the schema's `tableName` may say otherwise.
    let table: String
    /// `/blog-posts`, behind the prefix of the API.
    let route: String

    /// - Parameters:
    ///   - name: a legal name (``Identifier/problem(_:kind:)``).
    ///   - swiftName: the type, where the schema gives another.
    ///   - inflector: with the schema's `inflections:`.
    ///   - tables: the schema's `tables:`.
    init(_ name: String, swiftName: String? = nil, inflector: Inflector = Inflector(), tables: TableStyle = .snake) {
        let plural = inflector.pluralize(name)
        self.name = name
        type = swiftName ?? SwiftIdentifier.typeName(of: name)
        singular = NameStyle.lowerCamel(inflector.singularize(name))
        self.plural = NameStyle.lowerCamel(plural)
        table = tables == .snake ? NameStyle.snake(plural) : plural
        route = "/" + NameStyle.kebab(plural)
    }

    /// `BlogPost.swift`
    var file: String { "\(type).swift" }
    /// `create-blog-post`, behind the time stamp.
    var migration: String { "create-\(NameStyle.kebab(name))" }
    /// `blog post`, as it reads in a sentence.
    var phrase: String { NameStyle.phrase(name) }

    /// The types that a generated app has because of this model, besides its enums: no other model may be called so.
    var types: [String] {
        [type] + ["Controller", "Query", "Routes", "Tests", "View"].map { type + $0 }
    }
}
