/// Reads one entry of `attributes:`: a short form, or a mapping of options.
struct AttributeReader {
    let problems: Problems
    let model: ModelDraft

    func read(_ entry: YAMLNode.Entry) {
        let key = entry.key
        if let problem = NameRules.attribute(key.text) {
            problems.error(problem.message, at: key.position, problem.suggestion)
            return
        }
        switch entry.value {
        case .list(_, let position):
            problems.error(
                "attribute '\(key.text)' has to be a type or a mapping of options, not a list", at: position,
                "\(key.text): string!")
        case .scalar(let scalar):
            guard !entry.value.isNull else {
                problems.error(
                    "attribute '\(key.text)' has no type", at: key.position,
                    "write something like '\(key.text): string!'")
                return
            }
            readShort(scalar, key)
        case .map: readLong(entry.value, key)
        }
    }

    private func readShort(_ scalar: YAMLNode.Scalar, _ key: YAMLNode.Scalar) {
        do {
            switch try AttributeGrammar.parse(scalar.text) {
            case .attribute(let short): add(draft(short, scalar, key))
            case .association(let short): AssociationReader(problems: problems, model: model).read(short, scalar, key)
            }
        } catch {
            report(error, scalar, key)
        }
    }

    private func report(_ error: GrammarError, _ scalar: YAMLNode.Scalar, _ key: YAMLNode.Scalar) {
        problems.error(
            "attribute '\(key.text)': \(error.message)", at: scalar.position(offset: error.offset), error.suggestion)
    }

    /// An attribute with everything that its short form says.
    private func draft(_ short: ShortAttribute, _ scalar: YAMLNode.Scalar, _ key: YAMLNode.Scalar) -> AttributeDraft {
        var attribute = Attribute(
            name: key.text, swiftName: NameRules.property(for: key.text), field: model.column(for: key.text),
            type: short.type ?? .integer, allowNull: short.allowNull ?? true, position: key.position)
        attribute.isVirtual = short.isVirtual
        attribute.isUnique = short.isUnique
        attribute.isPrimaryKey = short.isPrimaryKey
        attribute.trim = short.trim
        attribute.lowercase = short.lowercase
        var draft = AttributeDraft(attribute: attribute, hasType: short.type != nil, saysNull: short.allowNull != nil)
        draft.isIndexed = short.isIndexed ? true : nil
        if let reference = short.reference {
            draft.reference = ReferenceDraft(
                model: reference.model.text, attribute: reference.attribute?.text,
                position: scalar.position(offset: reference.model.offset))
        }
        if let value = short.defaultValue {
            draft.defaultValue = .scalar(
                .init(text: value.text, position: scalar.position(offset: value.offset), isPlain: true))
        }
        return draft
    }

    private func readLong(_ node: YAMLNode, _ key: YAMLNode.Scalar) {
        guard let block = Block<AttributeKey>(node, owner: "attribute '\(key.text)'", problems) else { return }
        guard var draft = typed(block, key) else { return }
        readFlags(block, &draft)
        readNames(block, &draft)
        readStorage(block, &draft)
        readReference(block, &draft)
        if let value = block[.defaultValue] { draft.defaultValue = value }
        draft.validations = block[.validate]
        add(draft)
    }

    /// The attribute as its `type:` (or `references:` alone) makes it.
    private func typed(_ block: Block<AttributeKey>, _ key: YAMLNode.Scalar) -> AttributeDraft? {
        guard block[.type] != nil else {
            if block[.references] != nil { return draft(ShortAttribute(), key, key) }
            if block.isUnderstood {
                problems.error(
                    "attribute '\(key.text)' has no type", at: key.position,
                    "write something like '\(key.text): {type: string}'")
            }
            return nil
        }
        guard var scalar = block.text(.type) else { return nil }
        if let values = block[.values] {
            guard scalar.text.lowercased() == "enum" else {
                problems.error(
                    "'values' belongs to 'type: enum', not to '\(Shown.text(scalar.text))'",
                    at: block.place(of: .values))
                return nil
            }
            guard case .list(let items, _) = values, !items.isEmpty, items.allSatisfy({ $0.scalar != nil }) else {
                problems.error("'values' has to be a list of words", at: values.position, "values: [draft, published]")
                return nil
            }
            return enumeration(items.compactMap(\.scalar), key)
        }
        do {
            guard case .attribute(let short) = try AttributeGrammar.parse(scalar.text) else {
                problems.error(
                    "attribute '\(key.text)': an association is no type", at: scalar.position,
                    "put it under 'associations', or write its short form without a mapping")
                return nil
            }
            return draft(short, scalar, key)
        } catch {
            scalar.text = ""
            report(error, scalar, key)
            return nil
        }
    }

