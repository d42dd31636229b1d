/// Tables taken apart, so that two accounts of them can be put together thing by thing.
struct TableParts {
    /// What a thing is called in the database.
    enum Name: Hashable, Sendable {
        case table(String)
        case column(String, of: String)
        case index(String, of: String)
        case key(of: String)
    }

    /// A thing in itself: a table without what is in it, a column without its part in the key.
    enum Part: Equatable, Sendable {
        case table(model: String, slug: String)
        case column(Table.Column)
        case index(Index)
        case key(Table.PrimaryKey)

        /// Whether a database has the same for both.
        static func alike(_ one: Part?, _ other: Part?) -> Bool {
            switch (one, other) {
            case (.table, .table): true
            case (.column(let one), .column(let other)): one.structure == other.structure
            case (.index(let one), .index(let other)): one.structure == other.structure
            default: one == other
            }
        }
    }

    private(set) var names: [Name] = []
    private var parts: [Name: Part] = [:]

    init(_ tables: [Table] = []) {
        for table in tables {
            self[.table(table.name)] = .table(model: table.model, slug: table.slug)
            for column in table.columns {
                var plain = column
                (plain.key, plain.autoIncrement) = (nil, false)
                if column.isPrimaryKey { plain.allowNull = false }
                self[.column(column.name, of: table.name)] = .column(plain)
            }
            self[.key(of: table.name)] = .key(table.primaryKey)
            for index in table.indexes { self[.index(index.name, of: table.name)] = .index(index) }
        }
    }

    subscript(name: Name) -> Part? {
        get { parts[name] }
        set {
            if newValue != nil, parts[name] == nil { names.append(name) }
            if newValue == nil, parts[name] != nil { names.removeAll { $0 == name } }
            parts[name] = newValue
        }
    }

    /// Put together again; what belongs to a table that is not there is left out.
    var tables: [Table] {
        var tables: [Table] = []
        var places: [String: Int] = [:]
        for case .table(let name) in names {
            guard case .table(let model, let slug)? = parts[.table(name)] else { continue }
            places[name] = tables.count
            tables.append(Table(model: model, slug: slug, name: name, columns: [], indexes: []))
        }
        for name in names {
            switch (name, parts[name]) {
            case (.column(_, let table), .column(let column)?):
                if let place = places[table] { tables[place].columns.append(column) }
            case (.index(_, let table), .index(let index)?):
                if let place = places[table] { tables[place].indexes.append(index) }
            default: break
            }
        }
        for (name, place) in places {
            if case .key(let key)? = parts[.key(of: name)] { tables[place].primaryKey = key }
        }
        return tables
    }
}
