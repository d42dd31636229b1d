/// The tables that operations make, read off the operations alone: no database is asked.
///
/// What SQL and code do cannot be read, and what does not fit the tables is passed over; both are named.
package struct MigratedTables: Sendable {
    package private(set) var tables: [TableDescription] = []
    /// The steps whose effect is not known: `20261120093000-add-slugs: execute`.
    package private(set) var unseen: [String] = []

    package init() {}

    /// The tables that all of these make, in the order of their names.
    ///
    /// - Throws: what a migration throws instead of saying what it does.
    package init(_ migrations: [any Migration]) throws {
        for migration in migrations.sorted(by: { type(of: $0).name < type(of: $1).name }) {
            var queryInterface = QueryInterface()
            try migration.up(&queryInterface)
            for operation in queryInterface.operations where !apply(operation) {
                unseen.append("\(type(of: migration).name): \(operation)")
            }
        }
    }

    /// Does to the tables what a database does.
    ///
    /// - Returns: false for what cannot be read, or does not fit.
    @discardableResult
    package mutating func apply(_ operation: SchemaOperation) -> Bool {
        switch operation {
        case .createTable(let table): return create(table)
        case .renameTable(let name, let newName): return rename(name, to: newName)
        case .renameColumn(let table, let name, let newName): return rename(name, of: table, to: newName)
        case .bulkInsert, .bulkUpsert, .bulkUpdate, .bulkDelete: return true
        case .execute, .run: return false
        default:
            guard let name = operation.table, let place = tables.firstIndex(where: { $0.name == name }) else {
                return false
            }
            if case .dropTable = operation {
                tables.remove(at: place)
                return true
            }
            return tables[place].apply(operation)
        }
    }

    private mutating func create(_ blueprint: TableBlueprint) -> Bool {
        guard !tables.contains(where: { $0.name == blueprint.name }) else { return false }
        var table = TableDescription(name: blueprint.name)
        let fits = blueprint.columns.map { table.add($0) } + blueprint.constraints.map { table.add($0) }
        tables.append(table)
        return fits.allSatisfy(\.self)
    }

    private mutating func rename(_ name: String, to newName: String) -> Bool {
        guard let place = tables.firstIndex(where: { $0.name == name }),
            !tables.contains(where: { $0.name == newName })
        else { return false }
        tables[place].name = newName
        changeKeys { if $0.table == name { $0.table = newName } }
        return true
    }

    private mutating func rename(_ name: String, of table: String, to newName: String) -> Bool {
        guard let place = tables.firstIndex(where: { $0.name == table }), tables[place].rename(name, to: newName) else {
            return false
        }
        changeKeys { key in if key.table == table { key.keys = key.keys.map { $0 == name ? newName : $0 } } }
        return true
    }

    private mutating func changeKeys(_ change: (inout ForeignKeyDescription) -> Void) {
        for table in tables.indices {
            for key in tables[table].foreignKeys.indices { change(&tables[table].foreignKeys[key]) }
        }
    }
}

extension TableDescription {
    /// Does what changes one table alone.
    ///
    /// - Returns: false for what does not fit.
    fileprivate mutating func apply(_ operation: SchemaOperation) -> Bool {
        switch operation {
        case .addColumn(_, let column): return self.column(column.name) == nil && add(column)
        case .removeColumn(_, let name): return remove(name)
        case .changeColumn(_, let column): return change(column)
        case .changePrimaryKey(_, let columns, let counts): return setKey(columns, counts: counts)
        case .addIndex(let index):
            guard !indexes.contains(where: { $0.name.text == index.name }), let made = IndexDescription(index),
                index.columns.allSatisfy({ column($0) != nil })
            else { return false }
            indexes.append(made)
        case .removeIndex(_, let name): return removeOne(&indexes) { $0.name.text == name }
        case .renameIndex(_, let name, let newName):
            guard let place = indexes.firstIndex(where: { $0.name.text == name }) else { return false }
            indexes[place].name = ConstraintName(newName)
        case .addConstraint(_, let constraint): return add(constraint)
        case .removeConstraint(_, let name):
            return removeOne(&indexes) { $0.isConstraint && $0.name.text == name }
                || removeOne(&foreignKeys) { $0.name.text == name } || removeOne(&checks) { $0.name.text == name }
        default: return false
        }
        return true
    }

