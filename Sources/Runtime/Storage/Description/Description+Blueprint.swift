// What a migration asks for, as a database would tell of it that has only the migration's words.

extension ColumnDescription {
    /// The word for a counter where no engine is at hand to say its own.
    static let counted = "counted"

    init(_ blueprint: ColumnBlueprint) {
        self.init(
            name: blueprint.name, nativeType: "", type: blueprint.type,
            allowNull: blueprint.allowNull && !blueprint.primaryKey)
        defaultValue = blueprint.defaultValue?.plain(in: blueprint.type)
        counter = blueprint.autoIncrement ? Self.counted : nil
        comment = blueprint.comment
    }
}

extension ColumnDefault {
    /// The same, said as the type says it: 0 is a decimal in a column of such. Nil for null, which is none.
    fileprivate func plain(in type: ColumnType) -> ColumnDefault? {
        guard case .value(let value) = self else { return self }
        switch (value, type) {
        case (.null, _): return nil
        case (.integer(let number), .decimal), (.integer(let number), .float), (.integer(let number), .double):
            return DefaultWords.number("\(number)", type).map(Self.value)
        case (.double(let number), .decimal): return DefaultWords.number("\(number)", type).map(Self.value) ?? self
        default: return self
        }
    }
}

extension ForeignKeyDescription {
    /// - Parameter name: nil where the server makes one.
    init(
        _ columns: [String], to table: String, _ keys: [String], _ onDelete: ReferentialAction?,
        _ onUpdate: ReferentialAction?, name: String? = nil
    ) {
        self.init(
            name: ConstraintName(name ?? "", isGiven: name != nil), columns: columns, table: table, keys: keys,
            onDelete: onDelete ?? .noAction, onUpdate: onUpdate ?? .noAction)
    }
}

extension IndexDescription {
    /// The index of a unique constraint.
    ///
    /// - Parameter name: nil where the server makes one.
    init(uniqueConstraint columns: [String], name: String?, of table: String) {
        self.init(
            name: ConstraintName(
                name ?? IndexName.make(table: table, columns: columns + ["key"]), isGiven: name != nil),
            fields: columns.map { Field(column: $0) }, unique: true)
        isConstraint = true
    }

    /// Nil for one whose rows are not told by fixed values.
    init?(_ blueprint: IndexBlueprint) {
        self.init(
            name: ConstraintName(blueprint.name),
            fields: blueprint.fields.map {
                Field(column: $0.name, descending: $0.direction == .descending, length: $0.length)
            }, unique: blueprint.unique)
        method = blueprint.using?.rawValue
        guard let condition = blueprint.condition, !condition.isAll, !condition.cells.isEmpty else { return }
        var rows: [ColumnValues] = []
        for cell in condition.cells {
            guard let values = cell.value.fixed else { return nil }
            rows.append(ColumnValues(column: cell.column, values: values))
        }
        values = rows
        self.condition = ""
    }
}

extension SeedValue {
    /// The values that it stands for; nil where they are not known before.
    fileprivate var fixed: [Value]? {
        switch self {
        case .value(let value): return [value]
        case .anyOf(let values):
            let all = values.compactMap { value -> Value? in
                guard case .value(let value) = value else { return nil }
                return value
            }
            return all.count == values.count ? all : nil
        case .now, .password, .sql: return nil
        }
    }
}
