#if MySQL
    // Columns and indexes that others lean on.
    extension MySQLSchemaEditor {
        /// MySQL would leave an index on the columns that remain, which are not what it was made for; and it removes no
        /// column that a foreign key or a check names.
        func removeColumn(_ name: String, of table: String) throws {
            let indexes = try catalog.indexes(of: table).filter { $0.columns.contains(name) }
            guard !indexes.contains(where: { $0.name == "PRIMARY" }) else {
                throw DatabaseError(code: 1091, message: "\(name) is part of the primary key of \(table)")
            }
            let keys = try catalog.foreignKeys(of: table).filter { $0.columns.contains(name) }
            try alter(table, keys.map { "DROP FOREIGN KEY \(dialect.quote($0.name))" })
            let checks = try catalog.checks(of: table).filter { $0.mentions(name) }
            let supports = try supports(without: indexes.map(\.name), of: table)
            try alter(
                table,
                checks.map { catalog.dropping($0.name) } + supports
                    + indexes.map { "DROP INDEX \(dialect.quote($0.name))" } + ["DROP COLUMN \(dialect.quote(name))"])
        }

        /// A check that names the column is made anew with its new name.
        func renameColumn(_ name: String, of table: String, to newName: String) throws {
            let (old, new) = (dialect.quote(name), dialect.quote(newName))
            let checks = try catalog.checks(of: table).filter { $0.mentions(name) }
            try alter(table, checks.map { catalog.dropping($0.name) })
            let index = try catalog.supports(of: table).first { $0.columns.first == name && $0.name == name }
            try alter(
                table,
                ["RENAME COLUMN \(old) TO \(new)"] + (index == nil ? [] : ["RENAME INDEX \(old) TO \(new)"]))
            try alter(
                table,
                checks.map { check in
                    let clause = check.clause.replacing(old, with: new)
                    return "ADD \(definitions.text(.check(clause, name: check.name)))"
                })
        }

        /// MODIFY says everything of the column itself; what else there is of it is removed and said again.
        func changeColumn(_ column: ColumnBlueprint, of table: String) throws {
            let own = [column.name]
            let keys = try catalog.foreignKeys(of: table).filter { $0.columns == own }
            try alter(table, keys.map { "DROP FOREIGN KEY \(dialect.quote($0.name))" })
            let checks = try catalog.checks(of: table).filter { $0.lists(column.name) }
            try alter(table, checks.map { catalog.dropping($0.name) })

            let indexes = try catalog.indexes(of: table)
            let unique = indexes.filter { $0.isUnique && $0.columns == own && $0.isNamedByServer }
            let primaryKey = indexes.first { $0.name == "PRIMARY" }?.columns ?? []
            var changes = ["MODIFY COLUMN \(try text(column))"]
            if column.primaryKey, primaryKey.isEmpty { changes.append("ADD \(definitions.text(.primaryKey(own)))") }
            if !column.primaryKey, primaryKey == own { changes.append("DROP PRIMARY KEY") }
            if column.unique, unique.isEmpty { changes.append("ADD \(definitions.text(.unique(own)))") }
            if !column.unique { changes += unique.map { "DROP INDEX \(dialect.quote($0.name))" } }
            try alter(table, changes)
            try alter(table, try constraints(of: column, table).map { "ADD \($0)" })
            if column.references == nil, !keys.isEmpty { try removeSupports(of: own, in: table) }
        }

        /// The index that the server made for a foreign key stays when that goes.
        private func removeSupports(of columns: [String], in table: String) throws {
            let keys = try catalog.foreignKeys(of: table)
            let supports = try catalog.supports(of: table).filter { support in
                support.columns == columns && !keys.contains { support.columns.starts(with: $0.columns) }
            }
            try alter(table, supports.map { "DROP INDEX \(dialect.quote($0.name))" })
        }

        /// A foreign key needs an index; the one that it leaned on is replaced by one of its own.
        func removeIndex(_ name: String, of table: String) throws {
            try alter(table, try supports(without: [name], of: table) + ["DROP INDEX \(dialect.quote(name))"])
        }

        /// An index that stood in for another one, so that a foreign key had one, goes when there is one again. The server
        /// removes by itself those only that it made itself.
        func removeSupports(replacedBy name: String, _ columns: [String], in table: String) throws {
            let keys = try catalog.foreignKeys(of: table)
            let supports = try catalog.supports(of: table).filter { support in
                support.name != name && columns.starts(with: support.columns)
                    && keys.contains { $0.columns == support.columns }
            }
            try alter(table, supports.map { "DROP INDEX \(dialect.quote($0.name))" })
        }

        /// The indexes to add for foreign keys that have none when these are gone.
        func supports(without names: [String], of table: String) throws -> [String] {
            let indexes = try catalog.indexes(of: table)
            let (gone, kept) = (indexes.filter { names.contains($0.name) }, indexes.filter { !names.contains($0.name) })
            let unsupported = try catalog.foreignKeys(of: table).filter { key in
                gone.contains { $0.columns.starts(with: key.columns) }
                    && !kept.contains { $0.columns.starts(with: key.columns) }
            }
            return unsupported.map { key in
                // The key's own name is free unless the index that goes has it.
                let name = names.contains(key.name) ? "\(key.name)_index" : key.name
                return "ADD INDEX \(dialect.quote(name)) (\(definitions.list(key.columns)))"
            }
        }
    }
#endif
