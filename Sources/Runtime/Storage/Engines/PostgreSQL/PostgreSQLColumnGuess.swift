#if PostgreSQL
    /// What a column of PostgreSQL was made from: the way back from the dialect's types.
    struct PostgreSQLColumnGuess {
        /// The values of a type that is an enumeration.
        let labels: [String]?
        /// The type that a domain stands on.
        let domain: String?

        /// - Parameter lists: the values that checks of the table allow.
        func complete(_ column: inout ColumnDescription, lists: [ColumnValues]) {
            column.type = labels.map { .enumeration(values: $0) } ?? type(domain ?? column.nativeType)
            if let texts = lists.first(where: { $0.column == column.name })?.texts {
                switch column.type {
                case .text, .string, .char: column.type = .enumeration(values: texts)
                default: break
                }
            }
            if column.counter == nil, let value = column.nativeDefault, value.hasPrefix("nextval(") {
                // The server makes such a default for SERIAL.
                column.counter = "SEQUENCE"
                return
            }
            column.defaultValue = DefaultText.value(column.nativeDefault, column.type, now: PostgreSQLDialect().now)
        }

        private func type(_ text: String) -> ColumnType? {
            // Arrays of the server's own; ours are kept as JSON.
            if text.hasSuffix("[]") { return nil }
            if text == "real" { return .float }
            // Without a length it is as long as one likes.
            if text == "character varying" { return .text }
            // The quotes mean a type of PostgreSQL's own, of one byte.
            if text == "\"char\"" { return .char(1) }
            return NativeTypeText(text).guess
        }
    }
#endif
