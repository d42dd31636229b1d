/// Works out what a schema lacks of what a live database has: models for its tables, attributes for its columns.
///
/// Foreign keys are associations: `belongsTo` with an alias made of the column (`userId` is `user`), and the other side
/// where its name is free. A table of two keys and nothing else joins two others (`belongsToMany`).
struct Pull {
    /// Models to add.
    private(set) var models: [PulledModel] = []
    /// Attributes and associations that models which are there get, by their names.
    private(set) var additions: [String: (attributes: [NewEntry], associations: [NewEntry])] = [:]
    private(set) var notes: [String] = []

    private let schema: Schema
    /// The names of models by their tables.
    private var names: [String: String] = [:]
    private var taken: [String: Set<String>] = [:]

    /// - Parameters:
    ///   - live: the database.
    ///   - schema: what is there already, and stays.
    ///   - style: how the schema calls tables.
    init(_ live: LiveDatabase, into schema: Schema, style: TableStyle) {
        self.schema = schema
        for model in schema.models {
            names[model.tableName] = model.name
            let members = model.attributes.map(\.name) + model.associations.map(\.name)
            taken[model.name] = Set(members.map { $0.lowercased() })
        }
        var namer = PulledNames(schema, style: style)
        for table in live.tables where names[table.name] == nil {
            guard !table.table.primaryKey.columns.isEmpty else {
                notes.append("the table '\(table.name)' has no primary key, which every model needs: left out")
                continue
            }
            guard let name = namer.model(for: table.name) else {
                notes.append("no model can be called after the table '\(table.name)': left out")
                continue
            }
            var model = PulledModel(table, name: name)
            if namer.needsTableName(table.name, of: name) { model.tableName = table.name }
            names[table.name] = name
            models.append(model)
        }
        let tables = Dictionary(live.tables.map { ($0.name, $0.table) }) { first, _ in first }
        for place in models.indices { readKeys(&models[place], tables) }
        for place in models.indices { readColumns(&models[place]) }
        for model in models { taken[model.name] = model.taken }
        for model in models { addOtherSides(of: model) }
        for place in models.indices {
            models[place].associations += additions.removeValue(forKey: models[place].name)?.associations ?? []
            notes += models[place].notes
        }
        for table in live.tables { addColumns(of: table, tables) }
    }
}

// Keys to others.
extension Pull {
    private func readKeys(_ model: inout PulledModel, _ tables: [String: Table]) {
        for column in model.live.table.columns {
            guard let attribute = PulledNames.attribute(for: column.name),
                let key = key(column, attribute, of: model.live, tables, &model.taken)
            else { continue }
            model.keys.append(key)
        }
    }

