extension ShortForm {
    /// The form as an entry of schema.yml.
    func entry(named name: String) -> NewEntry {
        switch self {
        case .attribute(let attribute): NewEntry(key: name, value: .text(attribute.written))
        case .association(let association): NewEntry(key: name, value: .inline(association.entries))
        }
    }
}

extension ShortAttribute {
    /// As it is written in schema.yml: `string(200)! unique trim =x`.
    var written: String {
        var parts = [reference?.written ?? (isVirtual ? virtual : type?.written ?? "")]
        parts[0] += allowNull.map { $0 ? "?" : "!" } ?? ""
        if isPrimaryKey { parts.append("primary") }
        if isUnique { parts.append("unique") }
        if isIndexed { parts.append("index") }
        if trim { parts.append("trim") }
        if lowercase { parts.append("lowercase") }
        if let defaultValue { parts.append("=" + defaultValue.text) }
        return parts.joined(separator: " ")
    }
}

extension ShortAttribute {
    /// `virtual`, `virtual(integer)`.
    private var virtual: String {
        guard let type, type != .string(TypeArguments.defaultLength) else { return "virtual" }
        return "virtual(\(type.written))"
    }
}

extension ShortReference {
    fileprivate var written: String { "references:\(model.text)" + (attribute.map { ".\($0.text)" } ?? "") }
}

extension ShortAssociation {
    fileprivate var entries: [NewEntry] {
        [NewEntry(key: kind.rawValue, value: .text(target.text))]
            + options.map { NewEntry(key: $0.key.text, value: .text(value($0))) }
    }

    /// `SET_NULL` of the command line, where blanks separate attributes, is `SET NULL`.
    private func value(_ option: Option) -> String {
        guard ["onDelete", "onUpdate"].contains(option.key.text) else { return option.value.text }
        let plain = option.value.text.lowercased().filter { $0 != "_" }
        let action = ReferentialAction.allCases.first { $0.rawValue.lowercased().filter { $0 != " " } == plain }
        return action?.rawValue ?? option.value.text
    }
}
