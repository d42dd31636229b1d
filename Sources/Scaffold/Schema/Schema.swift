/// What schema.yml says, checked and complete: every default of the schema language is filled in, every
/// association is resolved to the model it points at.
///
/// A `Schema` is made by ``SchemaReader`` and by nothing else; whatever holds one may rely on the rules of the
/// schema language without checking them again.
struct Schema: Equatable, Sendable {
    /// The app's name as written, such as `blog`: letters, digits and hyphens.
    var name: String
    var database: DatabaseEngine
    var api: API
    /// In the order of the file.
    var models: [Model]

    /// How names are put into the plural, with the overrides of `inflections:`.
    var inflector = Inflector()

    func model(named name: String) -> Model? { models.first { $0.name == name } }
}

/// The block `api:`.
struct API: Equatable, Sendable {
    /// Leads every path; begins with a slash and does not end with one; empty for none.
    var prefix = "/api"
    /// Whose pages may use the API from a browser; nil for those of its own origin.
    var cors: CORS?
    /// How often a client may ask; nil for as often as it likes.
    var rateLimit: RateLimit?

    /// What `cors:` says.
    struct CORS: Equatable, Sendable {
        /// Such as `https://shop.example`; empty for all of them.
        var origins: [String]
        var credentials: Bool
    }

    /// What `rateLimit:` says.
    struct RateLimit: Equatable, Sendable {
        var count: Int
        var seconds: Int
    }
}

/// One entry of `models:`.
struct Model: Equatable, Sendable {
    /// As in the schema, such as `BlogPost`.
    var name: String
    /// The Swift type; differs from `name` where `swiftName` says so.
    var swiftName: String
    var tableName: String
    /// `singular` and `plural` in lower camel case, as association and JSON names are made of them: `blogPost`, `blogPosts`.
    var singular: String
    var plural: String
    /// In the order of the file: the primary key first, timestamps last, foreign keys that associations bring
    /// behind the attributes.
    var attributes: [Attribute]
    var associations: [Association]
    var indexes: [Index]
    var scopes: [Scope]
    /// What every query asks for that does not say `unscoped`.
    var defaultScope: Scope?
    var routes: Routes?
    var timestamps: Bool
    var underscored: Bool
    /// Where rows are marked as destroyed instead of being deleted.
    var paranoid: Paranoid?
    /// Whether migrations make and change its table; one that is not is somebody else's.
    var isManaged = true
    /// What it was called before.
    var renamedFrom: String?
    /// Where the model's name stands.
    var position: SourcePosition

    var primaryKey: [Attribute] { attributes.filter(\.isPrimaryKey) }
    func attribute(named name: String) -> Attribute? { attributes.first { $0.name == name } }
    func association(named name: String) -> Association? { associations.first { $0.name == name } }
}

/// A column of a model, or a virtual attribute.
struct Attribute: Equatable, Sendable {
    /// As in the schema and in JSON, such as `firstName`.
    var name: String
    /// The Swift property; differs from `name` where `swiftName` says so.
    var swiftName: String
    /// The column, such as `first_name` in an underscored model.
    var field: String
    var type: AttributeType
    var allowNull: Bool
    var defaultValue: DefaultValue?
    var isPrimaryKey: Bool = false
    var autoIncrement: Bool = false
    var isUnique: Bool = false
    var trim: Bool = false
    var lowercase: Bool = false
    var comment: String?
    /// In the order of the schema.
    var validations: [Validation] = []
    /// The foreign key of this column, from `references:` or from a `belongsTo`.
    var references: Reference?
    /// Whether an answer may show it and a request may set it (`readable: none`, `writable: false`).
    var isReadable: Bool = true
    var isWritable: Bool = true
    /// Whether it is worked out by a property that its owner writes, and has no column.
    var isVirtual: Bool = false
    /// Whether the column of an enum with numbers holds those instead of its words.
    var isStoredByNumber: Bool = false
    /// Where the column comes from: written in the schema, or added by a rule.
    var origin: Origin = .declared
    /// What it was called before.
    var renamedFrom: String?
    var position: SourcePosition

    enum Origin: Equatable, Sendable {
        case declared, primaryKey
        case foreignKey(association: String)
        case timestamp
        /// The date that marks a destroyed row.
        case deletedAt
        /// The number by which changes of others are noticed.
        case version
    }
}

/// `paranoid:` of a model.
struct Paranoid: Equatable, Sendable {
    /// The attribute that holds when a row was destroyed.
    var deletedAt = "deletedAt"
    /// The associations whose rows are destroyed, and restored, with their owner.
    var cascade: [String] = []
}

