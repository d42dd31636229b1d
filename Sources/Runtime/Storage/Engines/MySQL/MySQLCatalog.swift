#if MySQL
    /// What the server knows of a table, for changing it.
    struct MySQLCatalog {
        let connection: any Connection
        let isMariaDB: Bool

        struct Index {
            var name: String
            var isUnique: Bool
            var columns: [String]

            /// Whether a column's own UNIQUE made it: `email`, `email_2`. One of another name was added by itself.
            var isNamedByServer: Bool {
                guard let column = columns.first, name.hasPrefix(column) else { return false }
                let rest = name.dropFirst(column.count)
                return rest.isEmpty || (rest.first == "_" && rest.count > 1 && rest.dropFirst().allSatisfy(\.isNumber))
            }
        }

        struct ForeignKey {
            var name: String
            var columns: [String]
        }

        struct Check {
            var name: String
            var clause: String

            /// Whether it says which words a column may hold, as enumerations do. Of one word MariaDB makes an equation.
            func lists(_ column: String) -> Bool {
                let name = MySQLText.quote(column)
                return ["\(name) in (", "\(name) = '", "\(name) = _"].contains { start in
                    clause.hasPrefix(start) || clause.hasPrefix("(" + start)
                }
            }

            func mentions(_ column: String) -> Bool { clause.contains(MySQLText.quote(column)) }
        }

        /// The indexes with their columns in order, the primary key's (`PRIMARY`) included.
        func indexes(of table: String) throws -> [Index] {
            let rows = try connection.all(
                """
                SELECT index_name, non_unique, column_name FROM information_schema.statistics
                WHERE table_schema = DATABASE() AND table_name = ? ORDER BY index_name, seq_in_index
                """, [.text(table)]
            ) { (name: try $0[0] as String, isUnique: try $0[1] as Int == 0, column: try $0[2] as String?) }
            return rows.reduce(into: []) { indexes, row in
                if indexes.last?.name != row.name {
                    indexes.append(Index(name: row.name, isUnique: row.isUnique, columns: []))
                }
                indexes[indexes.count - 1].columns.append(row.column ?? "")
            }
        }

        /// The indexes that are there for foreign keys only, by their names: the server's own, and those that stand in for one
        /// that went.
        func supports(of table: String) throws -> [Index] {
            try indexes(of: table).filter { index in
                !index.isUnique && !MySQLCatalogText.indexName(index.name, firstColumn: index.columns.first).isGiven
            }
        }

        /// The keys by which the table refers to others.
        func foreignKeys(of table: String) throws -> [ForeignKey] {
            let rows = try connection.all(
                """
                SELECT constraint_name, column_name FROM information_schema.key_column_usage
                WHERE table_schema = DATABASE() AND table_name = ? AND referenced_table_name IS NOT NULL
                ORDER BY constraint_name, ordinal_position
                """, [.text(table)]
            ) { (name: try $0[0] as String, column: try $0[1] as String) }
            return rows.reduce(into: []) { keys, row in
                if keys.last?.name != row.name { keys.append(ForeignKey(name: row.name, columns: [])) }
                keys[keys.count - 1].columns.append(row.column)
            }
        }

        /// The checks that are the table's, not those that MariaDB makes of a column's type.
        func checks(of table: String) throws -> [Check] {
            let isOurs =
                isMariaDB
                ? "checks.table_name = constraints.table_name AND checks.level = 'Table'" : "1 = 1"
            return try connection.all(
                """
                SELECT checks.constraint_name, checks.check_clause
                FROM information_schema.table_constraints AS constraints
                INNER JOIN information_schema.check_constraints AS checks
                ON checks.constraint_schema = constraints.constraint_schema
                AND checks.constraint_name = constraints.constraint_name AND \(isOurs)
                WHERE constraints.table_schema = DATABASE() AND constraints.table_name = ?
                AND constraints.constraint_type = 'CHECK'
                """, [.text(table)]
            ) { row in
                let clause: String = try row[1]
                // MySQL writes the quotes of texts with backslashes here, which it does not read again.
                return Check(name: try row[0], clause: isMariaDB ? clause : clause.replacing("\\'", with: "'"))
            }
        }

        /// `FOREIGN KEY`, `UNIQUE`, `CHECK` or `PRIMARY KEY`; nil when there is no constraint of this name.
        func kind(ofConstraint name: String, of table: String) throws -> String? {
            try connection.first(
                """
                SELECT constraint_type FROM information_schema.table_constraints
                WHERE table_schema = DATABASE() AND table_name = ? AND constraint_name = ?
                """, [.text(table), .text(name)]
            ) { try $0[0] as String }
        }

        /// MariaDB does not know DROP CHECK, MySQL knows DROP CONSTRAINT since 8.0.19 only.
        func dropping(_ check: String) -> String {
            "\(isMariaDB ? "DROP CONSTRAINT" : "DROP CHECK") \(MySQLText.quote(check))"
        }
    }
#endif
