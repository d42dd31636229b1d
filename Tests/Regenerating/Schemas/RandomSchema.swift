@testable import ScaffoldTests

/// A schema as a value that can be changed at random and written as YAML.
struct RandomSchema: Equatable {
    var name = "fuzzed"
    var models: [Model] = []

    struct Model: Equatable {
        var name: String
        /// A model needs only rows of earlier ones, so that sample rows of tests come to an end.
        var age: Int
        var attributes: [Attribute] = []
        var associations: [Association] = []
        var scopes: [Scope] = []
        var indexes: [[String]] = []
        var routes = Routes()
        var options: [String] = []
        /// Whether it stands between two others.
        var isThrough = false
    }

    struct Attribute: Equatable {
        var name: String
        var type: AttributeKind
        var isRequired = false
        var isUnique = false
        var isIndexed = false
        var hasDefault = false
        var isRuled = false
        var isTrimmed = false
        var comment: String?
    }

    struct Association: Equatable {
        enum Kind: Equatable {
            case belongsTo, hasMany, hasOne
            case belongsToMany(through: String)
        }

        var name: String
        var kind: Kind
        var target: String
        var foreignKey: String?
        var isRequired = false
        var cascades = false
    }

    struct Scope: Equatable {
        var name: String
        var attribute: String
    }

    struct Routes: Equatable {
        var isOff = false
        var except: String?
        var filter: [String] = []
        var search: [String] = []
        var order: String?
        var include: [String] = []
        var limit: Int?
    }
}

extension RandomSchema.Model {
    /// Every name that a property of the model has.
    var members: Set<String> {
        Set(
            attributes.map(\.name) + associations.flatMap { [$0.name, $0.foreignKey ?? $0.name] } + scopes.map(\.name)
                + ["id", "createdAt", "updatedAt", "deletedAt"])
    }

    /// What refers to attributes or associations that are not there any more goes too.
    mutating func prune() {
        let known = Set(attributes.map(\.name))
        let comparable = Set(attributes.filter { $0.type.isComparable }.map(\.name))
        let aliases = Set(associations.map(\.name))
        scopes.removeAll { !comparable.contains($0.attribute) }
        indexes.removeAll { !$0.allSatisfy { name in attributes.contains { $0.name == name && $0.type.isIndexable } } }
        routes.filter.removeAll { !comparable.contains($0) }
        routes.search.removeAll { name in !attributes.contains { $0.name == name && $0.type.isText } }
        routes.include.removeAll { !aliases.contains($0) }
        if let order = routes.order, !known.contains(order) || !comparable.contains(order) { routes.order = nil }
    }

    /// The same under another name, wherever the model says it.
    mutating func renameAttribute(_ old: String, to new: String) {
        func renamed(_ name: String) -> String { name == old ? new : name }
        for index in attributes.indices { attributes[index].name = renamed(attributes[index].name) }
        for index in scopes.indices { scopes[index].attribute = renamed(scopes[index].attribute) }
        indexes = indexes.map { $0.map(renamed) }
        routes.filter = routes.filter.map(renamed)
        routes.search = routes.search.map(renamed)
        routes.order = routes.order.map(renamed)
    }
}

/// The types that an attribute can have, as far as schemas here use them.
enum AttributeKind: Equatable {
    case string(Int?)
    case text, integer, bigint, smallint, float, double, decimal, boolean, date, dateonly, time, uuid, json, blob
    case array, password
    case enumeration([String])

    static let plain: [AttributeKind] = [
        .string(nil), .string(60), .string(120), .text, .integer, .bigint, .smallint, .float, .double, .decimal,
        .boolean, .date, .dateonly, .time, .uuid, .json, .blob, .array,
    ]

    var written: String {
        switch self {
        case .string(nil): "string"
        case .string(let length?): "string(\(length))"
        case .decimal: "decimal(10,2)"
        case .array: "array(string)"
        case .enumeration(let values): "enum(\(values.joined(separator: ", ")))"
        default: "\(self)"
        }
    }

    /// Whether a scope, a filter or an order can name it.
    var isComparable: Bool {
        switch self {
        case .string, .integer, .boolean, .enumeration: true
        default: false
        }
    }

    var isIndexable: Bool {
        switch self {
        case .text, .json, .blob, .array, .password: false
        default: true
        }
    }

    var isText: Bool {
        switch self {
        case .string, .text: true
        default: false
        }
    }

    /// A value of the type as the schema writes it; nil where a default is of no interest.
    var value: String? {
        switch self {
        case .string, .text: "none"
        case .integer, .bigint, .smallint: "7"
        case .float, .double, .decimal: "1.5"
        case .boolean: "true"
        case .date: "now"
        case .uuid: "uuidv4"
        case .enumeration(let values): values.first
        default: nil
        }
    }

    /// A rule that values of the type can be asked, with its arguments.
    var rule: String? {
        switch self {
        case .string: "len: [1, 40]"
        case .text: "notEmpty: true"
        case .integer, .bigint, .smallint, .double, .decimal: "min: 1"
        case .password: "len: [8, 72]"
        default: nil
        }
    }
}
