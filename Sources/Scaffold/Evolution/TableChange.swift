/// What is different between a table as it was recorded and as the schema wants it.
struct TableChange {
    private let table: Table
    private let columns: [Table.Column]
    private let indexes: [Index]
    let problems: [Diagnostic]

    /// - Parameter model: the table's model, for the places of problems.
    init(from old: Table, to new: Table, model: Model?) {
        let oldColumns = Dictionary(old.columns.map { ($0.name, $0) }) { first, _ in first }
        let oldIndexes = Dictionary(old.indexes.map { ($0.name, $0) }) { first, _ in first }
        table = new
        columns = new.columns.filter { oldColumns[$0.name] == nil }
        indexes = new.indexes.filter { oldIndexes[$0.name] == nil }
        let report = Report(table: new, model: model)
        var problems = columns.compactMap(report.whyNotAdded)
        for column in new.columns {
            guard let before = oldColumns[column.name] else { continue }
            problems += column.differences(from: before).map { report.refusal("changing the \($0) of", column) }
        }
        let names = Set(new.columns.map(\.name))
        problems += old.columns.filter { !names.contains($0.name) }.map { report.refusal("removing", $0) }
        problems += old.indexes.filter { index in !new.indexes.contains { $0.name == index.name } }
            .map { report.refusal("removing the index '\($0.name)'") }
        problems += new.indexes.filter { index in oldIndexes[index.name].map { $0 != index } ?? false }
            .map { report.refusal("changing the index '\($0.name)'") }
        self.problems = problems
    }

    /// The migration that adds what is new, or nil where nothing is.
    func additions(at stamp: () -> Timestamp) -> PlannedMigration? {
        guard !columns.isEmpty || !indexes.isEmpty else { return nil }
        return PlannedMigration(
            name: MigrationName(stamp: stamp(), slug: "add-\(subject)-to-\(NameStyle.kebab(table.name))"),
            up: columns.map { .addColumn(table: table.name, $0) } + indexes.map { .addIndex(table: table.name, $0) },
            down: indexes.reversed().map { .removeIndex(table: table.name, $0) }
                + columns.reversed().map { .removeColumn(table: table.name, $0.name) })
    }

    /// `status`, `status-and-slug`, `status-and-3-more`, `index`.
    private var subject: String {
        let names = columns.map { NameStyle.kebab($0.attribute) }
        switch names.count {
        case 0: return indexes.count == 1 ? "index" : "indexes"
        case 1, 2: return names.joined(separator: "-and-")
        default: return "\(names[0])-and-\(names.count - 1)-more"
        }
    }
}

/// Words for what cannot be done to a table.
private struct Report {
    let table: Table
    let model: Model?

    func refusal(_ what: String, _ column: Table.Column) -> Diagnostic {
        let place = model?.attribute(named: column.attribute)?.position ?? model?.position
        return refusal("\(what) '\(table.model).\(column.attribute)'", at: place)
    }

    func refusal(_ what: String) -> Diagnostic { refusal(what, at: model?.position) }

    private func refusal(_ what: String, at place: SourcePosition?) -> Diagnostic {
        Diagnostic(
            message: "\(what), in the table '\(table.name)' that already has a migration, is not there yet",
            position: place, suggestion: Evolution.wayOut("change-\(NameStyle.kebab(table.name))"))
    }

    /// Why a column cannot be added to a table that may hold rows; nil where it can.
    func whyNotAdded(_ column: Table.Column) -> Diagnostic? {
        let name = "'\(table.model).\(column.attribute)'"
        let place = model?.attribute(named: column.attribute)?.position ?? model?.position
        if column.isPrimaryKey {
            return refusal("adding the primary key", column)
        }
        if column.reference != nil, !column.allowNull || column.defaultValue != nil {
            return Diagnostic(
                message:
                    "\(name) cannot be added to the table '\(table.name)': the rows that it may hold have nothing to refer to",
                position: place, suggestion: "allow null, and give no default")
        }
        if !column.allowNull, column.defaultValue?.isConstant != true {
            return Diagnostic(
                message:
                    "\(name) cannot be added to the table '\(table.name)': the rows that it may hold would have no value",
                position: place, suggestion: "give it a constant default, or allow null")
        }
        return nil
    }
}

extension DefaultValue {
    /// Whether it is the same for every row, so that rows which are there already can have it.
    var isConstant: Bool {
        switch self {
        case .string, .integer, .double, .decimal, .boolean, .enumCase, .list, .json: true
        case .now, .uuidv4, .uuidv7, .sql: false
        }
    }
}

extension Table.Column {
    /// What has changed, in the schema's words.
    fileprivate func differences(from old: Table.Column) -> [String] {
        var differences: [String] = []
        if type != old.type { differences.append("type") }
        if allowNull != old.allowNull { differences.append("'allowNull'") }
        if defaultValue != old.defaultValue { differences.append("'defaultValue'") }
        if isPrimaryKey != old.isPrimaryKey { differences.append("'primaryKey'") }
        if autoIncrement != old.autoIncrement { differences.append("'autoIncrement'") }
        if reference != old.reference { differences.append("foreign key") }
        return differences
    }
}
