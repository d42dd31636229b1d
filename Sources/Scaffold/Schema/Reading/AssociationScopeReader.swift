/// Reads `scope:` of an association: what the rows at its other end hold besides the key. New rows get it, and only
/// rows that have it are found. For a `belongsToMany` it is said of the through model.
struct AssociationScopeReader {
    let problems: Problems
    let table: ModelTable

    func read(_ draft: ModelDraft, _ association: inout Association) {
        guard let node = draft.association(named: association.name)?.options[.scope],
            let holder = table[association.through ?? association.target]
        else { return }
        guard case .map(let map) = node, !map.entries.isEmpty else {
            problems.error(
                "'scope' has to map attributes of '\(holder.name)' to values, not \(node.kind)", at: node.position,
                "scope: {subject: post}")
            return
        }
        association.scope = map.entries.compactMap { entry in
            guard let attribute = table.attribute(entry.key.text, of: holder, at: entry.key.position) else {
                return nil
            }
            guard attribute.name != association.foreignKey, attribute.name != association.otherKey,
                !attribute.isVirtual, !attribute.isPrimaryKey
            else {
                problems.error("'\(attribute.name)' cannot be part of a scope", at: entry.key.position)
                return nil
            }
            guard !entry.value.isNull else {
                problems.error("a scope has to say a value of '\(attribute.name)'", at: entry.value.position)
                return nil
            }
            return ValueReader(problems: problems).value(entry.value, of: attribute).map {
                .init(attribute: attribute.name, value: $0)
            }
        }
    }
}
