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
        attribute.isUnique = short.isUnique
        attribute.isPrimaryKey = short.isPrimaryKey
        attribute.trim = short.trim
        attribute.lowercase = short.lowercase
        var draft = AttributeDraft(attribute: attribute, hasType: short.type != nil, saysNull: short.allowNull != nil)
        draft.isIndexed = short.isIndexed
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

    private func readFlags(_ block: Block<AttributeKey>, _ draft: inout AttributeDraft) {
        if let allowNull = block.flag(.allowNull) {
            if draft.saysNull, draft.attribute.allowNull != allowNull {
                problems.error(
                    "the type of '\(draft.attribute.name)' and 'allowNull' contradict each other",
                    at: block.place(of: .allowNull), "leave one of them out")
            }
            draft.attribute.allowNull = allowNull
            draft.saysNull = true
        }
        if let unique = block.flag(.unique) { draft.attribute.isUnique = unique }
        if let primary = block.flag(.primaryKey) { draft.attribute.isPrimaryKey = primary }
        if let trim = block.flag(.trim) { draft.attribute.trim = trim }
        if let lowercase = block.flag(.lowercase) { draft.attribute.lowercase = lowercase }
        if let index = block.flag(.index) { draft.isIndexed = index }
        if let writable = block.flag(.writable) { draft.attribute.isWritable = writable }
        readAutoIncrement(block, &draft)
        readReadable(block, &draft)
    }

    private func readAutoIncrement(_ block: Block<AttributeKey>, _ draft: inout AttributeDraft) {
        guard let counts = block.flag(.autoIncrement) else { return }
        draft.autoIncrement = counts
        if counts, !draft.attribute.isPrimaryKey || !draft.attribute.type.isInteger {
            problems.error(
                "'autoIncrement' belongs to a primary key of type smallint, integer or bigint",
                at: block.place(of: .autoIncrement))
        }
    }

    private func readReadable(_ block: Block<AttributeKey>, _ draft: inout AttributeDraft) {
        guard let node = block[.readable] else { return }
        guard let scalar = node.scalar, !node.isNull else {
            problems.notYet("lists of who may read '\(draft.attribute.name)' are", at: node.position)
            return
        }
        switch scalar.text {
        case "anyone":
            guard draft.attribute.type == .password else { return }
            problems.error("a password is never readable", at: scalar.position, "leave 'readable' out")
        case "none": draft.attribute.isReadable = false
        case "true", "false":
            problems.error(
                "'readable' has to say who may read, not '\(scalar.text)'", at: scalar.position,
                "did you mean '\(scalar.text == "true" ? "anyone" : "none")'?")
        default:
            if nearest(scalar.text, among: ["anyone", "none"]) != nil {
                problems.unknown("value of 'readable':", scalar.text, at: scalar.position, among: ["anyone", "none"])
            } else {
                problems.notYet("'readable: \(Shown.text(scalar.text))' needs accounts, which are", at: scalar.position)
            }
        }
    }

    private func readNames(_ block: Block<AttributeKey>, _ draft: inout AttributeDraft) {
        if let field = block.text(.field) {
            if let problem = NameRules.column(field.text) {
                problems.error(problem.message, at: field.position, problem.suggestion)
            } else {
                draft.attribute.field = field.text
            }
        }
        if let swiftName = block.text(.swiftName) {
            if let problem = NameRules.swiftProperty(swiftName.text) {
                problems.error(problem.message, at: swiftName.position, problem.suggestion)
            } else {
                draft.attribute.swiftName = swiftName.text
            }
        }
        guard let comment = block.text(.comment) else { return }
        if comment.text.utf8.count > 1024 || comment.text.unicodeScalars.contains("\0") {
            problems.error("a comment has at most 1024 bytes and no NUL character", at: comment.position)
        } else {
            draft.attribute.comment = comment.text
        }
    }

    private func readReference(_ block: Block<AttributeKey>, _ draft: inout AttributeDraft) {
        if let node = block[.references] {
            draft.reference = reference(node) ?? draft.reference
        }
        for key in [AttributeKey.onDelete, .onUpdate] where block[key] != nil {
            guard let action = Actions.read(block, key, problems) else { continue }
            guard draft.reference != nil else {
                problems.error("'\(key.rawValue)' needs 'references' beside it", at: block.place(of: key))
                continue
            }
            if key == .onDelete { draft.reference?.onDelete = action } else { draft.reference?.onUpdate = action }
        }
    }

    private func reference(_ node: YAMLNode) -> ReferenceDraft? {
        if case .map = node {
            guard let block = Block<ReferenceKey>(node, owner: "'references'", problems) else { return nil }
            guard let model = block.text(.model) else {
                if block[.model] == nil { problems.error("'references' has to name a model", at: node.position) }
                return nil
            }
            return ReferenceDraft(model: model.text, attribute: block.text(.key)?.text, position: model.position)
        }
        guard let scalar = node.scalar, !node.isNull else {
            problems.error("'references' has to name a model", at: node.position, "references: User")
            return nil
        }
        let parts = scalar.text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return ReferenceDraft(
            model: parts[0], attribute: parts.count > 1 ? parts[1] : nil, position: scalar.position)
    }

    private func add(_ draft: AttributeDraft) {
        var draft = draft
        let name = draft.attribute.name
        switch draft.attribute.type {
        case .virtual: problems.notYet("virtual attributes are", at: draft.attribute.position)
        case .array: problems.notYet("arrays (json holds them too) are", at: draft.attribute.position)
        default: break
        }
        if name == "id", !draft.attribute.isPrimaryKey {
            problems.error(
                "every model has a primary key called 'id'", at: draft.attribute.position,
                "leave it out, or say that this is it: '\(name): uuid primary'")
            draft.attribute.isPrimaryKey = true
        }
        if model.timestamps, ["createdAt", "updatedAt"].contains(name) {
            problems.error(
                "'\(name)' comes by itself", at: draft.attribute.position,
                "leave it out, or set 'timestamps: false' to write it yourself")
            return
        }
        if draft.attribute.isPrimaryKey { completeKey(&draft) }
        if draft.attribute.type == .password {
            draft.attribute.isReadable = false
            if draft.attribute.isUnique || draft.isIndexed {
                problems.error(
                    "a password is stored as a hash, so it cannot be unique or indexed", at: draft.attribute.position)
            }
        }
        model.add(draft)
    }

    /// A primary key is never null. One that is a whole number is counted up by the database, one that is a UUID is made
    /// by the app, unless the schema says otherwise.
    private func completeKey(_ draft: inout AttributeDraft) {
        if draft.saysNull, draft.attribute.allowNull {
            problems.error("a primary key cannot be null", at: draft.attribute.position)
        }
        draft.attribute.allowNull = false
        switch draft.attribute.type {
        case .smallint, .integer, .bigint:
            let counts = draft.autoIncrement ?? (draft.hasType && draft.defaultValue == nil)
            draft.attribute.autoIncrement = counts
            if counts { draft.attribute.isWritable = false }
        case .uuid:
            if draft.defaultValue == nil { draft.attribute.defaultValue = .uuidv4 }
        case .string, .char, .date, .dateonly: break
        default:
            problems.error(
                "a primary key cannot have the type of '\(draft.attribute.name)'", at: draft.attribute.position,
                "use integer, bigint, uuid or string")
        }
    }
}
