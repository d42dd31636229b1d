#if MySQL
    // Another primary key.
    extension MySQLSchemaEditor {
        /// One statement, since a column that is counted up has to be a key at every moment.
        func changePrimaryKey(_ columns: [String], autoIncrement: Bool, of table: String) throws {
            var changes = try supports(without: ["PRIMARY"], of: table)
            let counted = try catalog.numbers(of: table, ["auto_increment"])
            for column in counted where !autoIncrement || columns != [column.name] {
                changes.append("MODIFY COLUMN \(try text(column, isCounted: false))")
            }
            if try catalog.indexes(of: table).contains(where: { $0.name == "PRIMARY" }) {
                changes.append("DROP PRIMARY KEY")
            }
            if autoIncrement, let name = columns.first {
                try numberRows(name, of: table)
                let column = try catalog.numbers(of: table).first { $0.name == name }
                guard let column else { throw DatabaseError(code: 1054, message: "no such column: \(table).\(name)") }
                changes.append("MODIFY COLUMN \(try text(column, isCounted: true))")
            }
            if !columns.isEmpty { changes.append("ADD \(definitions.text(.primaryKey(columns)))") }
            try alter(table, changes)
            try removeSupports(replacedBy: "PRIMARY", columns, in: table)
        }

        private func text(_ column: MySQLCatalog.Number, isCounted: Bool) throws -> String {
            let comment = column.comment.isEmpty ? "" : " COMMENT \(try dialect.literal(.text(column.comment)))"
            return
                "\(dialect.quote(column.name)) \(column.type) NOT NULL\(isCounted ? " AUTO_INCREMENT" : "")\(comment)"
        }

        /// Gives a number to each row that has none.
        private func numberRows(_ column: String, of table: String) throws {
            let (name, table) = (dialect.quote(column), dialect.quote(table))
            try connection.execute("SET @scaffold_number = (SELECT coalesce(max(\(name)), 0) FROM \(table))")
            try connection.execute(
                "UPDATE \(table) SET \(name) = (@scaffold_number := @scaffold_number + 1) WHERE \(name) IS NULL")
        }
    }

    extension MySQLCatalog {
        /// A column of whole numbers, as much of it as a key needs.
        struct Number {
            var name: String
            /// `int(11)`, `bigint unsigned`.
            var type: String
            var comment: String
        }

        /// - Parameter extra: only those of which the server says one of these; every one otherwise.
        func numbers(of table: String, _ extra: [String] = []) throws -> [Number] {
            let all = try connection.all(
                """
                SELECT column_name, column_type, column_comment, extra FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = ? ORDER BY ordinal_position
                """, [.text(table)]
            ) { row in
                (
                    number: Number(name: try row[0], type: try row[1], comment: try row[2]),
                    extra: (try row[3] as String?) ?? ""
                )
            }
            return all.filter { extra.isEmpty || extra.contains($0.extra.lowercased()) }.map(\.number)
        }
    }
#endif
