// What the database has of a table. Two tables of one structure need no migration between them, however differently
// the schema says it.

extension Table {
    /// Without the model's words and in an order of its own; what can be said in several ways is said in one.
    var structure: Table {
        Table(
            model: name, slug: name, name: name, columns: columns.map(\.structure).sorted { $0.name < $1.name },
            indexes: indexes.map(\.structure).sorted { $0.name < $1.name })
    }
}

extension Table.Column {
    var structure: Table.Column {
        var column = self
        column.attribute = name
        column.type = type.structure
        column.allowNull = allowNull && key == nil
        column.defaultValue = defaultValue?.structure
        return column
    }
}

extension ColumnType {
    /// An array is JSON whatever it holds, and the values of an enum have no order.
    var structure: ColumnType {
        if word.hasPrefix("array ") { return ColumnType(word: "json") }
        return ColumnType(word: word, numbers: numbers, values: values.sorted())
    }
}

extension DefaultValue {
    /// Nil for what the app fills in; every text is a text.
    var structure: DefaultValue? {
        switch self {
        case .uuidv4, .uuidv7: nil
        case .enumCase(let text), .json(let text): .string(text)
        case .list: .string(json)
        case .string, .integer, .double, .decimal, .boolean, .now, .sql: self
        }
    }
}

extension Index {
    var structure: Index {
        var index = self
        for place in index.conditions.indices {
            index.conditions[place].values = index.conditions[place].values.map { $0.flatMap(\.structure) }
        }
        return index
    }

    /// Whether it is the same but for its name.
    func isLike(_ other: Index) -> Bool {
        var index = self
        index.name = other.name
        return index.structure == other.structure
    }
}
