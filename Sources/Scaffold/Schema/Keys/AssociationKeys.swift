/// Keys of an association: its kind, which names the model, and its options.
enum AssociationKey: String, SchemaKey {
    case belongsTo, hasOne, hasMany, belongsToMany
    case foreignKey, otherKey, sourceKey, targetKey, through, field
    case allowNull, unique, onDelete, onUpdate, assign
    case primaryKey, scope, constraints

    static let noun = "option of an association"

    var entry: KeyEntry {
        switch self {
        case .belongsTo: KeyEntry(.text, "The model that this one has the key of")
        case .hasOne: KeyEntry(.text, "The model of which one row has this one's key")
        case .hasMany: KeyEntry(.text, "The model whose rows have this one's key")
        case .belongsToMany: KeyEntry(.text, "The model at the other side of a through model")
        case .foreignKey: KeyEntry(.text, "The attribute that holds the key; alias + Id unless said")
        case .otherKey: KeyEntry(.text, "The through model's attribute that points at the other side")
        case .sourceKey:
            KeyEntry(.text, "The attribute of this model that the key refers to; its primary key unless said")
        case .targetKey:
            KeyEntry(.text, "The attribute of the target that the key refers to; its primary key unless said")
        case .through: KeyEntry(.text, "The model in between")
        case .field: KeyEntry(.text, "The key's column, where it is not called like the attribute")
        case .allowNull: KeyEntry(.flag, "Whether there may be none; true unless said")
        case .unique: KeyEntry(.flag, "Whether no two rows point at the same one")
        case .onDelete:
            KeyEntry(.word(ReferentialAction.allCases.map(\.rawValue)), "What becomes of a row whose owner is deleted")
        case .onUpdate:
            KeyEntry(
                .word(ReferentialAction.allCases.map(\.rawValue)), "What becomes of the key when the owner's changes")
        case .assign: KeyEntry(.block(.assign), "Lets a request name the rows: {as: tagNames, by: name, create: true}")
        case .primaryKey: KeyEntry(.flag, "Whether the key is the primary key, or a part of it")
        case .scope: KeyEntry(.map(.text), "What the rows at the other end hold besides the key: {subject: post}")
        case .constraints: KeyEntry(.flag, "Whether the database keeps the key; true unless said")
        }
    }

    /// The kind that this key names.
    var kind: Association.Kind? { Association.Kind(rawValue: rawValue) }

    /// The options that an association of this kind takes, besides its kind.
    static func options(of kind: Association.Kind) -> [AssociationKey] {
        switch kind {
        case .belongsTo:
            [.foreignKey, .targetKey, .field, .allowNull, .unique, .primaryKey, .onDelete, .onUpdate, .constraints]
        case .hasOne, .hasMany: [.foreignKey, .sourceKey, .onDelete, .onUpdate, .scope, .constraints]
        case .belongsToMany:
            [.through, .foreignKey, .otherKey, .sourceKey, .targetKey, .onDelete, .onUpdate, .scope, .assign]
        }
    }

    /// Those that the short form can say, which has no blocks.
    static func shortOptions(of kind: Association.Kind) -> [String] {
        options(of: kind).filter { ![.assign, .scope].contains($0) }.map(\.rawValue)
    }
}

/// Keys of `assign:`.
enum AssignKey: String, SchemaKey {
    case `as`, by, create

    static let noun = "key of assign"

    var entry: KeyEntry {
        switch self {
        case .as: KeyEntry(.text, "The member of the request's body")
        case .by: KeyEntry(.text, "The unique attribute of the target that values are matched with")
        case .create: KeyEntry(.flag, "Whether a value that no row has makes a new row")
        }
    }
}

/// Keys of an included association that says more than its attributes.
enum IncludeKey: String, SchemaKey {
    case attributes, include

    static let noun = "key of an include"

    var entry: KeyEntry {
        switch self {
        case .attributes: KeyEntry(.list(.text), "What is shown of it; every readable attribute unless said")
        case .include: KeyEntry(.either([.text, .list(.anything), .map(.anything)]), "Its own associations")
        }
    }
}

/// Keys of `routes:`.
enum RoutesKey: String, SchemaKey {
    case path, only, except, include, filter, search, order, sort, limit, pages, texts, nested, bulk
    case owner, access

    static let noun = "key of routes"

    var entry: KeyEntry {
        let actions = Shape.word(Routes.Action.allCases.map(\.rawValue))
        let nested = Shape.word(Routes.Nested.Action.allCases.map(\.rawValue))
        return switch self {
        case .path: KeyEntry(.text, "The path behind the prefix; the plural of the model's name unless said")
        case .only: KeyEntry(.either([actions, .list(actions)]), "The actions there are")
        case .except: KeyEntry(.either([actions, .list(actions)]), "The actions there are not")
        case .include:
            KeyEntry(
                .either([.text, .list(.anything), .map(.anything)]),
                "Associations in answers, with their attributes and associations: {author: [id, {profile: [bio]}]}")
        case .filter:
            KeyEntry(
                .list(.either([.text, .map(.text)])),
                "Attributes that ?name=value and ?name[gte]=value filter by: [status, {tag: tags.name}]")
        case .search: KeyEntry(.list(.text), "Attributes that ?search= looks into: [title, author.lastName]")
        case .order: KeyEntry(.either([.text, .list(.text)]), "The order of a list; - in front for descending")
        case .sort:
            KeyEntry(.list(.text), "Attributes that ?sort=-title may name; those of order and of the key unless said")
        case .limit:
            KeyEntry(.either([.number(1...1000), .word(["none"])]), "Rows on a page, 20 unless said; none for all")
        case .pages:
            KeyEntry(.word(Routes.Pages.allCases.map(\.rawValue)), "Whether ?page=2 or ?cursor=… names a page")
        case .texts:
            KeyEntry(.block(.texts), "What actions say, by status: {destroy: {200: Post deleted successfully}}")
        case .nested:
            KeyEntry(
                .either([.text, .list(.text), .map(.either([nested, .list(nested)]))]),
                "Associations with routes below one row's: [posts] for /users/:id/posts, or {posts: [list, create]}")
        case .bulk: KeyEntry(.flag, "Whether POST to path/bulk stores a list of rows, all or none")
        case .owner: .later("Who owns a row")
        case .access: .later("Who may do what")
        }
    }
}
