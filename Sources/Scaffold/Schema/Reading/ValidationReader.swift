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
        guard let (node, message) = message(node, key, form) else { return nil }
        if node.boolean == false, form != .value { return nil }
        guard fits(key, at: block.place(of: key)) else { return nil }
        guard let arguments = ValidationArguments(problems: problems, attribute: attribute, key: key).read(node, form)
        else {
            return nil
        }
        return Validation(name: key.rawValue, arguments: arguments, message: message)
    }

    /// The arguments and the message of `{args: …, msg: …}`.
    private func message(_ node: YAMLNode, _ key: ValidationKey, _ form: ValidationKey.Form) -> (YAMLNode, String?)? {
        guard case .map(let map) = node else { return (node, nil) }
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
        form == .flag || form == .version ? .scalar(.init(text: "true", position: position, isPlain: true)) : nil
    }

    /// Whether values of the attribute's type can be asked that.
    private func fits(_ key: ValidationKey, at position: SourcePosition) -> Bool {
        let type = attribute.type
        let isText =
            type.isWriting
            || (type == .password && [.len, .is, .not, .contains, .notContains, .notEmpty].contains(key))
        let isNumber = type.isInteger || type.isFraction
        let fits =
            switch key {
            case .min, .max: isNumber
            case .isIn, .notIn, .equals: type.isWriting || isNumber
            default: isText
            }
        if fits { return true }
        problems.error(
            "the rule '\(key.rawValue)' does not fit '\(attribute.name)', which has the type \(type.written)",
            at: position,
            hint(key))
        return false
    }

    private func hint(_ key: ValidationKey) -> String? {
        switch (key, attribute.type) {
        case (.min, .string), (.max, .string), (.min, .text), (.max, .text):
            "for the length of a text, write 'len: [from, to]'"
        case (.isIn, .enum): "an enum takes nothing but its values"
        case (.isUUID, .uuid), (.isInt, .integer): "the type asks for that already"
        default: nil
        }
    }
}
