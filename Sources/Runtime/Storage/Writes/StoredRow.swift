/// A row that is there already, as it was read.
struct StoredRow: Sendable {
    let table: TableDefinition
    /// Its primary key.
    let key: [Value]
    /// The version that it was read with, where the table has one.
    var version: Value?

    /// - Throws: ``ModelDefinitionError`` for a table without a primary key.
    init(_ table: TableDefinition, _ values: [Value]) throws {
        guard !table.primaryKey.isEmpty else {
            throw ModelDefinitionError(
                "\(table.model) has no primary key, so one row of it cannot be told from others")
        }
        self.table = table
        key = table.primaryKey.map { values[$0] }
    }

    /// The condition that finds it, if nobody has changed it meanwhile.
    var condition: Clause {
        guard let column = table.version, let version else { return isThere }
        return .and([isThere, .comparison(column, .equal, version)])
    }

    /// The condition that finds it, whatever it holds by now.
    var isThere: Clause {
        let keys = zip(table.primaryKey, key).map { Clause.comparison($0, .equal, $1) }
        return Clause.all(keys) ?? .and(keys)
    }
}

extension TableDefinition {
    /// The condition that finds the row with the same primary key.
    ///
    /// - Throws: ``ModelDefinitionError`` for a table without one.
    func row(of values: [Value]) throws -> Clause {
        try StoredRow(self, values).isThere
    }
}
