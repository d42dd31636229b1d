// The options of an attribute's long form.
extension AttributeReader {
    func readFlags(_ block: Block<AttributeKey>, _ draft: inout AttributeDraft) {
        if let allowNull = block.flag(.allowNull) {
            if draft.saysNull, draft.attribute.allowNull != allowNull {
                problems.error(
                    "the type of '\(draft.attribute.name)' and 'allowNull' contradict each other",
                    at: block.place(of: .allowNull), "leave one of them out")
            }
            draft.attribute.allowNull = allowNull
            draft.saysNull = true
        }
        readUnique(block, &draft)
        if let primary = block.flag(.primaryKey) { draft.attribute.isPrimaryKey = primary }
        if let trim = block.flag(.trim) { draft.attribute.trim = trim }
        if let lowercase = block.flag(.lowercase) { draft.attribute.lowercase = lowercase }
        if let index = block.flag(.index) { draft.isIndexed = index }
        if let writable = block.flag(.writable) { draft.attribute.isWritable = writable }
        readAutoIncrement(block, &draft)
        readReadable(block, &draft)
    }

    /// `unique: true`, or `unique: {msg: …}` as Sequelize has it.
    private func readUnique(_ block: Block<AttributeKey>, _ draft: inout AttributeDraft) {
        guard case .map? = block[.unique], let node = block[.unique] else {
            if let unique = block.flag(.unique) { draft.attribute.isUnique = unique }
            return
        }
        guard let unique = Block<UniqueKey>(node, owner: "'unique' of '\(draft.attribute.name)'", problems) else {
            return
        }
        draft.attribute.isUnique = unique.flag(.args) ?? true
        guard let message = unique[.msg] else { return }
        draft.attribute.uniqueMessage = StatusTextReader(problems: problems).text(message, "'msg'")
        if !draft.attribute.isUnique {
            problems.error("'msg' says nothing of what is not unique", at: unique.place(of: .msg), "leave it out")
        }
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

    /// `storedAs: numbers` of an enum whose values have numbers.
    func readStorage(_ block: Block<AttributeKey>, _ draft: inout AttributeDraft) {
        guard let storage = block.word(.storedAs, EnumStorage.self) else { return }
        guard case .enum(_, let cases) = draft.attribute.type, cases.allSatisfy({ $0.number != nil }) else {
            problems.error(
                "'storedAs' belongs to an enum whose values have numbers", at: block.place(of: .storedAs),
                "enum(user=0, admin=1)")
            return
        }
        draft.attribute.isStoredByNumber = storage == .numbers
    }

    func readNames(_ block: Block<AttributeKey>, _ draft: inout AttributeDraft) {
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
        draft.renamedFrom = block.text(.renamedFrom)
        draft.attribute.renamedFrom = draft.renamedFrom?.text
        guard let comment = block.text(.comment) else { return }
        if comment.text.utf8.count > 1024 || comment.text.unicodeScalars.contains("\0") {
            problems.error("a comment has at most 1024 bytes and no NUL character", at: comment.position)
        } else {
            draft.attribute.comment = comment.text
        }
    }

    func readReference(_ block: Block<AttributeKey>, _ draft: inout AttributeDraft) {
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
}
