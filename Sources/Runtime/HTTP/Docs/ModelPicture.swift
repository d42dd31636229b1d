public import ScaffoldStorage

/// What the docs page draws of a model: its attributes, and what they lead to.
public struct ModelPicture: Sendable {
    /// The model's name.
    public let name: String
    /// The table's name.
    public let table: String
    /// The attributes in their order.
    public var attributes: [Attribute]
    /// The associations in their order.
    public let associations: [Line]

    /// An attribute of a model.
    public struct Attribute: Sendable {
        /// Its name.
        public let name: String
        /// Its type as a schema writes it: `string(200)`.
        public let type: String
        /// `primary`, `foreign` or `unique`; nil for all others.
        public let key: String?
        /// Whether it may be null.
        public let isNullable: Bool
    }

    /// An association of a model.
    public struct Line: Sendable {
        /// Its name.
        public let name: String
        /// `belongsTo`, `hasOne`, `hasMany` or `belongsToMany`.
        public let kind: String
        /// The name of the model at the other end.
        public let target: String
        /// The name of the model of the table between.
        public let through: String?
        /// The attribute that refers to the other end, or to the owner; with a table between, that to the owner.
        public let foreignKey: String
        /// With a table between, the attribute that refers to the target.
        public let otherKey: String?
    }

    /// The pictures of these models and of all that their associations lead to, each once: first these, in their order.
    public static func all(of models: [any Model.Type]) -> [ModelPicture] {
        var collector = ModelCollector()
        for model in models { collector.add(model) }
        collector.follow()
        return collector.tables.map { table in
            ModelPicture(
                name: table.model, table: table.name,
                attributes: table.attributes.map { Attribute($0, isForeign: collector.isForeign($0, of: table)) },
                associations: collector.lines[table.model] ?? [])
        }
    }
}

extension ModelPicture.Attribute {
    fileprivate init(_ attribute: TableDefinition.Attribute, isForeign: Bool) {
        name = attribute.name
        type = attribute.type.word
        key = attribute.primaryKey ? "primary" : isForeign ? "foreign" : attribute.unique ? "unique" : nil
        isNullable = attribute.allowNull
    }
}

/// Walks from models along their associations.
private struct ModelCollector {
    private(set) var tables: [TableDefinition] = []
    private(set) var lines: [String: [ModelPicture.Line]] = [:]
    private var known: Set<String> = []
    /// `Post.userId`
    private var foreignKeys: Set<String> = []
    private var queue: [any Model.Type] = []
    private var between: [TableDefinition] = []

    mutating func add(_ model: any Model.Type) {
        guard add(model.table) else { return }
        queue.append(model)
    }

    private mutating func add(_ table: TableDefinition) -> Bool {
        guard known.insert(table.model).inserted else { return false }
        tables.append(table)
        return true
    }

    /// Adds whatever the models lead to. A table between is added last: what is known of it by its own model is more.
    mutating func follow() {
        var next = 0
        while next < queue.count {
            let model = queue[next]
            let owner = model.table.model
            next += 1
            for (name, association) in model.describedAssociations {
                note(association, of: owner)
                lines[owner, default: []].append(
                    ModelPicture.Line(
                        name: name, kind: association.kind, target: association.target.table.model,
                        through: association.through?.model, foreignKey: association.foreignKey,
                        otherKey: association.otherKey))
                add(association.target)
            }
        }
        for table in between { _ = add(table) }
    }

    private mutating func note(_ association: AssociationDescription, of owner: String) {
        let holder =
            association.through?.model
            ?? (association.kind == "belongsTo" ? owner : association.target.table.model)
        foreignKeys.insert("\(holder).\(association.foreignKey)")
        if let key = association.otherKey { foreignKeys.insert("\(holder).\(key)") }
        if let table = association.through { between.append(table) }
    }

    func isForeign(_ attribute: TableDefinition.Attribute, of table: TableDefinition) -> Bool {
        foreignKeys.contains("\(table.model).\(attribute.name)")
    }
}

extension ColumnType {
    /// The type as a schema writes it.
    fileprivate var word: String {
        switch self {
        case .string(255): "string"
        case .string(let length): "string(\(length))"
        case .text: "text"
        case .char(let length): "char(\(length))"
        case .smallint: "smallint"
        case .integer: "integer"
        case .bigint: "bigint"
        case .float: "float"
        case .double: "double"
        case .decimal(let precision?, let scale): "decimal(\(precision),\(scale ?? 0))"
        case .decimal: "decimal"
        case .boolean: "boolean"
        case .date: "date"
        case .dateonly: "dateonly"
        case .time: "time"
        case .uuid: "uuid"
        case .enumeration(let values): "enum(\(values.joined(separator: ", ")))"
        case .json(let elements): elements.map { "array(\($0.word))" } ?? "json"
        case .blob: "blob"
        case .password: "password"
        }
    }
}

extension ModelPicture: JSONEncodable {
    public func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("name", name)
            $0.member("table", table)
            $0.member("attributes", attributes)
            $0.member("associations", associations)
        }
    }
}

extension ModelPicture.Attribute: JSONEncodable {
    public func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("name", name)
            $0.member("type", type)
            if let key { $0.member("key", key) }
            $0.member("nullable", isNullable)
        }
    }
}

extension ModelPicture.Line: JSONEncodable {
    public func encode(to json: inout JSONWriter) {
        json.object {
            $0.member("name", name)
            $0.member("kind", kind)
            $0.member("target", target)
            if let through { $0.member("through", through) }
            $0.member("foreignKey", foreignKey)
            if let otherKey { $0.member("otherKey", otherKey) }
        }
    }
}
