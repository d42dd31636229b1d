/// In what a live database differs from the schema, in the schema's words.
///
/// Both sides are the engine's own account: the database as it is, and what the engine makes of the schema's tables. What
/// an engine cannot tell apart is no difference.
struct Drift: Equatable, Sendable {
    private(set) var differences: [Difference] = []
    /// What is left alone, and why.
    private(set) var notes: [String] = []
    /// The tables as they are, in the schema's words wherever both are the same: what leads from these to the schema is
    /// what repairs the database.
    private(set) var tables: [Table] = []

    var isEmpty: Bool { differences.isEmpty }

    /// One difference, told in a line.
    struct Difference: Equatable, Sendable {
        enum Kind: String, Sendable {
            /// The schema has it, the database has not.
            case missing
            /// The database has it, the schema has not.
            case extra
            case different
        }

        var kind: Kind
        /// `Post`, `Post.title`, `Post index posts_title`.
        var subject: String
        var text: String
    }

    /// - Parameters:
    ///   - live: the database as it is.
    ///   - likeness: what its engine makes of the wanted tables.
    ///   - wanted: the tables that the schema asks for.
    ///   - recorded: the tables as the migrations leave them: what is in none of them was made by hand.
    ///   - unmanaged: tables of models that no migration makes.
    init(
        of live: LiveDatabase, likeness: LiveDatabase, wanted: [Table], recorded: [Table], unmanaged: Set<String> = []
    ) {
        let records = Dictionary(recorded.map { ($0.name, $0) }) { first, _ in first }
        var kin: [TypeKin: Int] = [:]
        for table in wanted {
            guard let found = live.table(named: table.name), let like = likeness.table(named: table.name) else {
                add(.missing, table.model, "the table '\(table.name)' is missing in the database")
                continue
            }
            var comparison = TableComparison(of: found, like: like, wanted: table, recorded: records[table.name])
            comparison.run()
            differences += comparison.differences
            notes += comparison.notes
            for types in comparison.kin { kin[types, default: 0] += 1 }
            tables.append(comparison.table)
        }
        for (types, count) in kin.sorted(by: { $0.key < $1.key }) {
            let columns = count == 1 ? "one column is" : "\(count) columns are"
            notes.append("\(columns) \(types.there), where a migration would make \(types.own): as good")
        }
        let names = Set(wanted.map(\.name))
        for found in live.tables where !names.contains(found.name) {
            if unmanaged.contains(found.name) {
                notes.append("the table '\(found.name)' is not managed: left alone")
            } else if let record = records[found.name] {
                add(.extra, record.model, "the table '\(found.name)' is in the database, and no model has it any more")
                tables.append(found.table.recalling(record).inKnownWords)
            } else {
                notes.append("the table '\(found.name)' belongs to no model, and no migration made it: left alone")
            }
        }
    }

    private mutating func add(_ kind: Difference.Kind, _ subject: String, _ text: String) {
        differences.append(Difference(kind: kind, subject: subject, text: "\(subject): \(text)"))
    }
}

extension Table {
    /// With the schema's names for it and its columns, as they were recorded.
    func recalling(_ record: Table?) -> Table {
        guard let record else { return self }
        var table = self
        (table.model, table.slug) = (record.model, record.slug)
        for place in table.columns.indices {
            let known = record.column(named: table.columns[place].name)
            table.columns[place].attribute = known?.attribute ?? table.columns[place].attribute
        }
        return table
    }

    /// With the nearest word for types that the schema language has none for.
    var inKnownWords: Table {
        var table = self
        for place in table.columns.indices { table.columns[place] = table.columns[place].inKnownWords }
        return table
    }
}

extension Table.Column {
    var inKnownWords: Table.Column {
        var column = self
        column.type = type.known
        return column
    }
}

extension ColumnType {
    /// What `db:describe` says where the schema language has no word.
    static let unknown = ColumnType(word: "unknown")

    /// Itself, or text: anything can be written as one.
    var known: ColumnType { word == Self.unknown.word ? ColumnType(word: "text") : self }
}
