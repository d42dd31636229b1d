/// What hints, and the schema's `renamedFrom`, come to in the names that the database has.
struct Answers: Sendable {
    private(set) var renames = Renames()
    /// What rows that are there get, by table and column as they are called now.
    private(set) var backfills: [String: [String: Backfill]] = [:]
    /// What may go, by the names before.
    private(set) var dropped: Set<SchemaPath> = []
    private(set) var allowsDataLoss = false

    private let recorded: [Table]
    private let schema: Schema

    /// - Parameters:
    ///   - recorded: the tables as the last migrations left them.
    ///   - schema: what is wanted now.
    /// - Throws: ``Diagnostics`` for hints that name nothing, each with the nearest name.
    init(_ hints: [Hint], recorded: [Table], schema: Schema) throws(Diagnostics) {
        (self.recorded, self.schema) = (recorded, schema)
        var problems: [Diagnostic] = []
        for model in schema.models { follow(model) }
        // Models before their attributes, whose tables they say.
        let ordered = hints.filter(\.isOfModel) + hints.filter { !$0.isOfModel }
        for hint in ordered {
            do { try take(hint) } catch { problems.append(error) }
        }
        guard problems.isEmpty else { throw Diagnostics(all: problems) }
        for model in schema.models { followAttributes(of: model) }
    }

    private mutating func take(_ hint: Hint) throws(Diagnostic) {
        switch hint {
        case .allowDataLoss: allowsDataLoss = true
        case .drop(let path):
            try require(path, hint)
            dropped.insert(path)
        case .backfill(let path, let value): try fill(path, value, hint)
        case .rename(let path, let name): try rename(path, name, hint)
        }
    }
}

// Tables before and models now.
extension Answers {
    /// The table that a model had before.
    func table(of model: Model) -> Table? {
        if let old = renames.tables.first(where: { $0.value == model.tableName })?.key {
            return recorded.first { $0.name == old }
        }
        return recorded.first { $0.model == model.name } ?? recorded.first { $0.name == model.tableName }
    }

    /// The table of a model by its name before or now.
    private func table(named name: String) -> Table? {
        recorded.first { $0.model == name } ?? schema.model(named: name).flatMap(table)
    }

    /// What has become of a table.
    private func model(of table: Table) -> Model? {
        if let new = renames.tables[table.name] { return schema.models.first { $0.tableName == new } }
        return schema.model(named: table.model) ?? schema.models.first { $0.tableName == table.name }
    }

    /// `renamedFrom` of a model, as long as its table has the name before.
    private mutating func follow(_ model: Model) {
        guard let former = model.renamedFrom, let old = recorded.first(where: { $0.model == former }),
            !recorded.contains(where: { $0.model == model.name })
        else { return }
        renames.tables[old.name] = model.tableName
    }

    private mutating func followAttributes(of model: Model) {
        guard let old = table(of: model) else { return }
        for attribute in model.columns {
            guard let former = attribute.renamedFrom, let column = old.columns.first(where: { $0.attribute == former }),
                !old.columns.contains(where: { $0.attribute == attribute.name })
            else { continue }
            renames.columns[old.name, default: [:]][column.name] = attribute.field
        }
    }
}

// Hints.
extension Answers {
    private mutating func rename(_ path: SchemaPath, _ name: String, _ hint: Hint) throws(Diagnostic) {
        let old = try requireTable(path, hint)
        guard let member = path.member else {
            guard let model = schema.model(named: name) else {
                throw missing("the schema has no model '\(Shown.text(name))'", name, schema.models.map(\.name), hint)
            }
            renames.tables[old.name] = model.tableName
            return
        }
        let column = try requireColumn(member, of: old, hint)
        guard let model = model(of: old) else {
            throw Diagnostic(message: "\(hint.flag): the model '\(old.model)' is gone", suggestion: "rename it too")
        }
        if let value = path.value { return try rename(value, of: column, old, in: model, to: name, hint) }
        guard let attribute = model.columns.first(where: { $0.name == name }) else {
            throw missing(
                "'\(model.name)' has no attribute '\(Shown.text(name))'", name, model.columns.map(\.name), hint)
        }
        renames.columns[old.name, default: [:]][column.name] = attribute.field
    }

