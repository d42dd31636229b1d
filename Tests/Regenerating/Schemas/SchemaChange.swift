@testable import scaffold

/// One change of a schema, as a person makes it.
struct SchemaChange: CustomStringConvertible {
    enum Kind: String, CaseIterable {
        case addAttribute, removeAttribute, renameAttribute, retypeAttribute, changeOption, changeEnum
        case addScope, removeScope, addIndex, removeIndex, changeRoutes
        case addModel, removeModel, renameModel, addAssociation, addManyToMany, removeAssociation
    }

    var kind: Kind
    var words: String
    /// What has to be said for the migration.
    var hints: [Hint] = []
    /// What is called otherwise now, old and new.
    var renamed: (old: String, new: String)?

    var description: String { "\(kind.rawValue) \(words)" }
}

extension SchemaMaker {
    /// Changes the schema in one way; nil where it offers no occasion for it.
    mutating func change(_ schema: inout RandomSchema, _ kind: SchemaChange.Kind) -> SchemaChange? {
        let plain = schema.models.indices.filter { !schema.models[$0].isThrough }
        guard !plain.isEmpty else { return nil }
        let place = pick(plain)
        switch kind {
        case .addModel:
            guard let name = addModel(to: &schema) else { return nil }
            furnish(&schema.models[schema.models.count - 1])
            if chance(60) { relate(&schema) }
            return SchemaChange(kind: kind, words: name)
        case .removeModel: return plain.count < 2 ? nil : removeModel(schema.models[place].name, from: &schema)
        case .renameModel: return renameModel(schema.models[place].name, in: &schema)
        case .addAssociation:
            return relate(&schema).map { SchemaChange(kind: kind, words: "\($0.child).\($0.alias)") }
        case .addManyToMany: return relateManyToMany(&schema).map { SchemaChange(kind: kind, words: $0) }
        case .removeAssociation: return removeAssociation(from: &schema)
        case .addScope, .removeScope, .addIndex, .removeIndex, .changeRoutes:
            return changeQueries(of: &schema.models[place], kind)
        default: return changeAttribute(of: &schema.models[place], kind)
        }
    }

    private mutating func removeModel(_ name: String, from schema: inout RandomSchema) -> SchemaChange {
        let between = schema.models.filter { model in
            model.isThrough && model.associations.contains { $0.target == name }
        }.map(\.name)
        let gone = Set(between + [name])
        schema.models.removeAll { gone.contains($0.name) }
        for index in schema.models.indices {
            schema.models[index].associations.removeAll { association in
                if case .belongsToMany(let through) = association.kind, gone.contains(through) { return true }
                return gone.contains(association.target)
            }
            schema.models[index].prune()
        }
        return SchemaChange(kind: .removeModel, words: name)
    }

    private mutating func renameModel(_ old: String, in schema: inout RandomSchema) -> SchemaChange? {
        guard let new = newModelName() else { return nil }
        for index in schema.models.indices {
            if schema.models[index].name == old { schema.models[index].name = new }
            for place in schema.models[index].associations.indices
            where schema.models[index].associations[place].target == old {
                schema.models[index].associations[place].target = new
            }
        }
        return SchemaChange(
            kind: .renameModel, words: "\(old) to \(new)", hints: [.rename(SchemaPath(old), to: new)],
            renamed: (old, new))
    }

    private mutating func removeAssociation(from schema: inout RandomSchema) -> SchemaChange? {
        let all = schema.models.indices.flatMap { index in
            schema.models[index].isThrough ? [] : schema.models[index].associations.map { (index, $0) }
        }
        guard !all.isEmpty else { return nil }
        let (index, association) = pick(all)
        let owner = schema.models[index].name
        schema.models[index].associations.removeAll { $0.name == association.name }
        if association.kind == .belongsTo {
            // The other side hangs on the foreign key.
            for place in schema.models.indices {
                schema.models[place].associations.removeAll {
                    $0.kind != .belongsTo && $0.target == owner && $0.foreignKey == association.foreignKey
                }
            }
        }
        for place in schema.models.indices { schema.models[place].prune() }
        return SchemaChange(kind: .removeAssociation, words: "\(owner).\(association.name)")
    }

