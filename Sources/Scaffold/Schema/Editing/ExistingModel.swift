/// A model that `model:generate` meets again: what of a list is new to it, and what would be a change.
struct ExistingModel {
    let model: Model

    /// The entries that the model does not have yet.
    ///
    /// - Throws: Entries that the model has differently: changes are not there yet, and are not left out in silence.
    func new(among list: [NamedShortForm]) throws(Diagnostics) -> [NamedShortForm] {
        var problems: [Diagnostic] = []
        var new: [NamedShortForm] = []
        for item in list {
            if let attribute = model.attributes.first(where: { $0.name.lowercased() == item.name.lowercased() }) {
                if !isSame(item, attribute) { problems.append(change(item, attribute.position)) }
            } else if let association = model.association(named: item.name) {
                if !isSame(item, association) { problems.append(change(item, association.position)) }
            } else {
                new.append(item)
            }
        }
        guard problems.isEmpty else { throw Diagnostics(all: problems) }
        return new
    }

    private func change(_ item: NamedShortForm, _ position: SourcePosition) -> Diagnostic {
        Diagnostic(
            message: "'\(model.name)' has '\(item.name)' already, and differently; changing it is not there yet",
            position: item.position, suggestion: "it stands in \(position.file):\(position.line)")
    }

    private func isSame(_ item: NamedShortForm, _ attribute: Attribute) -> Bool {
        guard case .attribute(let short) = item.form, item.name == attribute.name else { return false }
        if let reference = short.reference {
            guard reference.model.text == attribute.references?.model else { return false }
            if let key = reference.attribute, key.text != attribute.references?.attribute { return false }
        } else if !isSame(short.type, attribute.type) || short.isVirtual != attribute.isVirtual {
            return false
        }
        let allowNull = attribute.isPrimaryKey ? false : short.allowNull ?? true
        return allowNull == attribute.allowNull && short.isUnique == attribute.isUnique
            && short.isPrimaryKey == attribute.isPrimaryKey && short.trim == attribute.trim
            && short.lowercase == attribute.lowercase && isIndexed(short, attribute)
            && isSame(short.defaultValue, attribute)
    }

    private func isSame(_ type: AttributeType?, _ other: AttributeType) -> Bool {
        if case .enum(_, let cases)? = type, case .enum(_, let others) = other { return cases == others }
        return type == other
    }

    /// A foreign key has an index whether its short form says so or not.
    private func isIndexed(_ short: ShortAttribute, _ attribute: Attribute) -> Bool {
        let hasIndex = model.indexes.contains { $0.names == [attribute.name] && !$0.isUnique }
        return attribute.references != nil || short.isIndexed == hasIndex
    }

    private func isSame(_ value: Located?, _ attribute: Attribute) -> Bool {
        guard let value else {
            return attribute.defaultValue == nil || (attribute.isPrimaryKey && attribute.defaultValue == .uuidv4)
        }
        let node = YAMLNode.scalar(.init(text: value.text, position: attribute.position, isPlain: true))
        return ValueReader(problems: Problems()).defaultValue(node, of: attribute) == attribute.defaultValue
    }

    private func isSame(_ item: NamedShortForm, _ association: Association) -> Bool {
        guard case .association(let short) = item.form, short.kind == association.kind,
            short.target.text == association.target
        else { return false }
        return short.options.allSatisfy { option in
            switch AssociationKey(rawValue: option.key.text) {
            case .foreignKey: option.value.text == association.foreignKey
            case .otherKey: option.value.text == association.otherKey
            case .sourceKey: option.value.text == association.sourceKey
            case .targetKey: option.value.text == association.targetKey
            case .through: option.value.text == association.through
            case .allowNull: option.value.text == "\(association.allowNull)"
            default: isSame(option, of: association)
            }
        }
    }

    /// Options of an association that its key carries.
    private func isSame(_ option: ShortAssociation.Option, of association: Association) -> Bool {
        guard association.kind == .belongsTo, let key = model.attribute(named: association.foreignKey) else {
            return false
        }
        let word = option.value.text.lowercased().filter { $0 != "_" }
        func plain(_ action: ReferentialAction?) -> String? { action?.rawValue.lowercased().filter { $0 != " " } }
        return switch AssociationKey(rawValue: option.key.text) {
        case .field: option.value.text == key.field
        case .unique: word == "\(key.isUnique)"
        case .onDelete: word == plain(key.references?.onDelete)
        case .onUpdate: word == plain(key.references?.onUpdate)
        default: false
        }
    }
}
