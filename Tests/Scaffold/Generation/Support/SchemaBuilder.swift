@testable import scaffold

/// Schemas built by hand, as the reader would have made them: keys, foreign keys, timestamps and the indexes that
/// they bring are filled in.
struct ModelBuilder {
    var model: Model

    init(
        _ name: String, swiftName: String? = nil, table: String? = nil, key: AttributeType? = .integer,
        timestamps: Bool = true, underscored: Bool = false
    ) {
        let plural = Inflector().pluralize(NameStyle.lowerCamel(name))
        model = Model(
            name: name, swiftName: swiftName ?? name, tableName: table ?? NameStyle.snake(plural),
            singular: NameStyle.lowerCamel(name), plural: plural, attributes: [], associations: [], indexes: [],
            scopes: [], routes: nil, timestamps: timestamps, underscored: underscored, position: .test)
        guard let key else { return }
        model.attributes.append(
            Attribute(
                name: "id", swiftName: "id", field: "id", type: key, allowNull: false,
                defaultValue: key == .uuid ? .uuidv4 : nil, isPrimaryKey: true, autoIncrement: key == .integer,
                origin: .primaryKey, position: .test))
    }

    /// Adds an attribute; `configure` sets what is not plain about it.
    func attribute(
        _ name: String, _ type: AttributeType, required: Bool = false, default value: DefaultValue? = nil,
        unique: Bool = false, _ configure: (inout Attribute) -> Void = { _ in }
    ) -> ModelBuilder {
        var attribute = Attribute(
            name: name, swiftName: NameStyle.lowerCamel(name), field: model.underscored ? NameStyle.snake(name) : name,
            type: type, allowNull: !required, defaultValue: value, isUnique: unique, position: .test)
        configure(&attribute)
        var copy = self
        copy.model.attributes.append(attribute)
        return copy
    }

    /// A `belongsTo` with its foreign key and the index of that.
    func belongsTo(
        _ target: String, as name: String? = nil, key: String? = nil, keyType: AttributeType = .integer,
        required: Bool = false, unique: Bool = false, onDelete: ReferentialAction? = nil
    ) -> ModelBuilder {
        let name = name ?? NameStyle.lowerCamel(target)
        let key = key ?? name + "Id"
        let reference = Reference(
            model: target, attribute: "id", onDelete: onDelete ?? (required ? .cascade : .setNull), onUpdate: .cascade)
        var copy = attribute(key, keyType, required: required, unique: unique) {
            $0.references = reference
            $0.origin = .foreignKey(association: name)
        }
        copy.model.associations.append(
            Association(
                name: name, kind: .belongsTo, target: target, foreignKey: key, sourceKey: "id", targetKey: "id",
                allowNull: !required, position: .test))
        if !copy.model.indexes.contains(where: { $0.names == [key] }) {
            copy.model.indexes.append(copy.index([key], unique: unique))
        }
        return copy
    }

    func has(_ kind: Association.Kind, _ target: String, as name: String, key: String) -> ModelBuilder {
        association(
            Association(
                name: name, kind: kind, target: target, foreignKey: key, sourceKey: "id", targetKey: "id",
                position: .test))
    }

    func belongsToMany(
        _ target: String, as name: String, through: String, key: String, otherKey: String,
        assign: Association.Assign? = nil
    ) -> ModelBuilder {
        association(
            Association(
                name: name, kind: .belongsToMany, target: target, foreignKey: key, otherKey: otherKey, sourceKey: "id",
                targetKey: "id", through: through, assign: assign, position: .test))
    }

    func index(fields: [String], unique: Bool = false, name: String? = nil) -> ModelBuilder {
        var copy = self
        copy.model.indexes.append(index(fields, unique: unique, name: name))
        return copy
    }

    func scope(_ name: String, _ conditions: [Condition]) -> ModelBuilder {
        var scope = Scope(name: name)
        scope.condition = conditions.count == 1 ? conditions[0] : .and(conditions)
        return self.scope(scope)
    }

