/// A table of a live database as a model of the schema language.
struct PulledModel {
    let live: LiveTable
    let name: String
    let isUnderscored: Bool
    var keepsTimestamps = false
    var isParanoid = false
    /// Nil where the model's name leads to the table.
    var tableName: String?
    var attributes: [NewEntry] = []
    var associations: [NewEntry] = []
    var indexes: [String] = []
    /// What could not be said in the schema.
    var notes: [String] = []
    /// Names that attributes and associations have.
    var taken: Set<String> = []
    /// The keys to other models.
    var keys: [PulledKey] = []

    init(_ live: LiveTable, name: String) {
        self.live = live
        self.name = name
        isUnderscored = PulledNames.isUnderscored(live.table.columns.map(\.name))
        notes = live.others.map { "'\(live.name)' has \($0): left out" }
        for column in live.table.columns {
            if let attribute = PulledNames.attribute(for: column.name) { taken.insert(attribute.lowercased()) }
        }
    }

    /// The entry of `models:`.
    var entry: NewEntry {
        var model: [NewEntry] = []
        if let tableName { model.append(NewEntry(key: "tableName", value: .text(tableName))) }
        if isUnderscored { model.append(NewEntry(key: "underscored", value: .text("true"))) }
        if !keepsTimestamps { model.append(NewEntry(key: "timestamps", value: .text("false"))) }
        if isParanoid { model.append(NewEntry(key: "paranoid", value: .text("true"))) }
        if !attributes.isEmpty { model.append(NewEntry(key: "attributes", value: .map(attributes))) }
        if !associations.isEmpty { model.append(NewEntry(key: "associations", value: .map(associations))) }
        if !indexes.isEmpty { model.append(NewEntry(key: "indexes", value: .list(indexes))) }
        return NewEntry(key: name, value: model.isEmpty ? .inline([]) : .map(model), remarks: notes)
    }

    /// The column that an attribute of this name has by itself.
    func column(of attribute: String) -> String { isUnderscored ? NameStyle.snake(attribute) : attribute }

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

    /// Whether a foreign key has no index, which a schema gives each of them unless it says otherwise.
    func lacksIndex(_ column: Table.Column) -> Bool {
        column.reference != nil && live.table.primaryKey.columns.first != column.name
            && !live.table.indexes.contains { $0.names.first == column.name && $0.conditions.isEmpty }
    }

    /// Whether a column is one that the runtime keeps: its name, a date and, for timestamps, never null.
    func isKept(_ attribute: String) -> Bool {
        guard let column = live.table.column(named: column(of: attribute)) else { return false }
        return column.type.word == "date" && column.defaultValue == nil
            && column.allowNull == (attribute == "deletedAt") && !column.isPrimaryKey && column.comment == nil
    }
}

/// A foreign key of one column, as a `belongsTo`.
struct PulledKey {
    var column: Table.Column
    var attribute: String
    var alias: String
    var target: String
    var isUnique: Bool
}
