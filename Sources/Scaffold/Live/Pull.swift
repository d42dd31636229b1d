/// Works out what a schema lacks of what a live database has: models for its tables, attributes for its columns.
///
/// Foreign keys are associations: `belongsTo` with an alias made of the column (`userId` is `user`), and the other side
/// where its name is free. A table of two keys and nothing else joins two others (`belongsToMany`). What no schema says is
/// named: in notes, and as comments before a model.
struct Pull {
    /// Models to add.
    private(set) var models: [PulledModel] = []
    /// Attributes and associations that models which are there get, by their names.
    var additions: [String: (attributes: [NewEntry], associations: [NewEntry])] = [:]
    var notes: [String] = []

    let schema: Schema
    /// The names of models by their tables.
    private(set) var names: [String: String] = [:]
    /// What their attributes and associations are called, in small letters.
    var taken: [String: Set<String>] = [:]

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
        for table in live.tables {
            guard let model = schema.models.first(where: { $0.tableName == table.name }), model.isManaged else {
                continue
            }
            addColumns(of: table, to: model, tables)
            noteIndexes(of: table, model)
        }
    }
}