    func scope(_ scope: Scope) -> ModelBuilder {
        var copy = self
        copy.model.scopes.append(scope)
        return copy
    }

    /// Routes of these actions; the path is that of the table.
    func routes(
        _ actions: [Routes.Action] = Routes.Action.allCases, list: [Routes.Include] = [], show: [Routes.Include]? = nil,
        filter: [Routes.Filter] = [], search: [String] = [], order: [Order] = [], sort: [String] = [],
        limit: Int? = 20, pages: Routes.Pages = .number
    ) -> ModelBuilder {
        var copy = self
        let usual = order.filter(\.path.associations.isEmpty).map(\.path.attribute) + model.primaryKey.map(\.name)
        let sort = sort.isEmpty ? usual : sort
        copy.model.routes = Routes(
            path: "/" + NameStyle.kebab(model.plural), actions: actions, listInclude: list, showInclude: show ?? list,
            filter: filter, search: search.map { AttributePath(attribute: $0) }, order: order, sort: sort,
            limit: limit, pages: pages)
        return copy
    }

    /// Routes along these associations, each with the usual actions of its kind, and one for many rows.
    func nested(_ names: String..., bulk: Bool = true) -> ModelBuilder {
        var copy = self
        copy.model.routes?.bulk = bulk
        copy.model.routes?.nested = names.compactMap { name in
            model.association(named: name).map {
                .init(association: name, actions: $0.kind.nestedActions, position: .test)
            }
        }
        return copy
    }

    /// The model, with its timestamps last.
    var built: Model {
        var model = model
        // The index of a foreign key is left out where a longer one begins with it.
        let longer = Set(model.indexes.filter { $0.fields.count > 1 }.map { $0.names[0] })
        model.indexes.removeAll { !$0.isUnique && $0.fields.count == 1 && longer.contains($0.names[0]) }
        guard model.timestamps else { return model }
        for name in ["createdAt", "updatedAt"] {
            model.attributes.append(
                Attribute(
                    name: name, swiftName: name, field: model.underscored ? NameStyle.snake(name) : name, type: .date,
                    allowNull: false, origin: .timestamp, position: .test))
        }
        return model
    }

    private func association(_ association: Association) -> ModelBuilder {
        var copy = self
        copy.model.associations.append(association)
        return copy
    }

    private func index(_ fields: [String], unique: Bool, name: String? = nil) -> Index {
        Index(fields: fields, isUnique: unique, name: name ?? IndexName.make(table: model.tableName, fields: fields))
    }
}

extension Schema {
    static func test(_ name: String = "blog", prefix: String = "/api", models: [ModelBuilder]) -> Schema {
        Schema(name: name, database: .sqlite, api: API(prefix: prefix), models: models.map(\.built))
    }
}

extension Condition {
    /// `{attribute: value}`; nil is null.
    init(attribute: String, value: DefaultValue?) {
        self = .comparison(attribute: attribute, .eq, [value.map(Operand.value) ?? .null])
    }
}

extension Routes.Filter {
    init(name: String, association: String? = nil, attribute: String) {
        self.init(
            name: name, path: AttributePath(associations: association.map { [$0] } ?? [], attribute: attribute))
    }
}

extension Order {
    init(attribute: String, descending: Bool) {
        self.init(path: AttributePath(attribute: attribute), descending: descending)
    }
}

extension SourcePosition {
    static let test = SourcePosition(file: "schema.yml", line: 1, column: 1)
}

extension AttributeType {
    /// `enum(draft, published)` of a model's attribute.
    static func cases(_ typeName: String, _ values: String...) -> AttributeType {
        .enum(typeName: typeName, cases: values.map { EnumCase(value: $0, swiftName: NameStyle.lowerCamel($0)) })
    }
}

extension Validation {
    init(_ name: String, _ arguments: Argument...) { self.init(name: name, arguments: arguments) }
}