    private func enumeration(_ values: [YAMLNode.Scalar], _ key: YAMLNode.Scalar) -> AttributeDraft? {
        do {
            let cases = try EnumValues.cases(values.enumerated().map { Located(text: $1.text, offset: $0) })
            var draft = draft(ShortAttribute(), key, key)
            draft.attribute.type = .enum(typeName: "", cases: cases)
            draft.hasType = true
            return draft
        } catch {
            problems.error(
                "attribute '\(key.text)': \(error.message)", at: values[error.offset].position, error.suggestion)
            return nil
        }
    }

    private func add(_ draft: AttributeDraft) {
        var draft = draft
        let name = draft.attribute.name
        if case .enum(_, let cases) = draft.attribute.type {
            let type = model.swiftName + NameStyle.upperCamel(draft.attribute.swiftName)
            draft.attribute.type = .enum(typeName: type, cases: cases)
        }
        if draft.attribute.isVirtual { checkVirtual(&draft) }
        if name == "id", !draft.attribute.isPrimaryKey {
            problems.error(
                "every model has a primary key called 'id'", at: draft.attribute.position,
                "leave it out, or say that this is it: '\(name): uuid primary'")
            draft.attribute.isPrimaryKey = true
        }
        if model.keptAttributes.contains(where: { $0.name == name && $0.origin != .timestamp }) {
            problems.error(
                "'\(name)' comes by itself, with '\(name == model.version ? "version" : "paranoid")'",
                at: draft.attribute.position, "leave it out")
            return
        }
        if model.timestamps, ["createdAt", "updatedAt"].contains(name) {
            problems.error(
                "'\(name)' comes by itself", at: draft.attribute.position,
                "leave it out, or set 'timestamps: false' to write it yourself")
            return
        }
        if draft.attribute.isPrimaryKey { checkKey(&draft) }
        if draft.attribute.type == .password {
            draft.attribute.isReadable = false
            if draft.attribute.isUnique || draft.isIndexed == true {
                problems.error(
                    "a password is stored as a hash, so it cannot be unique or indexed", at: draft.attribute.position)
            }
        }
        model.add(draft)
    }

    /// A virtual attribute is what its property works out: nothing of the table is its.
    private func checkVirtual(_ draft: inout AttributeDraft) {
        let attribute = draft.attribute
        draft.attribute.isWritable = false
        if !attribute.allowNull, attribute.type.blankValue == nil {
            problems.error(
                "'\(attribute.name)' has no blank value to begin with", at: attribute.position,
                "allow null, and return what you like")
        }
        let wrong =
            attribute.isPrimaryKey
            ? "the primary key"
            : attribute.isUnique || draft.isIndexed == true
                ? "unique or indexed"
                : draft.reference != nil
                    ? "a reference"
                    : draft.defaultValue != nil
                        ? "given a default value"
                        : draft.validations != nil
                            ? "validated"
                            : attribute.trim || attribute.lowercase
                                ? "trimmed" : draft.renamedFrom != nil ? "renamed" : nil
        guard let wrong else { return }
        problems.error(
            "'\(attribute.name)' is virtual, which has no column, and cannot be \(wrong)", at: attribute.position,
            "leave that out, or give it a type of its own")
        (draft.attribute.isPrimaryKey, draft.attribute.isUnique, draft.isIndexed) = (false, false, nil)
        (draft.reference, draft.defaultValue, draft.validations) = (nil, nil, nil)
        (draft.renamedFrom, draft.attribute.renamedFrom) = (nil, nil)
    }

    /// A primary key is never null.
    private func checkKey(_ draft: inout AttributeDraft) {
        if draft.saysNull, draft.attribute.allowNull {
            problems.error("a primary key cannot be null", at: draft.attribute.position)
        }
        draft.attribute.allowNull = false
        switch draft.attribute.type {
        case .smallint, .integer, .bigint, .uuid, .string, .char, .date, .dateonly: break
        default:
            problems.error(
                "a primary key cannot have the type of '\(draft.attribute.name)'", at: draft.attribute.position,
                "use integer, bigint, uuid or string")
        }
    }
}