    private mutating func rename(
        _ value: String, of column: Table.Column, _ table: Table, in model: Model, to name: String, _ hint: Hint
    ) throws(Diagnostic) {
        try requireValue(value, of: column, hint)
        let words = model.columns.flatMap { attribute -> [String] in
            guard case .enum(_, let cases) = attribute.type else { return [] }
            return cases.map(\.value)
        }
        guard words.contains(name) else {
            throw missing("no enum of '\(model.name)' has the value '\(Shown.text(name))'", name, words, hint)
        }
        renames.values[table.name, default: [:]][column.name, default: [:]][value] = name
    }

    private mutating func fill(_ path: SchemaPath, _ value: String, _ hint: Hint) throws(Diagnostic) {
        guard let model = schema.model(named: path.model) else {
            throw missing(
                "the schema has no model '\(Shown.text(path.model))'", path.model, schema.models.map(\.name), hint)
        }
        let name = path.member ?? ""
        guard let attribute = model.columns.first(where: { $0.name == name }) else {
            throw missing(
                "'\(model.name)' has no attribute '\(Shown.text(name))'", name, model.columns.map(\.name), hint)
        }
        backfills[model.tableName, default: [:]][attribute.field] = try Self.backfill(value, attribute, hint)
    }

    private static func backfill(_ text: String, _ attribute: Attribute, _ hint: Hint) throws(Diagnostic) -> Backfill {
        if text.hasPrefix("sql:") { return .sql(String(text.dropFirst(4))) }
        let problems = Problems()
        let node = YAMLNode.scalar(.init(text: text, position: attribute.position, isPlain: true))
        if let value = ValueReader(problems: problems).defaultValue(node, of: attribute), problems.all.isEmpty {
            var filled = attribute
            filled.defaultValue = value
            if let stored = filled.storedDefault, !stored.isMadeByTheApp { return .value(stored) }
        }
        throw Diagnostic(
            message: "\(hint.flag): \(problems.all.first?.message ?? "this is no value that a database can fill in")",
            suggestion: problems.all.first?.suggestion ?? "an expression of the database: 'sql:…'")
    }

    /// That a thing to be dropped was there.
    private func require(_ path: SchemaPath, _ hint: Hint) throws(Diagnostic) {
        let table = try requireTable(path, hint)
        guard let member = path.member else { return }
        let column = try requireColumn(member, of: table, hint)
        if let value = path.value { try requireValue(value, of: column, hint) }
    }

    private func requireTable(_ path: SchemaPath, _ hint: Hint) throws(Diagnostic) -> Table {
        if let table = table(named: path.model) { return table }
        throw missing(
            "no migration has made a table for a model '\(Shown.text(path.model))'", path.model, recorded.map(\.model),
            hint)
    }

    private func requireColumn(_ name: String, of table: Table, _ hint: Hint) throws(Diagnostic) -> Table.Column {
        if let column = table.columns.first(where: { $0.attribute == name }) { return column }
        throw missing(
            "'\(table.model)' had no attribute '\(Shown.text(name))'", name, table.columns.map(\.attribute), hint)
    }

    private func requireValue(_ value: String, of column: Table.Column, _ hint: Hint) throws(Diagnostic) {
        guard !column.type.values.contains(value) else { return }
        throw missing(
            "'\(column.attribute)' had no value '\(Shown.text(value))'", value, column.type.values, hint)
    }

    private func missing(_ message: String, _ word: String, _ known: [String], _ hint: Hint) -> Diagnostic {
        Diagnostic(message: "\(hint.flag): \(message)", suggestion: Diagnostic.didYouMean(word, among: known))
    }
}

extension Hint {
    /// Whether it is about a model as a whole.
    fileprivate var isOfModel: Bool {
        switch self {
        case .rename(let path, _), .drop(let path): path.member == nil
        case .backfill, .allowDataLoss: false
        }
    }
}

extension DefaultValue {
    /// Whether no database can make it.
    fileprivate var isMadeByTheApp: Bool { self == .uuidv4 || self == .uuidv7 }
}