    private mutating func changeQueries(of model: inout RandomSchema.Model, _ kind: SchemaChange.Kind) -> SchemaChange?
    {
        let before = model
        switch kind {
        case .addScope: addScope(to: &model)
        case .removeScope: if !model.scopes.isEmpty { model.scopes.remove(at: number(0...(model.scopes.count - 1))) }
        case .addIndex: addIndex(to: &model)
        case .removeIndex: if !model.indexes.isEmpty { model.indexes.removeLast() }
        default: changeRoutes(of: &model)
        }
        return model == before ? nil : SchemaChange(kind: kind, words: model.name)
    }

    private mutating func changeAttribute(of model: inout RandomSchema.Model, _ kind: SchemaChange.Kind)
        -> SchemaChange?
    {
        if kind == .addAttribute {
            guard let attribute = attribute(for: model) else { return nil }
            let place = chance(60) ? model.attributes.count : number(0...model.attributes.count)
            model.attributes.insert(attribute, at: place)
            return SchemaChange(kind: kind, words: "\(model.name).\(attribute.name)")
        }
        guard !model.attributes.isEmpty else { return nil }
        let index = number(0...(model.attributes.count - 1))
        let old = model.attributes[index]
        let path = SchemaPath(model.name, old.name)
        var change = SchemaChange(kind: kind, words: "\(path)")
        switch kind {
        case .removeAttribute:
            model.attributes.remove(at: index)
            change.hints = [.drop(path)]
        case .renameAttribute:
            guard let name = newAttributeName(for: model) else { return nil }
            model.renameAttribute(old.name, to: name)
            change.hints = [.rename(path, to: name)]
            change.renamed = (old.name, name)
        case .retypeAttribute: retype(&model.attributes[index])
        case .changeEnum: changeEnum(&model.attributes[index])
        default: changeOption(&model.attributes[index])
        }
        model.prune()
        if kind != .removeAttribute, kind != .renameAttribute {
            guard model.attributes[index] != old else { return nil }
            change.words += ": \(old.type.written) to \(model.attributes[index].type.written)"
        }
        return change
    }

    private mutating func retype(_ attribute: inout RandomSchema.Attribute) {
        let fitting: [AttributeKind] =
            switch attribute.type {
            case .string: [.text, .string(200)]
            case .text: [.string(200)]
            case .smallint, .integer: [.bigint, .double]
            case .boolean: [.integer]
            default: [.text, .string(nil)]
            }
        attribute.type = pick(fitting)
        (attribute.isUnique, attribute.isIndexed, attribute.isTrimmed) = (false, false, false)
        attribute.hasDefault = attribute.hasDefault && attribute.type.value != nil
        attribute.isRuled = attribute.isRuled && attribute.type.rule != nil
    }

    private mutating func changeEnum(_ attribute: inout RandomSchema.Attribute) {
        guard case .enumeration(var values) = attribute.type else { return }
        if chance(60) || values.count < 3 {
            if let value = newValue(besides: values) { values.insert(value, at: number(1...values.count)) }
        } else {
            values.removeLast()
        }
        attribute.type = .enumeration(values)
    }

    private mutating func changeOption(_ attribute: inout RandomSchema.Attribute) {
        switch number(0...4) {
        case 0: attribute.isRequired.toggle()
        case 1 where attribute.type.value != nil && !attribute.isUnique: attribute.hasDefault.toggle()
        case 2 where attribute.type.rule != nil: attribute.isRuled.toggle()
        case 3 where attribute.type.isIndexable && !attribute.isUnique: attribute.isIndexed.toggle()
        default: attribute.comment = attribute.comment == nil ? "what it is for" : nil
        }
    }
}