    private func key(
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

    private static func isFree(_ name: String, _ taken: Set<String>) -> Bool {
        !name.isEmpty && !taken.contains(name.lowercased()) && NameRules.association(name) == nil
            && SwiftIdentifier.problem(member: name, kind: .association) == nil
            && SwiftIdentifier.problem(type: NameStyle.upperCamel(name)) == nil
    }

    /// The `belongsTo` of a key, and the attribute that it needs where the column says more than an association can.
    ///
    /// - Parameter isDeclared: gives it an attribute whatever the column says.
    private func entries(
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
    private func isKey(_ reference: Table.ForeignKey?) -> Bool {
        guard let reference else { return true }
        if let model = models.first(where: { $0.live.name == reference.table }) {
            return model.live.table.primaryKey.columns == [reference.column]
        }
        return schema.models.first { $0.tableName == reference.table }?.primaryKey.map(\.field) == [reference.column]
    }
}

// Columns and indexes.
extension Pull {
    private func readColumns(_ model: inout PulledModel) {
        let table = model.live.table
        model.keepsTimestamps = model.isKept("createdAt") && model.isKept("updatedAt")
        model.isParanoid = model.isKept("deletedAt")
        let kept = Set(
            ((model.keepsTimestamps ? ["createdAt", "updatedAt"] : []) + (model.isParanoid ? ["deletedAt"] : []))
                .map(model.column))
        let isJoin = model.isJoin
        // The parts of a key come in the order of the attributes: all of them are written where one has to be.
        let key = table.primaryKey.columns
        let declaresKey = key.count > 1 && table.columns.contains { key.contains($0.name) && model.lacksIndex($0) }
        var written: Set<String> = []
        for column in table.columns where !kept.contains(column.name) {
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
            $0.name == index && !$0.isUnique && $0 == Index(fields: [column.name], isUnique: false, name: index)
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
            if isPlainKey || index.names.count == 1 && written.contains(index.names[0]) { continue }
            let attributes = index.names.map { PulledNames.attribute(for: $0) ?? "" }
            let isSayable =
                model.live.indexes[index.name]?.isPlain != false && index.conditions.isEmpty && index.using == nil
                && index.fields.allSatisfy { field in
                    let word = table.column(named: field.name)?.type.word
                    return field.length == nil && !field.descending && word != nil && !["json", "blob"].contains(word)
                }
                && NameRules.plain(index.name, .index) == nil && !attributes.contains("")
            guard isSayable else {
                model.notes.append("the index '\(index.name)' of '\(table.name)' is nothing that is pulled: left alone")
                continue
            }
            let fields = attributes.joined(separator: ", ")
            let isUsual = index.name == usualName(index, table)
            let options = (index.isUnique ? ", unique: true" : "") + (isUsual ? "" : ", name: \(index.name)")
            model.indexes.append(options.isEmpty ? "[\(fields)]" : "{fields: [\(fields)]\(options)}")
        }
    }
}

// The other sides.
extension Pull {
    private mutating func addOtherSides(of model: PulledModel) {
        if model.isJoin {
            let (first, second) = (model.keys[0], model.keys[1])
            for (own, other) in [(first, second), (second, first)] {
                let alias = plural(other.target)
                let options = [
                    NewEntry(key: "belongsToMany", value: .text(other.target)),
                    NewEntry(key: "through", value: .text(model.name)),
                ]
                add(alias, options, to: own.target)
            }
            return
        }
        for key in model.keys {
            let isOnly = model.keys.count { $0.target == key.target } == 1
            let many = isOnly ? plural(model.name) : key.alias + NameStyle.upperCamel(plural(model.name))
            let one = isOnly ? NameStyle.lowerCamel(model.name) : key.alias + NameStyle.upperCamel(model.name)
            var options = [
                NewEntry(key: key.isUnique ? "hasOne" : "hasMany", value: .text(model.name)),
                NewEntry(key: "foreignKey", value: .text(key.attribute)),
            ]
            let reference = key.column.reference
            if !isKey(reference), let source = reference.flatMap({ PulledNames.attribute(for: $0.column) }) {
                options.append(NewEntry(key: "sourceKey", value: .text(source)))
            }
            add(key.isUnique ? one : many, options, to: key.target)
        }
    }

    private func plural(_ model: String) -> String { NameStyle.lowerCamel(schema.inflector.pluralize(model)) }

    private mutating func add(_ alias: String, _ options: [NewEntry], to model: String) {
        guard Self.isFree(alias, taken[model] ?? []) else { return }
        taken[model, default: []].insert(alias.lowercased())
        additions[model, default: ([], [])].associations.append(NewEntry(key: alias, value: .inline(options)))
    }
}

// Models that are there.
extension Pull {
    /// Columns that a model which is there does not have.
    private mutating func addColumns(of table: LiveTable, _ tables: [String: Table]) {
        guard let model = schema.models.first(where: { $0.tableName == table.name }), model.isManaged else { return }
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
}

extension PulledModel {
    /// Whether the table does nothing but join two others: two keys that name a row, its own key and times.
    var isJoin: Bool {
        guard keys.count == 2, keys.allSatisfy({ !$0.column.allowNull || $0.column.isPrimaryKey }),
            keys[0].target != keys[1].target
        else { return false }
        let pair = Set(keys.map(\.column.name))
        let kept = Set(["createdAt", "updatedAt", "id"].map(column))
        let isUnique =
            Set(live.table.primaryKey.columns) == pair
            || live.table.indexes.contains { $0.isUniqueEverywhere && Set($0.names) == pair }
        return isUnique && live.table.columns.allSatisfy { pair.contains($0.name) || kept.contains($0.name) }
    }
}

extension Table {
    /// Whether a column is the key that every model has by itself.
    fileprivate func isUsualKey(_ column: Column, _ attribute: String) -> Bool {
        attribute == "id" && column.name == "id" && column.type.word == "integer" && column.autoIncrement
            && primaryKey.columns == ["id"] && column.comment == nil
    }
}

extension LiveTable {
    /// Whether a unique index that the schema's `unique` means is on these columns: of this name, or a constraint's.
    func isUnique(_ columns: [String], named name: String) -> Bool {
        table.indexes.contains { index in
            index.isUniqueEverywhere && index.names == columns && indexes[index.name]?.isPlain != false
                && (index.name == name || indexes[index.name]?.isConstraint == true)
        }
    }
}
