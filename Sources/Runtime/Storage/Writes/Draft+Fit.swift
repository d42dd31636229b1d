extension Draft {
    /// Refuses numbers and texts that their columns cannot hold. An engine that does not look at that itself would
    /// keep them, and another one would not.
    ///
    /// - Throws: ``ValueTooLongError``, as the engines do that look.
    func requireFit() throws {
        for index in written {
            let attribute = table.attributes[index]
            guard !attribute.type.fits(values[index]) else { continue }
            throw ValueTooLongError(table: table.name, column: attribute.name)
        }
    }
}

extension ColumnType {
    /// Whether a number or text of this size can stand in the column.
    fileprivate func fits(_ value: Value) -> Bool {
        switch (value, self) {
        case (.integer(let number), .smallint): Int16(exactly: number) != nil
        case (.integer(let number), .integer): Int32(exactly: number) != nil
        case (.text(let text), .string(let length)), (.text(let text), .char(let length)):
            // there are never more characters than bytes, so most texts need not be counted
            text.utf8.count <= length || text.unicodeScalars.count <= length
        default: true
        }
    }
}
