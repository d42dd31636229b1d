extension Row {
    /// The value of the first column of a name, as the type that is asked for. It is looked for in each row: by
    /// position is quicker.
    ///
    /// - Throws: ``ColumnDecodingError`` when there is no such column, or it holds something else.
    public subscript<T: ColumnValue>(name: String) -> T {
        get throws {
            guard let index = index(of: name) else {
                throw ColumnDecodingError(column: name, expected: "a column of this name in the result", found: .null)
            }
            return try self[index]
        }
    }

    /// Where the first column of a name stands.
    func index(of name: String) -> Int? {
        (0..<count).first { cells.name(at: offset + $0) == name }
    }
}