/// The types of the schema language.
enum AttributeType: Equatable, Sendable {
    case string(Int)
    case text
    case char(Int)
    case smallint, integer, bigint, float, double
    case decimal(precision: Int, scale: Int)
    case boolean, date, dateonly, time, uuid, json, blob, password
    /// `typeName` is the Swift type, such as `PostStatus`.
    case `enum`(typeName: String, cases: [EnumCase])
    indirect case array(AttributeType)
}

/// A value of an enum: `user=0` has the raw value `user`, the Swift case `user` and the number 0.
struct EnumCase: Equatable, Sendable {
    var value: String
    var swiftName: String
    var number: Int?
}

/// `defaultValue:` of an attribute.
enum DefaultValue: Equatable, Sendable {
    case string(String)
    case integer(Int)
    case double(Double)
    /// A number of more digits than a `Double` keeps.
    case decimal(String)
    case boolean(Bool)
    case enumCase(String)
    case now, uuidv4, uuidv7
    /// The elements of an array.
    case list([DefaultValue])
    /// The text of a JSON value.
    case json(String)
    case sql(String)
}

/// A foreign key.
struct Reference: Equatable, Sendable {
    /// The model referred to.
    var model: String
    /// Its attribute.
    var attribute: String
    var onDelete: ReferentialAction
    var onUpdate: ReferentialAction
    /// Whether the database keeps it; `constraints: false` of an association says no.
    var isConstraint = true
}

enum ReferentialAction: String, CaseIterable, Sendable {
    case cascade = "CASCADE"
    case setNull = "SET NULL"
    case setDefault = "SET DEFAULT"
    case restrict = "RESTRICT"
    case noAction = "NO ACTION"
}

/// One rule of `validate:`, by Sequelize's name.
struct Validation: Equatable, Sendable {
    /// `len`, `isEmail` …
    var name: String
    var arguments: [Argument] = []
    /// The schema's own message (`{msg: …}`), instead of the runtime's.
    var message: String?

    enum Argument: Equatable, Sendable {
        case string(String)
        case integer(Int)
        case double(Double)
        /// An option by its name in Swift, `requireTLD: false`.
        case flag(String, Bool)
        /// An option that lists words, `protocols: ["https"]`.
        case words(String, [String])
    }
}

/// One entry of `associations:`, resolved.
struct Association: Equatable, Sendable {
    enum Kind: String, CaseIterable, Sendable { case belongsTo, hasOne, hasMany, belongsToMany }

    /// The key in the schema, the alias: `author`, `tags`.
    var name: String
    var kind: Kind
    /// The model at the other end.
    var target: String
    /// The attribute that holds the key: of this model for `belongsTo`, of the target for `hasOne` and
    /// `hasMany`, of the through model (pointing at this model) for `belongsToMany`.
    var foreignKey: String
    /// For `belongsToMany`: the through model's attribute that points at the target.
    var otherKey: String?
    /// The attribute of the owner that the key refers to (`hasOne`, `hasMany`, `belongsToMany`); its primary key unless said.
    var sourceKey: String
    /// The attribute of the target that the key refers to (`belongsTo`, `belongsToMany`); its primary key unless said.
    var targetKey: String
    var through: String?
    /// For `belongsTo`: whether the key may be null.
    var allowNull: Bool = true
    /// `assign: {as: tagNames, by: name, create: true}`.
    var assign: Assign?
    /// What the rows at the other end hold besides the key: `scope: {subject: post}`.
    var scope: [Value] = []
    var position: SourcePosition

    var isMany: Bool { kind == .hasMany || kind == .belongsToMany }

    /// An attribute of the target, or of a `belongsToMany`'s through model, and what it holds.
    struct Value: Equatable, Sendable {
        var attribute: String
        var value: DefaultValue
    }

    struct Assign: Equatable, Sendable {
        /// The member of the request's body.
        var name: String
        /// The attribute of the target that its values are matched with; it has to be unique.
        var attribute: String
        /// Whether a value that no row has makes a new row.
        var create: Bool
    }
}

/// The block `routes:` of a model, or what stands for it where it is left out.
struct Routes: Equatable, Sendable {
    enum Action: String, CaseIterable, Sendable { case list, show, create, update, destroy }

    /// Behind the prefix: `/posts`.
    var path: String
    var actions: [Action]
    /// What `list` shows of associations, and what `show` (and the answers of `create` and `update`) shows.
    var listInclude: [Include]
    var showInclude: [Include]
    var filter: [Filter]
    /// What `?search=` looks into.
    var search: [AttributePath]
    var order: [Order]
    /// Rows on a page; 20 unless said.
    var limit: Int

    struct Include: Equatable, Sendable {
        var association: String
        /// Attribute names; every readable one where the schema lists none.
        var attributes: [String]
        /// What is shown of the included rows' own associations.
        var include: [Include] = []
    }

    struct Filter: Equatable, Sendable {
        /// The name in the query.
        var name: String
        var path: AttributePath
    }
}
