#if PostgreSQL
    // A column made what a migration says, in every respect.
    extension PostgreSQLSchemaEditor {
        func changeColumn(_ column: ColumnBlueprint, of table: String) throws {
            guard let old = try catalog(column.name, of: table) else {
                throw DatabaseError(code: 0, state: "42703", message: "no such column: \(table).\(column.name)")
            }
            try removeWhatGoes(old, column, table)
            try requireExact(old, column, table)
            let type = try dialect.type(column.type)
            try alter(table, "ALTER COLUMN \(old.name) TYPE \(type) USING \(cast(old, to: column.type, type))")
            try setNull(old, column, table)
            if let value = column.defaultValue {
                try alter(table, "ALTER COLUMN \(old.name) SET DEFAULT \(try definitions.text(value))")
            }
            if column.autoIncrement, !old.isIdentity {
                try alter(table, "ALTER COLUMN \(old.name) ADD \(Self.identity)")
                try advanceKeys(of: table)
            }
            try addConstraints(old, column, table)
            try comment(on: column, of: table)
        }

        /// Keys and checks that the column has by itself, its default and its counter. Those that were given a name of
        /// their own belong to the table and stay.
        private func removeWhatGoes(_ old: CatalogColumn, _ column: ColumnBlueprint, _ table: String) throws {
            var gone = old.references + old.checks
            if !column.unique { gone += old.uniques }
            if let key = old.primaryKey, old.isOnlyKey, !column.primaryKey { gone.append(key) }
            for constraint in gone { try removeConstraint(constraint, of: table) }
            if !old.isIdentity { try alter(table, "ALTER COLUMN \(old.name) DROP DEFAULT") }
            if old.isIdentity, !column.autoIncrement { try alter(table, "ALTER COLUMN \(old.name) DROP IDENTITY") }
        }

        private func setNull(_ old: CatalogColumn, _ column: ColumnBlueprint, _ table: String) throws {
            let isPartOfKey = column.primaryKey || (old.primaryKey != nil && !old.isOnlyKey)
            let mayBeNull = column.allowNull && !isPartOfKey && !column.autoIncrement
            try alter(table, "ALTER COLUMN \(old.name) \(mayBeNull ? "DROP" : "SET") NOT NULL")
        }

        private func addConstraints(_ old: CatalogColumn, _ column: ColumnBlueprint, _ table: String) throws {
            if column.primaryKey, old.primaryKey == nil { try alter(table, "ADD PRIMARY KEY (\(old.name))") }
            if column.unique, !column.primaryKey, old.uniques.isEmpty { try alter(table, "ADD UNIQUE (\(old.name))") }
            if let check = try check(column) { try alter(table, "ADD \(check)") }
            if let reference = references(column) {
                try alter(table, "ADD FOREIGN KEY (\(old.name)) \(reference)")
            }
        }

        /// What the column holds, as its new type. A cast to a shorter text would cut it and one to an integer round
        /// it: by way of text the server refuses what does not fit.
        private func cast(_ old: CatalogColumn, to type: ColumnType, _ word: String) -> String {
            switch type {
            case .string, .char, .text, .password, .enumeration: "\(old.name)::text"
            case .smallint, .integer, .bigint:
                old.category == "S"
                    ? "\(old.name)::text::\(word)"
                    : old.category == "B" ? "\(old.name)::integer::\(word)" : "\(old.name)::\(word)"
            case .boolean: old.category == "N" ? "\(old.name)::integer::boolean" : "\(old.name)::\(word)"
            case .float, .double, .decimal:
                old.category == "B" ? "\(old.name)::integer::\(word)" : "\(old.name)::\(word)"
            default: "\(old.name)::\(word)"
            }
        }

        /// A cast rounds numbers that have more places than their new type; that is refused.
        private func requireExact(_ old: CatalogColumn, _ column: ColumnBlueprint, _ table: String) throws {
            let places: Int
            switch column.type {
            case .smallint, .integer, .bigint: places = 0
            case .decimal(_?, let scale): places = scale ?? 0
            default: return
            }
            guard old.category == "N" else { return }
            let count =
                try connection.first(
                    "SELECT count(*) FROM \(dialect.quote(table)) "
                        + "WHERE \(old.name)::numeric <> round(\(old.name)::numeric, \(places))"
                ) { try $0[0] as Int } ?? 0
            guard count == 0 else {
                throw DatabaseError(
                    code: 0,
                    message: "\(count) rows of \(table) hold a number in \(column.name) that its new type rounds")
            }
        }

        /// Lets the counters of a table go on behind the greatest keys that were written with their rows.
        func advanceKeys(of table: String) throws {
            for column in try countedColumns(of: table) {
                let name = dialect.quote(column)
                let sequence = "pg_get_serial_sequence(quote_ident($1), $2)"
                try connection.execute(
                    "SELECT setval(\(sequence), top) "
                        + "FROM (SELECT max(\(name)) AS top FROM \(dialect.quote(table))) AS t "
                        + "WHERE top > coalesce(pg_sequence_last_value(\(sequence)::regclass), 0)",
                    [.text(table), .text(column)])
            }
        }

        /// The columns that the server counts up.
        func countedColumns(of table: String) throws -> [String] {
            try connection.all(
                "SELECT attname FROM pg_catalog.pg_attribute "
                    + "WHERE attrelid = to_regclass(quote_ident($1)) AND attidentity <> '' AND NOT attisdropped",
                [.text(table)]
            ) { try $0[0] as String }
        }
    }

    /// A column as the server's catalog has it.
    struct CatalogColumn {
        /// In its quotes.
        var name: String
        /// The family of its type: `N` for numbers, `S` for texts, `B` for booleans.
        var category: String
        var isIdentity: Bool
        /// The constraint of the primary key that it is part of.
        var primaryKey: String?
        /// Whether it is the primary key alone.
        var isOnlyKey: Bool
        /// Constraints of the column alone, which were given their names by the server.
        var uniques: [String]
        var references: [String]
        var checks: [String]
    }

    extension PostgreSQLSchemaEditor {
        /// Nil when there is no such column.
        func catalog(_ column: String, of table: String) throws -> CatalogColumn? {
            let sql = """
                SELECT t.typcategory::text, a.attidentity <> '', a.attnum
                FROM pg_catalog.pg_attribute AS a INNER JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
                WHERE a.attrelid = to_regclass(quote_ident($1)) AND a.attname = $2::name AND NOT a.attisdropped
                """
            let found = try connection.first(sql, [.text(table), .text(column)]) { row in
                (category: try row[0] as String, isIdentity: try row[1] as Bool, number: try row[2] as Int)
            }
            guard let found else { return nil }
            let constraints = try constraints(ofColumn: found.number, table)
            func named(_ kind: String) -> [String] {
                constraints.filter { $0.kind == kind && $0.isAlone && $0.isNamedByServer }.map(\.name)
            }
            let key = constraints.first { $0.kind == "p" }
            return CatalogColumn(
                name: dialect.quote(column), category: found.category, isIdentity: found.isIdentity,
                primaryKey: key?.name, isOnlyKey: key?.isAlone ?? false, uniques: named("u"), references: named("f"),
                checks: named("c"))
        }

        private struct CatalogConstraint {
            var name: String
            var kind: String
            var isAlone: Bool

            /// `posts_userId_fkey`, a number behind it where the name was taken.
            var isNamedByServer: Bool {
                let stem = name.reversed().drop { $0.isNumber }.reversed()
                return ["_key", "_fkey", "_check"].contains { String(stem).hasSuffix($0) }
            }
        }

        private func constraints(ofColumn number: Int, _ table: String) throws -> [CatalogConstraint] {
            let sql = """
                SELECT conname, contype::text, cardinality(conkey) FROM pg_catalog.pg_constraint
                WHERE conrelid = to_regclass(quote_ident($1)) AND conkey @> ARRAY[$2::int2] ORDER BY conname
                """
            return try connection.all(sql, [.text(table), .integer(Int64(number))]) { row in
                CatalogConstraint(name: try row[0], kind: try row[1], isAlone: try row[2] == 1)
            }
        }
    }
#endif
