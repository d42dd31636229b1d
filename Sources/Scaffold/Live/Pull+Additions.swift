// Models that are there.
extension Pull {
    /// Columns that a model which is there does not have.
    mutating func addColumns(of table: LiveTable, to model: Model, _ tables: [String: Table]) {
        let known = Set(model.attributes.map(\.field))
        for column in table.table.columns where !known.contains(column.name) {
            guard let name = PulledNames.attribute(for: column.name),
                taken[model.name]?.contains(name.lowercased()) != true
            else {
                notes.append(
                    "no attribute of '\(model.name)' can be called after the column '\(column.name)': left out")
                continue
            }
            taken[model.name, default: []].insert(name.lowercased())
            var pulled = PulledModel(table, name: model.name)
            pulled.keys = []
            var names = taken[model.name] ?? []
            if !column.isPrimaryKey, let key = key(column, name, of: table, tables, &names) {
                taken[model.name] = names
                let usual = model.underscored ? NameStyle.snake(name) : name
                if usual == column.name {
                    let (association, attribute) = entries(of: key, pulled, isJoin: false)
                    additions[model.name, default: ([], [])].associations.append(association)
                    if let attribute { additions[model.name, default: ([], [])].attributes.append(attribute) }
                    continue
                }
            }
            let usual = model.underscored ? NameStyle.snake(name) : name
            let index = IndexName.make(table: table.name, fields: [column.name])
            let attribute = PulledAttribute(
                column: column, name: name, usualColumn: usual, native: table.natives[column.name]?.type,
                isUnique: table.isUnique([column.name], named: index))
            additions[model.name, default: ([], [])].attributes.append(attribute.entry)
        }
    }

    /// Indexes that the model does not have, with what is to be written to have them.
    mutating func noteIndexes(of table: LiveTable, _ model: Model) {
        let own = (try? schema.tables().first { $0.name == table.name })?.indexes ?? []
        let columns = Dictionary(model.columns.map { ($0.field, $0.name) }) { first, _ in first }
        let added = additions[model.name] ?? ([], [])
        let keys = Set(added.associations.map { AssociationNames($0.key).foreignKey(to: "id") })
        for index in table.table.indexes where table.indexes[index.name]?.isNamed != false {
            guard !own.contains(where: { $0.name == index.name || $0.isLike(index) }) else { continue }
            let pulled = PulledIndex(index: index, table: table) { columns[$0] ?? PulledNames.attribute(for: $0) }
            let isOfColumn = table.isPlain(index) && index.names.count == 1
            let attribute = index.names.first.flatMap { columns[$0] ?? PulledNames.attribute(for: $0) } ?? ""
            // What came with a column that was pulled.
            if isOfColumn, columns[index.names[0]] == nil, index.isUnique || keys.contains(attribute) { continue }
            do {
                notes.append(
                    "the index '\(index.name)' is not in the schema; to have it there, write in 'indexes' of "
                        + "'\(model.name)': \(try pulled.entry())")
            } catch {
                notes.append("the index '\(index.name)' of '\(table.name)' is left out: \(error.reason)")
            }
        }
    }
}
