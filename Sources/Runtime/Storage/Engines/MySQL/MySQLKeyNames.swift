#if MySQL
    /// The columns of unique indexes, which errors name by the index only. Looked up once a connection.
    struct MySQLKeyNames {
        private struct Key: Hashable {
            var table: String?
            var index: String
        }

        private var known: [Key: [String]] = [:]

        /// - Parameters:
        ///   - name: as errors say it: `users.email` on MySQL, `email` on MariaDB.
        ///   - table: the table that was written to, where known.
        /// - Returns: the columns; none when the index is not found, or when it is one over expressions.
        mutating func columns(of name: String, _ table: String?, _ connection: MySQLConnection) throws -> [String] {
            var index = name
            if let table, name.hasPrefix(table + ".") { index = String(name.dropFirst(table.utf8.count + 1)) }
            let key = Key(table: table, index: index)
            if let columns = known[key] { return columns }
            var tables: Set<String> = []
            let found = try connection.all(
                """
                SELECT table_name, column_name FROM information_schema.statistics
                WHERE table_schema = DATABASE() AND index_name = ? AND table_name = COALESCE(?, table_name)
                ORDER BY seq_in_index
                """, [.text(index), table.map(Value.text) ?? .null]
            ) { row in
                tables.insert(try row[0])
                return try row[1] as String?
            }
            let columns = tables.count == 1 ? found.compactMap(\.self) : []
            known[key] = columns.count == found.count ? columns : []
            return known[key] ?? []
        }
    }
#endif
