// Columns and indexes.
extension Pull {
    /// Says the columns of a model, and its indexes.
    func readColumns(_ model: inout PulledModel) {
        let table = model.live.table
        model.keepsTimestamps = model.isKept("createdAt") && model.isKept("updatedAt")
        model.isParanoid = model.isKept("deletedAt")
        let kept = Set(
            ((model.keepsTimestamps ? ["createdAt", "updatedAt"] : []) + (model.isParanoid ? ["deletedAt"] : []))
                .map(model.column))
        let isJoin = model.isJoin
        // The parts of a key come in the order of the attributes: all of them are written where one has to be.
        let key = table.primaryKey.columns
        let isInOrder = table.columns.map(\.name).filter(key.contains) == key
        let declaresKey =
            key.count > 1
            && (!isInOrder || table.columns.contains { key.contains($0.name) && model.lacksIndex($0) })
        if key.count > 1, table.columns.contains(where: \.autoIncrement) {
            model.notes.append(
                "the key of '\(table.name)' counts up as one of several columns, which no schema says: left out")
        }
        var written: Set<String> = []
        for column in table.columnsInKeyOrder where !kept.contains(column.name) {
            guard let name = PulledNames.attribute(for: column.name) else {
                model.notes.append(
                    "no attribute can be called after the column '\(column.name)' of '\(table.name)': left out")
                continue
            }
            if let key = model.keys.first(where: { $0.column.name == column.name }) {
                let (association, attribute) = entries(
                    of: key, model, isJoin: isJoin, isDeclared: declaresKey && column.isPrimaryKey)
                model.associations.append(association)
                if let attribute { model.attributes.append(attribute) }
                let index = IndexName.make(table: table.name, fields: [column.name])
                if model.live.isUnique([column.name], named: index) { written.insert(column.name) }
            } else if table.isUsualKey(column, name) {
                continue
            } else {
                let attribute = attribute(column, name, of: model)
                if attribute.isUnique || attribute.isIndexed == true { written.insert(column.name) }
                model.attributes.append(attribute.entry)
            }
        }
        addIndexes(to: &model, written)
    }

    private func attribute(_ column: Table.Column, _ name: String, of model: PulledModel) -> PulledAttribute {
        let table = model.live.table
        var attribute = PulledAttribute(
            column: column, name: name, usualColumn: model.column(of: name),
            native: model.live.natives[column.name]?.type)
        attribute.isWholeKey = table.primaryKey.columns == [column.name]
        let index = IndexName.make(table: table.name, fields: [column.name])
        attribute.isUnique = model.live.isUnique([column.name], named: index) && !attribute.isWholeKey
        let isPlain = table.indexes.contains {
            $0 == Index(fields: [column.name], isUnique: false, name: index) && model.live.isPlain($0)
        }
        if isPlain, !attribute.isUnique { attribute.isIndexed = true }
        return attribute
    }

    private func usualName(_ index: Index, _ table: Table) -> String {
        IndexName.make(table: table.name, fields: index.names)
    }

    /// The indexes that no attribute says.
    private func addIndexes(to model: inout PulledModel, _ written: Set<String>) {
        let table = model.live.table
        for index in table.indexes {
            let isPlainKey =
                index == Index(fields: index.names, isUnique: false, name: usualName(index, table))
                && index.names.count == 1 && model.keys.contains { $0.column.name == index.names[0] }
            let isWritten = index.names.count == 1 && written.contains(index.names[0])
            if isPlainKey || isWritten && model.live.isPlain(index) { continue }
            do {
                model.indexes.append(try PulledIndex(index: index, table: model.live).entry())
            } catch {
                model.notes.append("the index '\(index.name)' of '\(table.name)' is left out: \(error.reason)")
            }
        }
    }
}

extension Table {
    /// The columns, those of the key in its order.
    fileprivate var columnsInKeyOrder: [Column] {
        var key = primaryKey.columns.compactMap(column(named:))[...]
        return columns.map { $0.isPrimaryKey ? key.popFirst() ?? $0 : $0 }
    }

    /// Whether a column is the key that every model has by itself.
    fileprivate func isUsualKey(_ column: Column, _ attribute: String) -> Bool {
        attribute == "id" && column.name == "id" && column.type.word == "integer" && column.autoIncrement
            && primaryKey.columns == ["id"] && column.comment == nil
    }
}
