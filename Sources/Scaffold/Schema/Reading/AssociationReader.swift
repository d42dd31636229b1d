/// Reads one entry of `associations:`, or an attribute whose short form says that it is one.
struct AssociationReader {
    let problems: Problems
    let model: ModelDraft

    func read(_ entry: YAMLNode.Entry) {
        guard case .scalar(let scalar) = entry.value, !entry.value.isNull else {
            return read(entry.value, entry.key)
        }
        do {
            guard case .association(let short) = try AttributeGrammar.parse(scalar.text) else {
                problems.error(
                    "'\(entry.key.text)' is an attribute, not an association", at: scalar.position,
                    "put it under 'attributes'")
                return
            }
            read(short, scalar, entry.key)
        } catch {
            problems.error(
                "association '\(Shown.text(entry.key.text))': \(error.message)",
                at: scalar.position(offset: error.offset), "write something like {belongsTo: User}")
        }
    }

    /// Reads a short form as the mapping that it stands for.
    func read(_ short: ShortAssociation, _ scalar: YAMLNode.Scalar, _ key: YAMLNode.Scalar) {
        func word(_ located: Located) -> YAMLNode.Scalar {
            .init(text: located.text, position: scalar.position(offset: located.offset), isPlain: true)
        }
        var kind = scalar
        kind.text = short.kind.rawValue
        var map = YAMLNode.Map(
            entries: [.init(key: kind, value: .scalar(word(short.target)))], position: scalar.position)
        map.entries += short.options.map { .init(key: word($0.key), value: .scalar(word($0.value))) }
        read(.map(map), key)
    }

    private func read(_ node: YAMLNode, _ key: YAMLNode.Scalar) {
        if let problem = NameRules.association(key.text) {
            problems.error(problem.message, at: key.position, problem.suggestion)
            return
        }
        let owner = "association '\(key.text)'"
        guard let block = Block<AssociationKey>(node, owner: owner, problems) else { return }
        let kinds = AssociationKey.allCases.filter { $0.kind != nil && block[$0] != nil }
        guard let kindKey = kinds.first, let kind = kindKey.kind else {
            if block.isUnderstood {
                problems.error(
                    "\(owner) does not say what it is", at: key.position,
                    "belongsTo, hasOne, hasMany or belongsToMany: Model")
            }
            return
        }
        for second in kinds.dropFirst() {
            problems.error("\(owner) is both \(kind) and \(second.rawValue)", at: block.place(of: second))
        }
        guard let target = block.text(kindKey) else { return }
        let options = AssociationKey.options(of: kind)
        for option in AssociationKey.allCases
        where option.kind == nil && block[option] != nil && !options.contains(option) {
            problems.error(
                "'\(option.rawValue)' is no option of \(kind)", at: block.place(of: option),
                "options are \(options.map(\.rawValue).joined(separator: ", "))")
        }
        if case .map? = block[.foreignKey] {
            problems.error(
                "'foreignKey' is the name of an attribute", at: block[.foreignKey]?.position,
                "put 'allowNull' and 'field' beside it")
            return
        }
        if let first = model.association(named: key.text) {
            problems.error(
                "the association '\(key.text)' stands twice", at: key.position, "first in line \(first.position.line)")
            return
        }
        model.associations.append(
            AssociationDraft(name: key.text, kind: kind, target: target, options: block, position: key.position))
    }
}
