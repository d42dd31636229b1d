/// The parts of table definitions that all engines write alike, each in its own words.
struct DefinitionText {
    let dialect: any Dialect

    /// What a column holds in a row that does not say.
    func text(_ value: ColumnDefault) throws -> String {
        switch value {
        case .value(let value): try dialect.literal(value)
        case .sql(let expression): "(\(expression))"
        case .now: dialect.now
        }
    }

    /// A constraint as a part of CREATE TABLE, and behind ADD.
    func text(_ constraint: TableConstraint) -> String {
        let name = constraint.name.map { "CONSTRAINT \(dialect.quote($0)) " } ?? ""
        switch constraint.rule {
        case .primaryKey(let columns): return "\(name)PRIMARY KEY (\(list(columns)))"
        case .unique(let columns): return "\(name)UNIQUE (\(list(columns)))"
        case .check(let expression): return "\(name)CHECK (\(expression))"
        case .foreignKey(let columns, let table, let keys, let onDelete, let onUpdate):
            return "\(name)FOREIGN KEY (\(list(columns))) \(references(table, keys, onDelete, onUpdate))"
        }
    }

    /// `REFERENCES table (keys) ON DELETE … ON UPDATE …`
    func references(
        _ table: String, _ keys: [String], _ onDelete: ReferentialAction?, _ onUpdate: ReferentialAction?
    ) -> String {
        "REFERENCES \(dialect.quote(table)) (\(list(keys)))" + (onDelete.map { " ON DELETE \($0.rawValue)" } ?? "")
            + (onUpdate.map { " ON UPDATE \($0.rawValue)" } ?? "")
    }

    /// The condition that an enumeration's column holds one of its words.
    func isOneOf(_ values: [String], column: String) throws -> String {
        let literals = try values.map { try dialect.literal(.text($0)) }
        return "\(dialect.quote(column)) IN (\(literals.joined(separator: ", ")))"
    }

    /// The columns of an index: `"userId", "createdAt" DESC`. A length is left out: only one engine takes it.
    func fields(_ index: IndexBlueprint) -> String {
        index.fields.map { dialect.quote($0.name) + ($0.direction == .descending ? " DESC" : "") }
            .joined(separator: ", ")
    }

    /// ` WHERE …`: the rows that a partial index holds; nothing where it holds all.
    ///
    /// - Throws: ``ValueError`` for a value that has no literal.
    func rows(of index: IndexBlueprint) throws -> String {
        guard let condition = index.condition, !condition.isAll, !condition.cells.isEmpty else { return "" }
        return " WHERE " + (try condition.cells.map(isIndexed).joined(separator: " AND "))
    }

    private func isIndexed(_ cell: SeedRow.Cell) throws -> String {
        let column = dialect.quote(cell.column)
        switch cell.value {
        case .value(.null): return "\(column) IS NULL"
        case .anyOf(let values):
            let literals = try values.map { try fixed($0, cell.column) }
            return "\(column) IN (\(literals.joined(separator: ", ")))"
        default: return "\(column) = \(try fixed(cell.value, cell.column))"
        }
    }

    /// A number of more digits than a literal of Swift keeps comes as SQL.
    private func fixed(_ value: SeedValue, _ column: String) throws -> String {
        switch value {
        case .value(let value) where value != .null: try dialect.literal(value)
        case .sql(let expression): "(\(expression))"
        default: throw Self.notFixed(column)
        }
    }

    private static func notFixed(_ column: String) -> ModelDefinitionError {
        ModelDefinitionError("a partial index holds rows by fixed values, and that of '\(column)' is none")
    }

    func list(_ names: [String]) -> String {
        names.map(dialect.quote).joined(separator: ", ")
    }
}
