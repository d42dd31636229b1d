/// What models and attributes are called otherwise than when the tables were recorded.
struct SchemaRenames: Sendable {
    /// Models that have another name now, with the name before.
    private(set) var models: [(former: String, model: Model)] = []
    /// All of it as code spells it.
    private(set) var names: NewNames

    /// - Parameters:
    ///   - recorded: the tables as the migrations before left them.
    ///   - schema: what is wanted now.
    ///   - operations: what the migrations of this run do.
    ///   - names: what else is called otherwise now.
    init(from recorded: [Table], to schema: Schema, by operations: [Operation], names: NewNames = NewNames()) {
        self.names = names
        var tables: [String: String] = [:]
        var columns: [String: [String: String]] = [:]
        for operation in operations {
            switch operation {
            case .renameTable(let old, let new): tables[new] = tables.removeValue(forKey: old) ?? old
            case .renameColumn(let table, let old, let new):
                columns[table, default: [:]][new] = columns[table]?.removeValue(forKey: old) ?? old
            default: break
            }
        }
        let before = Dictionary(recorded.map { ($0.name, $0) }) { first, _ in first }
        for model in schema.models {
            let former = tables[model.tableName] ?? model.tableName
            guard let table = before[former] else { continue }
            if table.model != model.name, schema.model(named: table.model) == nil {
                models.append((table.model, model))
                self.names.add(table.model, now: model.name, inflector: schema.inflector)
            }
            // An operation names the table as it is called at that moment, before or behind its own new name.
            let renamed = (columns[former] ?? [:]).merging(columns[model.tableName] ?? [:]) { _, later in later }
            for attribute in model.columns {
                let column = table.column(named: renamed[attribute.field] ?? attribute.field)
                guard let column, column.attribute != attribute.name,
                    model.attribute(named: column.attribute) == nil
                else { continue }
                self.names.add(column.attribute, now: attribute.name, inflector: schema.inflector)
            }
        }
    }
}
