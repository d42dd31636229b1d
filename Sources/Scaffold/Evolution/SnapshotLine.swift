/// One line of a snapshot: a table, a column or an index of one, the stone of what is gone, or the last migrations.
struct SnapshotLine: Decodable {
    /// Nil in the line of the migrations.
    var table: String?
    /// The last migrations as a branch knew them.
    private(set) var migrations: [String]?
    /// The migration that last changed what the line says.
    private(set) var at: String?
    /// The migration that made it again after it had been gone.
    private(set) var made: String?
    /// The migration that took away what the line names.
    private(set) var dropped: String?
    /// What a table that went is called now.
    private(set) var renamed: String?

    private var model: String?
    private var slug: String?
    /// The primary key, where its columns come in another order than in the table.
    private(set) var key: [String]?

    private var column: String?
    private var attribute: String?
    private var type: String?
    private var numbers: [Int]?
    private var values: [String]?
    private var allowNull: Bool?
    private var `default`: [String]?
    private var primaryKey: Bool?
    private var autoIncrement: Bool?
    private var references: [String]?
    private var comment: String?

    private var index: String?
    private var fields: [String]?
    private var unique: Bool?
    private var orders: [String]?
    private var lengths: [Int]?
    private var using: String?
    private var `where`: [[String]]?

    /// The later of its stamps; empty where it is as it was first made.
    var latest: String { max(at ?? "", made ?? "") }

    /// What it is about.
    func subject(in table: String) -> SnapshotHistory.Subject {
        if let column { return .init(table: table, kind: .column, name: column) }
        if let index { return .init(table: table, kind: .index, name: index) }
        return .init(table: table)
    }

    /// Adds what the line says to its table. What is there already is not added again; where two branches changed it,
    /// the line counts that says what is wanted.
    ///
    /// - Returns: whether nothing was there already.
    func add(to table: inout Table, wanted: Table?) -> Bool {
        var isNew = true
        if let model { table.model = model }
        if let slug { table.slug = slug }
        if let column {
            let recorded = recordedColumn(column)
            let place = table.columns.firstIndex { $0.name == column }
            isNew = place == nil
            if place == nil { table.columns.append(recorded) }
            if let place, wanted?.column(named: column).map(recorded.isLike) == true { table.columns[place] = recorded }
        }
        if let index {
            let recorded = recordedIndex(index)
            let place = table.indexes.firstIndex { $0.name == index }
            isNew = isNew && place == nil
            if place == nil { table.indexes.append(recorded) }
            if let place, wanted?.indexes.contains(recorded) == true { table.indexes[place] = recorded }
        }
        return isNew
    }

    private func recordedIndex(_ name: String) -> Index {
        var index = Index(fields: fields ?? [], isUnique: unique ?? false, name: name)
        for place in index.fields.indices {
            if let orders, orders.indices.contains(place) { index.fields[place].descending = orders[place] == "desc" }
            if let lengths, lengths.indices.contains(place), lengths[place] > 0 {
                index.fields[place].length = lengths[place]
            }
        }
        index.using = using
        index.conditions = (`where` ?? []).compactMap(Index.Condition.init(recorded:))
        return index
    }

    private func recordedColumn(_ name: String) -> Table.Column {
        Table.Column(
            attribute: attribute ?? name, name: name,
            type: ColumnType(word: type ?? "", numbers: numbers ?? [], values: values ?? []),
            allowNull: allowNull ?? true, defaultValue: `default`.flatMap(DefaultValue.init(recorded:)),
            autoIncrement: autoIncrement ?? false, reference: foreignKey, comment: comment)
    }

    /// The column, where it is a part of the primary key.
    var partOfKey: String? { primaryKey == true ? column : nil }

    private var foreignKey: Table.ForeignKey? {
        guard let references, references.count == 4,
            let onDelete = ReferentialAction(rawValue: references[2]),
            let onUpdate = ReferentialAction(rawValue: references[3])
        else { return nil }
        return Table.ForeignKey(table: references[0], column: references[1], onDelete: onDelete, onUpdate: onUpdate)
    }
}

extension Table.Column {
    /// Whether it is the same but for its part in the key, which no line of a column says.
    fileprivate func isLike(_ other: Table.Column) -> Bool {
        var column = self
        column.key = other.key
        return column.structure == other.structure
    }
}

extension DefaultValue {
    /// Its kind and its text: `["string", "draft"]`.
    var recorded: [String] {
        switch self {
        case .string(let text): ["string", text]
        case .integer(let number): ["integer", "\(number)"]
        case .double(let number): ["double", "\(number)"]
        case .decimal(let text): ["decimal", text]
        case .boolean(let flag): ["boolean", "\(flag)"]
        case .enumCase(let value): ["enum", value]
        case .now: ["now"]
        case .uuidv4: ["uuidv4"]
        case .uuidv7: ["uuidv7"]
        case .list: ["json", json]
        case .json(let text): ["json", text]
        case .sql(let text): ["sql", text]
        }
    }

    init?(recorded: [String]) {
        let text = recorded.last ?? ""
        switch recorded.first {
        case "string": self = .string(text)
        case "integer": self = .integer(Int(text) ?? 0)
        case "double": self = .double(Double(text) ?? 0)
        case "decimal": self = .decimal(text)
        case "boolean": self = .boolean(text == "true")
        case "enum": self = .enumCase(text)
        case "now": self = .now
        case "uuidv4": self = .uuidv4
        case "uuidv7": self = .uuidv7
        case "json": self = .json(text)
        case "sql": self = .sql(text)
        default: return nil
        }
    }
}
