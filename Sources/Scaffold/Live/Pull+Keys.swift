// Keys to others.
extension Pull {
    /// Finds the keys of a model, before anything is called after their columns.
    func readKeys(_ model: inout PulledModel, _ tables: [String: Table]) {
        for column in model.live.table.columns {
            guard let attribute = PulledNames.attribute(for: column.name),
                let key = key(column, attribute, of: model.live, tables, &model.taken)
            else { continue }
            model.keys.append(key)
        }
    }

    func key(
        _ column: Table.Column, _ attribute: String, of table: LiveTable, _ tables: [String: Table],
        _ taken: inout Set<String>
    ) -> PulledKey? {
        guard let reference = column.reference, let target = names[reference.table],
            let other = tables[reference.table]?.column(named: reference.column),
            other.type.structure == column.type.structure, tables[reference.table]?.isUnique(reference.column) == true
        else { return nil }
        let stem = ["Id", "ID"].first { attribute.hasSuffix($0) }.map { String(attribute.dropLast($0.count)) } ?? ""
        let choices = [stem, NameStyle.lowerCamel(target), attribute + NameStyle.upperCamel(target)]
        guard let alias = choices.first(where: { Self.isFree($0, taken) }) else { return nil }
        taken.insert(alias.lowercased())
        let isUnique =
            table.table.primaryKey.columns == [column.name]
            || table.table.indexes.contains { $0.isUniqueEverywhere && $0.names == [column.name] }
        return PulledKey(column: column, attribute: attribute, alias: alias, target: target, isUnique: isUnique)
    }

    /// Whether a model may have an association of this name.
    static func isFree(_ name: String, _ taken: Set<String>) -> Bool {
        !name.isEmpty && !taken.contains(name.lowercased()) && NameRules.association(name) == nil
            && SwiftIdentifier.problem(member: name, kind: .association) == nil
            && SwiftIdentifier.problem(type: NameStyle.upperCamel(name)) == nil
    }

    /// The `belongsTo` of a key, and the attribute that it needs where the column says more than an association can.
    ///
    /// - Parameter isDeclared: gives it an attribute whatever the column says.
    func entries(
        of key: PulledKey, _ model: PulledModel, isJoin: Bool, isDeclared: Bool = false
    ) -> (NewEntry, attribute: NewEntry?) {
        let column = key.column
        var options = [NewEntry(key: "belongsTo", value: .text(key.target))]
        func add(_ name: String, _ text: String) { options.append(NewEntry(key: name, value: .text(text))) }
        let targetKey = column.reference.flatMap { PulledNames.attribute(for: $0.column) } ?? "id"
        if key.attribute != AssociationNames(key.alias).foreignKey(to: targetKey) { add("foreignKey", key.attribute) }
        if !isKey(column.reference) { add("targetKey", targetKey) }
        let index = IndexName.make(table: model.live.name, fields: [column.name])
        let lacksIndex = model.lacksIndex(column)
        var attribute: NewEntry?
        if isDeclared || lacksIndex || column.comment != nil || column.defaultValue != nil {
            var pulled = PulledAttribute(
                column: column, name: key.attribute, usualColumn: model.column(of: key.attribute),
                native: model.live.natives[column.name]?.type)
            pulled.isIndexed = lacksIndex ? false : nil
            attribute = pulled.entry
        } else {
            if column.name != model.column(of: key.attribute) { add("field", column.name) }
            if column.isPrimaryKey {
                add("primaryKey", "true")
            } else if !column.allowNull {
                add("allowNull", "false")
            }
        }
        if key.isUnique, !column.isPrimaryKey, model.live.isUnique([column.name], named: index) {
            add("unique", "true")
        }
        let usual: ReferentialAction =
            isJoin ? .cascade : column.allowNull && !column.isPrimaryKey ? .setNull : .noAction
        if let action = column.reference?.onDelete, action != usual { add("onDelete", action.rawValue) }
        if let action = column.reference?.onUpdate, action != .cascade { add("onUpdate", action.rawValue) }
        return (NewEntry(key: key.alias, value: .inline(options)), attribute)
    }

    /// Whether a foreign key names rows by their primary key.
    func isKey(_ reference: Table.ForeignKey?) -> Bool {
        guard let reference else { return true }
        if let model = models.first(where: { $0.live.name == reference.table }) {
            return model.live.table.primaryKey.columns == [reference.column]
        }
        return schema.models.first { $0.tableName == reference.table }?.primaryKey.map(\.field) == [reference.column]
    }
}