    /// Adds a column with what is said of it.
    fileprivate mutating func add(_ blueprint: ColumnBlueprint) -> Bool {
        guard column(blueprint.name) == nil else { return false }
        columns.append(ColumnDescription(blueprint))
        if blueprint.primaryKey { primaryKey.append(blueprint.name) }
        addRules(of: blueprint)
        return true
    }

    private mutating func addRules(of blueprint: ColumnBlueprint) {
        if blueprint.unique, !indexes.contains(where: { $0.isUniqueEverywhere && $0.columns == [blueprint.name] }) {
            indexes.append(IndexDescription(uniqueConstraint: [blueprint.name], name: nil, of: name))
        }
        if let reference = blueprint.references {
            foreignKeys.append(
                ForeignKeyDescription(
                    [blueprint.name], to: reference.table, [reference.key], blueprint.onDelete, blueprint.onUpdate))
        }
    }

    fileprivate mutating func add(_ constraint: TableConstraint) -> Bool {
        switch constraint.rule {
        case .primaryKey(let columns): return primaryKey.isEmpty && setKey(columns, counts: false)
        case .unique(let columns):
            indexes.append(IndexDescription(uniqueConstraint: columns, name: constraint.name, of: name))
        case .check(let expression):
            checks.append(
                CheckDescription(
                    name: ConstraintName(constraint.name ?? "", isGiven: constraint.name != nil),
                    expression: expression))
        case .foreignKey(let columns, let table, let keys, let onDelete, let onUpdate):
            foreignKeys.append(
                ForeignKeyDescription(columns, to: table, keys, onDelete, onUpdate, name: constraint.name))
        }
        return true
    }

    private mutating func remove(_ name: String) -> Bool {
        guard !primaryKey.contains(name), removeOne(&columns, where: { $0.name == name }) else { return false }
        indexes.removeAll { index in
            index.fields.contains { $0.column == name } || index.values?.contains { $0.column == name } ?? false
        }
        foreignKeys.removeAll { $0.columns.contains(name) }
        return true
    }

    private mutating func change(_ blueprint: ColumnBlueprint) -> Bool {
        guard let place = columns.firstIndex(where: { $0.name == blueprint.name }),
            !blueprint.primaryKey || primaryKey.isEmpty || primaryKey == [blueprint.name]
        else { return false }
        columns[place] = ColumnDescription(blueprint)
        if blueprint.primaryKey { primaryKey = [blueprint.name] }
        if primaryKey.contains(blueprint.name) { columns[place].allowNull = false }
        foreignKeys.removeAll { $0.columns == [blueprint.name] }
        addRules(of: blueprint)
        return true
    }

    private mutating func setKey(_ names: [String], counts: Bool) -> Bool {
        guard names.allSatisfy({ column($0) != nil }) else { return false }
        primaryKey = names
        for place in columns.indices {
            let isPart = names.contains(columns[place].name)
            columns[place].counter = isPart && counts ? ColumnDescription.counted : nil
            if isPart { columns[place].allowNull = false }
        }
        return true
    }

    fileprivate mutating func rename(_ name: String, to newName: String) -> Bool {
        guard let place = columns.firstIndex(where: { $0.name == name }), column(newName) == nil else { return false }
        columns[place].name = newName
        func follow(_ names: inout [String]) { names = names.map { $0 == name ? newName : $0 } }
        follow(&primaryKey)
        for key in foreignKeys.indices {
            follow(&foreignKeys[key].columns)
        }
        for index in indexes.indices {
            for field in indexes[index].fields.indices where indexes[index].fields[field].column == name {
                indexes[index].fields[field].column = newName
            }
            for value in (indexes[index].values ?? []).indices where indexes[index].values?[value].column == name {
                indexes[index].values?[value].column = newName
            }
        }
        return true
    }
}

/// Removes the first that is meant; false when there is none.
private func removeOne<T>(_ items: inout [T], where isMeant: (T) -> Bool) -> Bool {
    guard let place = items.firstIndex(where: isMeant) else { return false }
    items.remove(at: place)
    return true
}
