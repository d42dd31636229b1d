/// Reads `targetKey` and `sourceKey`: the attribute that a foreign key refers to.
struct KeyWords {
    private let table: ModelTable
    private let problems: Problems

    init(_ table: ModelTable, _ problems: Problems) {
        self.table = table
        self.problems = problems
    }

    /// The attribute, which is the primary key unless said and has to be unique, since a key refers to one row.
    func key(_ key: AssociationKey, _ association: AssociationDraft, of model: ModelDraft) -> Attribute? {
        guard association.options[key] != nil else { return primaryKey(key, association, of: model) }
        guard let said = association.options.text(key),
            let attribute = table.attribute(said.text, of: model, at: said.position)
        else { return nil }
        guard model.isUnique(said.text) else {
            problems.error(
                "'\(key.rawValue)' has to be a unique attribute, since a key refers to one row, and "
                    + "'\(model.name).\(said.text)' is not",
                at: said.position, "give it 'unique: true', or refer to '\(model.primaryKey)'")
            return nil
        }
        return attribute
    }

    /// The primary key, which is one attribute for a key to refer to.
    private func primaryKey(
        _ key: AssociationKey, _ association: AssociationDraft, of model: ModelDraft
    ) -> Attribute? {
        if model.keyCount < 2, let attribute = model.attribute(named: model.primaryKey) { return attribute }
        let what = model.keyCount < 2 ? "is that of another model" : "has \(model.keyCount) attributes"
        problems.error(
            "the association '\(association.name)' cannot refer to the primary key of '\(model.name)', which \(what)",
            at: association.position, "name a unique attribute of '\(model.name)' with '\(key.rawValue)'")
        return nil
    }
}
