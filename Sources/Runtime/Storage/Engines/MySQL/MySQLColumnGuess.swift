#if MySQL
    /// What a column of MySQL was made from: the way back from the dialect's types.
    enum MySQLColumnGuess {
        /// - Parameter table: its checks say what else is known of the column; one that belongs to its type is taken away.
        static func complete(_ column: inout ColumnDescription, of table: inout TableDescription) {
            // MariaDB's word for JSON is a text that is checked.
            let valid = "json_valid(\(MySQLText.quote(column.name)))"
            let isJSON = table.checks.contains { $0.expression == valid }
            table.checks.removeAll { $0.expression == valid }
            column.type = isJSON ? .json : type(column)
            if isJSON { column.collation = nil }
            let lists = table.checks.compactMap(\.values)
            if let texts = lists.first(where: { $0.column.lowercased() == column.name.lowercased() })?.texts {
                switch column.type {
                case .text, .string, .char: column.type = .enumeration(values: texts)
                default: break
                }
            }
            let text = column.nativeDefault.map(MySQLCatalogText.standard)
            column.defaultValue = DefaultText.value(text, column.type, now: MySQLDialect().now)
        }

        private static func type(_ column: ColumnDescription) -> ColumnType? {
            let native = NativeTypeText(column.nativeType)
            switch (native.word, native.numbers) {
            case ("tinyint", [1]), ("bit", [1]): return .boolean
            // As many digits as there are.
            case ("decimal", [65, 30]): return .decimal
            // A collation of its own that tells all letters apart: Sequelize's words for a UUID, and ours.
            case ("char", [36]) where column.collation?.hasSuffix("_bin") == true: return .uuid
            default: break
            }
            guard column.nativeType.lowercased().hasPrefix("enum(") else { return native.guess }
            let values = SQLToken.tokens(of: MySQLCatalogText.standard(column.nativeType))
                .filter { $0.kind == .string }.compactMap(\.identifier)
            return .enumeration(values: values)
        }
    }
#endif
