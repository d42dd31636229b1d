#if PostgreSQL
    // Another primary key.
    extension PostgreSQLSchemaEditor {
        /// The constraint is found in the catalog, whatever its name. The server lets the columns that leave the key go on
        /// to hold no null.
        func changePrimaryKey(_ columns: [String], autoIncrement: Bool, of table: String) throws {
            let constraint = try connection.first(
                "SELECT conname FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass(quote_ident($1)) AND contype = 'p'",
                [.text(table)]
            ) { try $0[0] as String }
            if let constraint { try removeConstraint(constraint, of: table) }
            for column in try countedColumns(of: table) where !autoIncrement || columns != [column] {
                try alter(table, "ALTER COLUMN \(dialect.quote(column)) DROP IDENTITY")
            }
            guard !columns.isEmpty else { return }
            if autoIncrement, let column = columns.first { try numberRows(column, of: table) }
            try alter(table, "ADD \(definitions.text(.primaryKey(columns)))")
            guard autoIncrement, let column = columns.first, try countedColumns(of: table).isEmpty else { return }
            try alter(table, "ALTER COLUMN \(dialect.quote(column)) ADD \(Self.identity)")
            try advanceKeys(of: table)
        }

        /// Gives a number to each row that has none.
        private func numberRows(_ column: String, of table: String) throws {
            let (name, table) = (dialect.quote(column), dialect.quote(table))
            try run(
                """
                UPDATE \(table) SET \(name) = numbered.number FROM (
                    SELECT ctid AS place, row_number() OVER () + coalesce((SELECT max(\(name)) FROM \(table)), 0) AS number
                    FROM \(table) WHERE \(name) IS NULL
                ) AS numbered WHERE \(table).ctid = numbered.place
                """)
        }
    }
#endif
