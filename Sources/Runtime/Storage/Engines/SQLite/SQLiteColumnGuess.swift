/// What a column of SQLite was made from: the way back from the dialect's types.
enum SQLiteColumnGuess {
    /// - Parameter lists: the values that checks of the table allow.
    static func complete(_ column: inout ColumnDescription, lists: [ColumnValues]) {
        column.type = type(column.nativeType)
        if let texts = lists.first(where: { $0.column.lowercased() == column.name.lowercased() })?.texts {
            switch column.type {
            case .text, .string, .char: column.type = .enumeration(values: texts)
            default: break
            }
        }
        column.defaultValue = DefaultText.value(column.nativeDefault, column.type, now: SQLiteDialect().now)
    }

    private static func type(_ text: String) -> ColumnType? {
        let native = NativeTypeText(text)
        return native.word == "tinyint" && native.numbers == [1] ? .boolean : native.guess
    }
}
