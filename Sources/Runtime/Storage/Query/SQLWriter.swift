/// Writes a statement: its text, and apart from it the values that are bound to it, in the order of their marks.
///
/// The text depends on the shape of a query only, so that a connection prepares it once.
struct SQLWriter {
    let dialect: any Dialect
    private(set) var text = ""
    private(set) var values = Values()
    /// How many aliases are taken.
    var aliases: Int
    /// Whether an aggregate may stand here.
    var takesAggregates = true
    /// How deep conditions stand in each other here.
    var depth = 0

    init(_ dialect: any Dialect, aliases: Int = 0) {
        self.dialect = dialect
        self.aliases = aliases
        text.reserveCapacity(512)
    }

    mutating func write(_ text: String) {
        self.text += text
    }

    /// Writes ` FROM "posts" AS t0`.
    mutating func writeFrom(_ place: TablePlace) {
        // no interpolation in what every query writes: it would put the parts together first
        text += " FROM "
        text += place.definition
    }

    /// Adds values whose marks were written before.
    mutating func append(_ values: Values) {
        if values.count > 0 { self.values.append(contentsOf: values) }
    }

    /// Writes a column of a table.
    mutating func write(column index: Int, of place: TablePlace) {
        text += place.column(index)
    }

    /// Binds a value and writes its mark.
    mutating func bind(_ value: Value) {
        text += mark(value)
    }

    /// Binds values and writes their marks, and those of the last one again until there are so many.
    mutating func bind(_ list: [Value], filledTo count: Int) {
        text += dialect.placeholders(from: values.count + 1, count: count)
        values.append(contentsOf: Values(list))
        guard let last = list.last else { return }
        for _ in list.count..<count { values.append(value: last) }
    }

    /// Binds a value and returns its mark, for an expression that the dialect writes.
    mutating func mark(_ value: Value) -> String {
        values.append(value: value)
        return dialect.placeholder(values.count)
    }

    /// Writes with aggregates allowed, or not.
    mutating func takingAggregates(_ takes: Bool, _ write: (inout SQLWriter) throws -> Void) rethrows {
        let before = takesAggregates
        takesAggregates = takes
        defer { takesAggregates = before }
        try write(&self)
    }

    /// The text of what the closure writes, which is not added to the statement's; its values are.
    mutating func apart(_ write: (inout SQLWriter) throws -> Void) rethrows -> String {
        let before = text
        text = ""
        defer { text = before }
        try write(&self)
        return text
    }

    /// A table under an alias of its own.
    mutating func place(_ table: TableDefinition) -> TablePlace {
        let quoted = table.quoted(for: dialect)
        defer { aliases += 1 }
        return TablePlace(table: table, quoted: quoted, named: quoted.named(aliases))
    }

    /// A table under its own name, where an alias is not taken by all engines: in statements that write.
    mutating func bare(_ table: TableDefinition) -> TablePlace {
        let quoted = table.quoted(for: dialect)
        return TablePlace(table: table, quoted: quoted, named: quoted.bare)
    }

    /// Writes parts with something between them.
    mutating func write<Part>(
        _ parts: [Part], separator: String, _ write: (inout SQLWriter, Part) throws -> Void
    ) rethrows {
        for (index, part) in parts.enumerated() {
            if index > 0 { text += separator }
            try write(&self, part)
        }
    }
}

/// A table at its place in a statement.
struct TablePlace {
    let table: TableDefinition
    let quoted: QuotedTable
    fileprivate let named: NamedTable

    /// `t0`
    var alias: String { named.alias }

    /// `"posts" AS t0`
    var definition: String { named.definition }

    /// `t0."id", t0."title"`
    var allColumns: String { named.allColumns }

    /// `t0."title"`
    func column(_ index: Int) -> String {
        named.columns.indices.contains(index) ? named.columns[index] : "NULL"
    }
}
