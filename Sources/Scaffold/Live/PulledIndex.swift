/// An index of a live database as an entry of `indexes:`.
struct PulledIndex {
    let index: Index
    let table: LiveTable
    /// The attribute for a column; nil where no schema can name it.
    var attribute: (String) -> String? = PulledNames.attribute

    /// Why no schema says an index.
    struct LeftOut: Error {
        let reason: String
    }

    /// `[userId, -createdAt]`, or options where it has some.
    ///
    /// - Throws: ``LeftOut`` for what the schema language has no words for.
    func entry() throws(LeftOut) -> String {
        try checkFacts()
        var options = ["fields: [\(try list(index.fields, field))]"]
        let short = options[0].dropFirst("fields: ".count)
        if index.isUnique { options.append("unique: true") }
        if let method = try method() { options.append("using: \(method)") }
        if !index.conditions.isEmpty { options.append("where: {\(try list(index.conditions, condition))}") }
        if let name = try name() { options.append("name: \(name)") }
        return options.count == 1 ? String(short) : "{\(options.joined(separator: ", "))}"
    }

    private func list<T>(_ items: [T], _ text: (T) throws(LeftOut) -> String) throws(LeftOut) -> String {
        var texts: [String] = []
        for item in items { texts.append(try text(item)) }
        return texts.joined(separator: ", ")
    }

    private func checkFacts() throws(LeftOut) {
        guard let facts = table.indexes[index.name] else { return }
        if facts.hasExpressions { throw LeftOut(reason: "it is on (\(index.names.joined(separator: ", ")))") }
        if let condition = facts.condition { throw LeftOut(reason: "it holds the rows where \(condition)") }
        if !facts.included.isEmpty {
            throw LeftOut(reason: "it carries \(facts.included.joined(separator: ", ")) along")
        }
        if let option = facts.options.first(where: { !$0.isEmpty }) { throw LeftOut(reason: "it says \(option)") }
    }

    /// A column that cannot be indexed has no part of an index either.
    private func column(_ name: String) throws(LeftOut) -> (attribute: String, type: ColumnType) {
        guard let column = table.table.column(named: name), let attribute = attribute(name) else {
            throw LeftOut(reason: "no attribute is called after its column '\(name)'")
        }
        let isIndexable = !["json", "blob", "password"].contains(column.type.word) && !column.type.word.contains(" ")
        guard isIndexable else { throw LeftOut(reason: "'\(name)' is \(column.type.written)") }
        return (attribute, column.type)
    }

    private func field(_ field: Index.Field) throws(LeftOut) -> String {
        let (name, type) = try column(field.name)
        guard let length = field.length else { return (field.descending ? "-" : "") + name }
        guard ["string", "text", "char"].contains(type.word), (1...1024).contains(length) else {
            throw LeftOut(reason: "it is on \(length) characters of '\(field.name)'")
        }
        return "{name: \(name), length: \(length)\(field.descending ? ", order: desc" : "")}"
    }

    private func method() throws(LeftOut) -> String? {
        guard let word = index.using else { return nil }
        guard IndexMethod(rawValue: word) != nil else { throw LeftOut(reason: "its method is \(word)") }
        return word
    }

    /// `status: [draft, sent]`
    private func condition(_ condition: Index.Condition) throws(LeftOut) -> String {
        let (name, type) = try column(condition.attribute)
        let words = try condition.values.map { value throws(LeftOut) in
            guard let word = Self.word(value, type) else {
                throw LeftOut(reason: "it holds the rows of some \(condition.attribute) only")
            }
            return word
        }
        return "\(name): \(words.count == 1 ? words[0] : "[\(words.joined(separator: ", "))]")"
    }

    /// A value as a schema writes it in a condition; nil for a type of which it takes none.
    private static func word(_ value: DefaultValue?, _ type: ColumnType) -> String? {
        switch (value, type.word) {
        case (nil, _): "null"
        case (.string(let text)?, "string"), (.string(let text)?, "text"), (.string(let text)?, "char"),
            (.string(let text)?, "enum"), (.enumCase(let text)?, "enum"):
            JSONText.string(text)
        case (.integer(let number)?, "boolean"): number == 0 ? "false" : "true"
        case (.boolean(let flag)?, "boolean"): "\(flag)"
        case (.integer(let number)?, "smallint"), (.integer(let number)?, "integer"), (.integer(let number)?, "bigint"),
            (.integer(let number)?, "float"), (.integer(let number)?, "double"), (.integer(let number)?, "decimal"):
            "\(number)"
        case (.double(let number)?, "float"), (.double(let number)?, "double"), (.double(let number)?, "decimal"):
            "\(number)"
        case (.decimal(let text)?, "decimal"): text
        default: nil
        }
    }

    /// Nil for the usual name, and for one that the server made and gives to nobody else.
    private func name() throws(LeftOut) -> String? {
        let facts = table.indexes[index.name]
        let usual = IndexName.make(table: table.name, fields: index.names)
        if index.name == usual || facts?.isConstraint == true && facts?.isNamed == false { return nil }
        guard NameRules.plain(index.name, .index) == nil else { throw LeftOut(reason: "no index can be called so") }
        return index.name
    }
}
