/// Reads `validate:` of an attribute: Sequelize's rules in Sequelize's forms.
///
/// A rule is `rule: arguments` or `rule: {args: arguments, msg: "…"}`; a rule without arguments is `rule: true` or
/// `rule: {msg: "…"}`, and `rule: false` leaves it out.
struct ValidationReader {
    let problems: Problems
    let attribute: Attribute

    func read(_ node: YAMLNode) -> [Validation] {
        guard case .map(let map) = node,
            let block = Block<ValidationKey>(node, owner: "'validate' of '\(attribute.name)'", problems)
        else {
            if case .map = node { return [] }
            problems.error(
                "'validate' has to be a mapping of rules, not \(node.kind)", at: node.position,
                "validate: {len: [8, 72]}")
            return []
        }
        // In the order of the file.
        return map.entries.compactMap { entry in
            ValidationKey(rawValue: entry.key.text).flatMap { key in block[key].flatMap { rule(key, $0, block) } }
        }
    }

    private func rule(_ key: ValidationKey, _ node: YAMLNode, _ block: Block<ValidationKey>) -> Validation? {
        guard let form = key.form else { return nil }
        if key == .type || key.isImplied(by: attribute.type) && isSentence(node, of: key) { return ofType(key, node) }
        guard let (node, message) = message(node, key, form) else { return nil }
        if node.boolean == false, form != .value { return nil }
        guard fits(key, at: block.place(of: key)) else { return nil }
        guard let arguments = ValidationArguments(problems: problems, attribute: attribute, key: key).read(node, form)
        else {
            return nil
        }
        // `allowNull: false` says it already, unless there is a sentence to say it with.
        if key == .notNull, message == nil { return nil }
        return Validation(name: key.rawValue, arguments: arguments, message: message)
    }

    /// `isInt: {msg: …}` of a whole number: its type asks for that already, and the sentence is told of other values.
    private func ofType(_ key: ValidationKey, _ node: YAMLNode) -> Validation? {
        guard isSentence(node, of: key) else {
            problems.error("'\(key.rawValue)' takes a sentence and nothing else", at: node.position, "{msg: …}")
            return nil
        }
        return message(node, key, .flag)?.1.map { Validation(name: ValidationKey.type.rawValue, message: $0) }
    }

    private func isSentence(_ node: YAMLNode, of key: ValidationKey) -> Bool {
        guard case .map(let map) = node, map.first("msg") != nil else { return false }
        let arguments = map.first("args")?.value
        return map.entries.count == (arguments == nil ? 1 : 2) && (arguments == nil || arguments?.boolean == true)
    }

    /// The arguments and the message of `{args: …, msg: …}`.
    private func message(_ node: YAMLNode, _ key: ValidationKey, _ form: ValidationKey.Form) -> (YAMLNode, String?)? {
        guard case .map(let map) = node else { return (node, nil) }
        if form == .address, map.first("args") == nil, map.first("msg") == nil { return (node, nil) }
        for entry in map.entries where !["args", "msg"].contains(entry.key.text) {
            problems.unknown(
                "key of '\(key.rawValue)'", entry.key.text, at: entry.key.position, among: ["args", "msg"])
            return nil
        }
        guard let arguments = map.first("args")?.value ?? implied(form, map.position) else {
            problems.error("'\(key.rawValue)' needs 'args'", at: map.position)
            return nil
        }
        guard let entry = map.first("msg") else { return (arguments, nil) }
        guard let text = entry.value.scalar?.text, !entry.value.isNull, text.utf8.count <= 500,
            !text.unicodeScalars.contains("\0")
        else {
            problems.error("'msg' has to be a text of at most 500 bytes", at: entry.value.position)
            return nil
        }
        return (arguments, text)
    }

    private func implied(_ form: ValidationKey.Form, _ position: SourcePosition) -> YAMLNode? {
        [.flag, .version, .address].contains(form)
            ? .scalar(.init(text: "true", position: position, isPlain: true)) : nil
    }

    private func fits(_ key: ValidationKey, at position: SourcePosition) -> Bool {
        guard key.fits(attribute.type) else {
            problems.error(
                "the rule '\(key.rawValue)' does not fit '\(attribute.name)', which has the type "
                    + attribute.type.written, at: position, hint(key))
            return false
        }
        return agreesWithNull(key, at: position)
    }

    /// `notNull` goes with `allowNull: false`, as Sequelize asks, and `isNull` does not.
    private func agreesWithNull(_ key: ValidationKey, at position: SourcePosition) -> Bool {
        switch (key, attribute.allowNull) {
        case (.notNull, true):
            problems.error(
                "'notNull' goes with 'allowNull: false', and '\(attribute.name)' may be null", at: position,
                "add 'allowNull: false' to '\(attribute.name)'")
            return false
        case (.isNull, false):
            problems.error(
                "'isNull' takes nothing but null, and '\(attribute.name)' has 'allowNull: false'", at: position)
            return false
        default: return true
        }
    }

    private func hint(_ key: ValidationKey) -> String? {
        switch (key, attribute.type) {
        case (.min, .string), (.max, .string), (.min, .text), (.max, .text):
            "for the length of a text, write 'len: [from, to]'"
        case (.isIn, .enum): "an enum takes nothing but its values"
        case (.isUUID, .uuid), (.isInt, .integer), (.isInt, .bigint), (.isInt, .smallint), (.isDate, .date),
            (.isDate, .dateonly), (.isJSON, .json):
            "the type asks for that already"
        default: nil
        }
    }
}
