/// Makes sure that an edit did what it was to do and nothing else.
struct EditCheck {
    let file: String
    let name: String
    let list: [NamedShortForm]

    /// Compares the edited text, without what was added, with the text before.
    func nothingElseChanged(from old: YAMLNode?, to text: String) throws(Diagnostics) {
        let new = try YAMLText(file: file, text: text).root()
        guard let new, without(new) == old.map({ without($0.placeless) }) else {
            throw Diagnostics(all: [
                Diagnostic(
                    message: "'\(name)' cannot be added without changing something else of the file",
                    position: SourcePosition(file: file, line: 1, column: 1), suggestion: "write it by hand")
            ])
        }
    }

    /// A tree without the list's entries, without what is empty then, and without places.
    private func without(_ node: YAMLNode) -> YAMLNode? {
        guard case .map(var root) = node.placeless else { return nil }
        guard let models = root.entries.firstIndex(where: { $0.key.text == "models" }) else { return .map(root) }
        if case .map(var map) = root.entries[models].value {
            if let place = map.entries.firstIndex(where: { $0.key.text == name }) {
                map.entries[place].value = withoutList(map.entries[place].value)
                if isEmpty(map.entries[place].value) { map.entries.remove(at: place) }
            }
            root.entries[models].value = .map(map)
        }
        if isEmpty(root.entries[models].value) { root.entries.remove(at: models) }
        return .map(root)
    }

    private func withoutList(_ node: YAMLNode) -> YAMLNode {
        guard case .map(var model) = node else { return node }
        for key in ["attributes", "associations"] {
            guard let place = model.entries.firstIndex(where: { $0.key.text == key }) else { continue }
            if case .map(var map) = model.entries[place].value {
                map.entries.removeAll { entry in list.contains { $0.name == entry.key.text } }
                model.entries[place].value = .map(map)
            }
            if isEmpty(model.entries[place].value) { model.entries.remove(at: place) }
        }
        if model.entries.map(\.key.text) == ["underscored"] { model.entries = [] }
        return .map(model)
    }

    private func isEmpty(_ node: YAMLNode) -> Bool {
        if case .map(let map) = node { return map.entries.isEmpty }
        return node.isNull
    }

    /// Problems within what was added, placed in the list or the name that it came from.
    func inTermsOfTheList(_ diagnostics: Diagnostics, _ text: String) -> Diagnostics {
        guard let root = (try? YAMLText(file: file, text: text).root()) ?? nil, case .map(let top) = root,
            case .map(let models)? = top.first("models")?.value, let model = models.first(name)
        else { return diagnostics }
        var places: [(position: SourcePosition, origin: SourcePosition)] = [
            (model.key.position, SourcePosition(file: "--name", line: 1, column: 1))
        ]
        for entry in entries(model.value) {
            guard let item = list.first(where: { $0.name == entry.key.text }) else { continue }
            places.append((entry.key.position, item.position))
        }
        var all = diagnostics.all
        for index in all.indices {
            guard let position = all[index].position, position.file == file else { continue }
            let owner = places.filter { $0.position.line == position.line && $0.position <= position }
                .max { $0.position < $1.position }
            if let owner { all[index].position = owner.origin }
        }
        return Diagnostics(all: all)
    }

    private func entries(_ model: YAMLNode) -> [YAMLNode.Entry] {
        guard case .map(let map) = model else { return [] }
        return ["attributes", "associations"].flatMap { key -> [YAMLNode.Entry] in
            guard case .map(let inner)? = map.first(key)?.value else { return [] }
            return inner.entries
        }
    }
}

extension YAMLNode {
    /// The same value standing nowhere, so that two texts can be compared.
    var placeless: YAMLNode {
        let nowhere = SourcePosition(file: "", line: 1, column: 1)
        func scalar(_ scalar: Scalar) -> Scalar { .init(text: scalar.text, position: nowhere, isPlain: scalar.isPlain) }
        return switch self {
        case .scalar(let value): .scalar(scalar(value))
        case .list(let items, _): .list(items.map(\.placeless), nowhere)
        case .map(let map):
            .map(
                .init(
                    entries: map.entries.map { .init(key: scalar($0.key), value: $0.value.placeless) },
                    position: nowhere))
        }
    }
}
