/// Reads files in the form of `.scaffold/tables.jsonl`: how the tool tells the app which tables are wanted.
package struct RecordedTables {
    private var tables: [String: Reading] = [:]
    private var order: [String] = []

    /// What is known of a table so far.
    private struct Reading {
        var model: String?
        var rows: Int?
        var key: [String]?
        var columns: [ColumnBlueprint] = []
        var constraints: [TableConstraint] = []
        var indexes: [IndexBlueprint] = []
        var facts: [String: ColumnFacts] = [:]
    }

    /// The tables that a text records, in its order. A line that came in twice counts once, members that are not known
    /// are passed over.
    ///
    /// - Throws: ``RecordedTablesError`` with the number of a line that cannot be read.
    package static func tables(in text: String) throws -> [RecordedTable] {
        var reader = RecordedTables()
        let lines = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" }
        for (place, line) in lines.enumerated()
        where line.contains(where: { !$0.properties.isWhitespace }) {
            do {
                try reader.read(try JSON(parsing: String(line)))
            } catch {
                throw RecordedTablesError(line: place + 1, reason: "\(error)")
            }
        }
        return reader.order.compactMap { name in reader.tables[name].map { reader.table(name, $0) } }
    }

    private mutating func read(_ line: JSON) throws {
        // What is gone, and the names of migrations, are the tool's own business.
        guard line["dropped"].isNull, line["migrations"].isNull else { return }
        guard let table = line["table"].string else {
            guard line["version"].int == 1 else { throw Unreadable("neither a table nor the first line of version 1") }
            return
        }
        if tables[table] == nil { order.append(table) }
        var reading = tables[table] ?? Reading()
        if let name = line["column"].string {
            let column = try column(name, line)
            reading.facts[name] = ColumnFacts(
                type: column.type, rules: line["rules"].array?.compactMap(\.strings) ?? [],
                role: line["role"].string)
            if !reading.columns.contains(where: { $0.name == name }) { reading.columns.append(column) }
        } else if let name = line["index"].string {
            let index = index(name, table, line, reading.columns)
            if let index, !reading.indexes.contains(where: { $0.name == name }) { reading.indexes.append(index) }
        } else if let name = line["check"].string {
            let check = TableConstraint.check(line["expression"].string ?? "", name: name.isEmpty ? nil : name)
            if !reading.constraints.contains(check) { reading.constraints.append(check) }
        } else if let name = line["foreignKey"].string {
            let key = foreignKey(name, line)
            if let key, !reading.constraints.contains(key) { reading.constraints.append(key) }
        } else {
            reading.model = line["model"].string ?? reading.model
            reading.rows = line["rows"].int ?? reading.rows
            reading.key = line["key"].strings ?? reading.key
        }
        tables[table] = reading
    }

    private func column(_ name: String, _ line: JSON) throws -> ColumnBlueprint {
        let word = TypeWord(
            word: line["type"].string ?? "", numbers: line["numbers"].array?.compactMap(\.int) ?? [],
            values: line["values"].strings ?? [])
        guard let type = word.type else { throw Unreadable("\(name) has a type that is not known: \(word.word)") }
        var column = ColumnBlueprint(name: name, type: type, allowNull: line["allowNull"].bool ?? true)
        column.defaultValue = line["default"].strings.flatMap { DefaultWords.value($0, type) }
        column.primaryKey = line["primaryKey"].bool ?? false
        column.autoIncrement = line["autoIncrement"].bool ?? false
        column.comment = line["comment"].string
        if let words = line["references"].strings {
            guard words.count == 4 else { throw Unreadable("references of \(name) are not four words") }
            column.references = Reference(words[0], key: words[1])
            column.onDelete = ReferentialAction(rawValue: words[2])
            column.onUpdate = ReferentialAction(rawValue: words[3])
        }
        return column
    }

    /// Nil for an index on expressions, which migrations have no word for.
    private func index(
        _ name: String, _ table: String, _ line: JSON, _ columns: [ColumnBlueprint]
    ) -> IndexBlueprint? {
        guard let names = line["fields"].strings, line["expressions"].isNull, line["condition"].isNull else {
            return nil
        }
        let orders = line["orders"].strings ?? []
        let lengths = line["lengths"].array?.compactMap(\.int) ?? []
        let fields = names.enumerated().map { place, name in
            let isDescending = orders.indices.contains(place) && orders[place] == "desc"
            let length = lengths.indices.contains(place) && lengths[place] > 0 ? lengths[place] : nil
            return IndexField(name, isDescending ? .descending : .ascending, length: length)
        }
        let conditions = line["where"].array?.compactMap(\.strings) ?? []
        return IndexBlueprint(
            table: table, columns: fields, unique: line["unique"].bool ?? false, name: name,
            using: line["using"].string.flatMap { IndexMethod(rawValue: $0) },
            where: conditions.isEmpty ? nil : condition(conditions, columns))
    }

    private func condition(_ conditions: [[String]], _ columns: [ColumnBlueprint]) -> SeedCondition {
        let cells = conditions.map { words -> SeedRow.Cell in
            let name = words.first ?? ""
            let type = columns.first { $0.name == name }?.type
            let pairs = stride(from: 1, to: words.count - 1, by: 2).map { [words[$0], words[$0 + 1]] }
            let values = pairs.compactMap { pair -> SeedValue? in
                guard case .value(let value)? = DefaultWords.value(pair, type) else { return nil }
                return .value(value)
            }
            return SeedRow.Cell(column: name, value: values.count == 1 ? values[0] : .anyOf(values))
        }
        return SeedCondition(cells)
    }

    private func foreignKey(_ name: String, _ line: JSON) -> TableConstraint? {
        guard let fields = line["fields"].strings, let references = line["references"].strings,
            let table = references.first, references.count == fields.count + 1
        else { return nil }
        let actions = (line["actions"].strings ?? []).map { ReferentialAction(rawValue: $0) }
        return .foreignKey(
            fields, references: table, keys: Array(references.dropFirst()), onDelete: actions.first ?? nil,
            onUpdate: actions.count > 1 ? actions[1] : nil, name: name.isEmpty ? nil : name)
    }

    /// A key whose columns come in another order than in the table is a constraint of its own.
    private func table(_ name: String, _ reading: Reading) -> RecordedTable {
        var table = TableBlueprint(name: name)
        for var column in reading.columns {
            if reading.key != nil { column.primaryKey = false }
            table.column(column)
        }
        if let key = reading.key { table.constraint(.primaryKey(key)) }
        for constraint in reading.constraints { table.constraint(constraint) }
        return RecordedTable(
            table: table, indexes: reading.indexes, model: reading.model, rows: reading.rows, facts: reading.facts)
    }

    private struct Unreadable: Error, CustomStringConvertible {
        var description: String

        init(_ description: String) {
            self.description = description
        }
    }
}

/// A line that is no line of a file of tables.
package struct RecordedTablesError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Counted from 1.
    package var line: Int
    package var reason: String

    package var description: String { "line \(line): \(reason)" }
}

extension JSON {
    /// The texts of an array of them.
    fileprivate var strings: [String]? {
        guard let elements = array else { return nil }
        let texts = elements.compactMap(\.string)
        return texts.count == elements.count ? texts : nil
    }
}
