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
        guard association.options[key] != nil else { return model.attribute(named: model.primaryKey) }
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
}
