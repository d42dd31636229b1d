@testable import scaffold

/// Numbers that are the same for the same seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Tables of every shape that the schema language has, and others that come of them by changes of every kind.
///
/// ```swift
/// var random = RandomTables(seed: 42)
/// let (old, new) = random.pair()
/// ```
struct RandomTables {
    private var numbers: SeededNumbers
    /// What an engine has not is left out: `using`, a unique index of some rows.
    var onlyCommon = false

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    /// Tables, and what they become after some changes; now and then tables that have nothing to do with them.
    mutating func pair() -> (old: [Table], new: [Table]) {
        let old = tables()
        if chance(10) { return (old, tables()) }
        return (old, changed(old))
    }

    /// A few tables with foreign keys among them, circles included.
    mutating func tables() -> [Table] {
        var tables: [Table] = []
        for name in Self.tableNames.shuffled(using: &numbers).prefix(number(0...5)) { tables.append(table(name)) }
        connect(&tables)
        settle(&tables)
        return tables
    }

    /// The same tables after changes of every kind.
    mutating func changed(_ old: [Table]) -> [Table] {
        var tables = old
        for _ in 0..<number(0...4) { change(&tables) }
        mend(&tables)
        if chance(40) { connect(&tables) }
        settle(&tables)
        return tables
    }
}

// Parts.
extension RandomTables {
    private static let tableNames = ["posts", "users", "tags", "post_tags", "Orders", "line items", "a", "b"]
    private static let columnNames = [
        "title", "body", "status", "count", "price", "slug", "isActive", "born", "select", "from", "naïve", "x\"y",
    ]
    private static let words = ["draft", "sent", "done", "it's", "", "ü"]

    private mutating func table(_ name: String) -> Table {
        var table = Table(model: "Model of \(name)", slug: "t", name: name, columns: [], indexes: [])
        table.columns = Self.columnNames.shuffled(using: &numbers).prefix(number(1...5)).map { column($0) }
        rekey(&table)
        for _ in 0..<number(0...2) { addIndex(to: &table) }
        return table
    }

    private mutating func column(_ name: String) -> Table.Column {
        let type = randomType()
        var column = Table.Column(
            attribute: name, name: name, type: type, allowNull: chance(50), autoIncrement: false)
        if chance(50) { column.defaultValue = value(of: type) }
        if chance(15) { column.comment = pick(["what it is", "it's", "a \"word\""]) }
        return column
    }

    private mutating func randomType() -> ColumnType {
        switch number(0...19) {
        case 0: ColumnType(word: "text")
        case 1: ColumnType(word: "integer")
        case 2: ColumnType(word: "bigint")
        case 3: ColumnType(word: "smallint")
        case 4: ColumnType(word: "double")
        case 5: ColumnType(word: "decimal", numbers: [pick([10, 12]), pick([0, 2])])
        case 6: ColumnType(word: "boolean")
        case 7: ColumnType(word: "date")
        case 8: ColumnType(word: "dateonly")
        case 9: ColumnType(word: "uuid")
        case 10: ColumnType(word: "json")
        case 11: ColumnType(word: "array string", numbers: [20])
        case 16: ColumnType(word: "float")
        case 17: ColumnType(word: "time")
        case 18: ColumnType(word: "blob")
        case 19: ColumnType(word: "char", numbers: [pick([4, 30])])
        case 12, 13:
            ColumnType(
                word: "enum", values: Array(Self.words.shuffled(using: &numbers).prefix(number(1...4))))
        default: ColumnType(word: "string", numbers: [pick([20, 200, 255])])
        }
    }

    /// A default that a column of this type can have.
    private mutating func value(of type: ColumnType) -> DefaultValue? {
        switch type.word {
        case "string": .string(pick(["", "x", "it's"]))
        case "integer", "bigint", "smallint": .integer(number(-3...30_000))
        case "double", "float": .double(pick([0.5, 2]))
        case "decimal": .decimal(pick(["1", "2"]))
        case "boolean": .boolean(chance(50))
        case "date": .now
        case "uuid": pick([.uuidv4, .uuidv7])
        case "json", "array string": .json("[]")
        case "enum": type.values.randomElement(using: &numbers).map { .enumCase($0) }
        default: nil
        }
    }

    /// Another primary key: a number that is counted up, a UUID, two columns, or one of those that there are.
    private mutating func rekey(_ table: inout Table) {
        table.primaryKey = Table.PrimaryKey()
        func id(_ word: String) -> Table.Column {
            Table.Column(
                attribute: "id", name: "id", type: ColumnType(word: word), allowNull: false, autoIncrement: false)
        }
        table.columns.removeAll { $0.name == "id" }
        let columns = table.columns.filter { ["integer", "bigint", "string", "uuid"].contains($0.type.word) }
            .map(\.name).shuffled(using: &numbers)
        switch number(0...9) {
        case 0 where columns.count > 1: table.primaryKey = .init(columns: Array(columns.prefix(2)))
        case 1 where !columns.isEmpty: table.primaryKey = .init(columns: [columns[0]])
        case 2:
            table.columns.insert(id("uuid"), at: 0)
            table.primaryKey = .init(columns: ["id"])
        default:
            table.columns.insert(id(pick(["integer", "bigint"])), at: 0)
            table.primaryKey = .init(columns: ["id"], autoIncrement: chance(80))
        }
    }

    private mutating func addIndex(to table: inout Table) {
        let long = ["json", "array string", "text", "blob", "boolean"]
        let columns = table.columns.filter { !long.contains($0.type.word) }
        guard !columns.isEmpty else { return }
        let names = columns.map(\.name).shuffled(using: &numbers).prefix(number(1...2))
        var index = Index(fields: Array(names), isUnique: chance(40), name: "")
        for place in index.fields.indices where chance(25) { index.fields[place].descending = true }
        if chance(25), let column = columns.randomElement(using: &numbers), !index.isUnique || !onlyCommon {
            let constant = self.value(of: column.type).flatMap { $0.isConstant ? $0 : nil }
            index.conditions = [.init(attribute: column.name, values: [constant])]
        }
        if !onlyCommon, chance(10) { index.using = "btree" }
        index.name =
            chance(70) ? IndexName.make(table: table.name, fields: index.names) : "\(table.name)_\(number(0...5))_index"
        if !table.indexes.contains(where: { $0.name == index.name }) { table.indexes.append(index) }
    }

    /// Adds foreign keys, whose columns take the type of what they point at.
    private mutating func connect(_ tables: inout [Table]) {
        for place in tables.indices where chance(60) {
            guard let target = tables.randomElement(using: &numbers) else { continue }
            let unique = target.columns.map(\.name).filter { target.isUnique($0) }
            guard let key = unique.randomElement(using: &numbers), let column = target.column(named: key),
                column.type.word != "enum"
            else { continue }
            let name = "\(pick(["parent", "owner"]))Id"
            guard tables[place].column(named: name) == nil else { continue }
            let allowNull = chance(70)
            tables[place].columns.append(
                Table.Column(
                    attribute: name, name: name, type: column.type, allowNull: allowNull, autoIncrement: false,
                    reference: Table.ForeignKey(
                        table: target.name, column: key,
                        onDelete: allowNull ? pick([.setNull, .cascade, .restrict]) : pick([.cascade, .noAction]),
                        onUpdate: pick([.cascade, .noAction]))))
            if chance(70) {
                tables[place].indexes.append(
                    Index(
                        fields: [name], isUnique: false, name: IndexName.make(table: tables[place].name, fields: [name])
                    ))
            }
        }
    }
}

// Changes.
extension RandomTables {
    private mutating func change(_ tables: inout [Table]) {
        switch number(0...11) {
        case 0: if !tables.isEmpty { tables.remove(at: number(0...(tables.count - 1))) }
        case 1:
            let free = Self.tableNames.filter { name in !tables.contains { $0.name == name } }
            if let name = free.randomElement(using: &numbers) { tables.append(table(name)) }
        case 2: renameTable(&tables)
        default:
            guard !tables.isEmpty else { return }
            let place = number(0...(tables.count - 1))
            change(&tables[place])
        }
    }

    /// The model stays, so that the differ knows it for the same.
    private mutating func renameTable(_ tables: inout [Table]) {
        guard !tables.isEmpty else { return }
        let place = number(0...(tables.count - 1))
        let names = Self.tableNames.filter { name in !tables.contains { $0.name == name } }
        guard let new = names.randomElement(using: &numbers) else { return }
        let old = tables[place].name
        tables[place].name = new
        for place in tables.indices {
            for column in tables[place].columns.indices where tables[place].columns[column].reference?.table == old {
                tables[place].columns[column].reference?.table = new
            }
        }
    }

    private mutating func change(_ table: inout Table) {
        let place = number(0...(table.columns.count - 1))
        switch number(0...9) {
        case 0 where table.columns[place].key == nil: table.columns.remove(at: place)
        case 1:
            let free = Self.columnNames.filter { table.column(named: $0) == nil }
            if let name = free.randomElement(using: &numbers) { table.columns.append(column(name)) }
        case 2 where table.columns[place].reference == nil && table.columns[place].key == nil:
            let name = table.columns[place].name
            table.columns[place] = column(name)
        case 3 where table.columns[place].key == nil: table.columns[place].allowNull.toggle()
        case 4: table.columns[place].comment = pick([nil, "another"])
        case 5: rekey(&table)
        case 6: if !table.indexes.isEmpty { table.indexes.remove(at: number(0...(table.indexes.count - 1))) }
        case 7: renameColumn(place, of: &table)
        case 8: if table.columns[place].reference != nil { table.columns[place].reference = nil }
        default: addIndex(to: &table)
        }
    }

    /// The attribute stays, so that the differ knows it for the same.
    private mutating func renameColumn(_ place: Int, of table: inout Table) {
        let free = Self.columnNames.filter { table.column(named: $0) == nil }
        guard let new = free.randomElement(using: &numbers) else { return }
        let old = table.columns[place].name
        table.columns[place].name = new
        for place in table.indexes.indices {
            for field in table.indexes[place].fields.indices where table.indexes[place].fields[field].name == old {
                table.indexes[place].fields[field].name = new
            }
            for field in table.indexes[place].conditions.indices
            where table.indexes[place].conditions[field].attribute == old {
                table.indexes[place].conditions[field].attribute = new
            }
        }
    }

    /// Takes away what changes have left without ground.
    private func mend(_ tables: inout [Table]) {
        for place in tables.indices {
            let names = Set(tables[place].columns.map(\.name))
            tables[place].indexes.removeAll { index in
                !names.isSuperset(of: index.names + index.conditions.map(\.attribute))
            }
        }
        // The type of a key passes on to what refers to it, and from there on; where it never ends the keys go.
        for round in 0...10 where mendKeys(&tables, isLast: round == 10) == false { return }
    }

    /// - Returns: whether anything had to be done.
    private func mendKeys(_ tables: inout [Table], isLast: Bool) -> Bool {
        var hasChanged = false
        for place in tables.indices {
            for column in tables[place].columns.indices {
                guard let reference = tables[place].columns[column].reference else { continue }
                let target = tables.first { $0.name == reference.table }
                let type = target?.column(named: reference.column)?.type
                if target?.isUnique(reference.column) != true || isLast || type?.word == "enum" {
                    tables[place].columns[column].reference = nil
                    hasChanged = true
                } else if let type, tables[place].columns[column].type != type {
                    tables[place].columns[column].type = type
                    tables[place].columns[column].defaultValue = nil
                    hasChanged = true
                }
            }
        }
        return hasChanged
    }

    /// Every index name once, keys whole, and no key set to null that may not be.
    private func settle(_ tables: inout [Table]) {
        var names: Set<String> = []
        for place in tables.indices {
            tables[place].indexes.removeAll { !names.insert($0.name).inserted }
            let key = tables[place].primaryKey
            tables[place].primaryKey = key
            for column in tables[place].columns.indices
            where !tables[place].columns[column].allowNull
                && tables[place].columns[column].reference?.onDelete == .setNull
            {
                tables[place].columns[column].reference?.onDelete = .cascade
            }
        }
        mend(&tables)
    }
}

// Chance.
extension RandomTables {
    private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }
    private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
    private mutating func pick<T>(_ values: [T]) -> T { values[number(0...(values.count - 1))] }
}

extension [Table] {
    /// What a database would refuse of these tables.
    var flaws: [String] {
        let known = Dictionary(map { ($0.name, $0) }) { first, _ in first }
        var indexNames: Set<String> = []
        let doubled = flatMap(\.indexes).map(\.name).filter { !indexNames.insert($0).inserted }
        return doubled.map { "there are two indexes \($0)" }
            + flatMap { table -> [String] in
                let names = Set(table.columns.map(\.name))
                let indexFlaws = table.indexes.flatMap { index in
                    (index.names + index.conditions.map(\.attribute)).filter { !names.contains($0) }.map {
                        "\(index.name) is on \(table.name).\($0), which is not there"
                    }
                }
                let keyFlaws = table.columns.compactMap { column -> String? in
                    guard let reference = column.reference else { return nil }
                    let target = known[reference.table]
                    guard target?.isUnique(reference.column) == true else {
                        return
                            "\(table.name).\(column.name) refers to \(reference.table).\(reference.column), which is not unique"
                    }
                    guard target?.column(named: reference.column)?.type.structure == column.type.structure else {
                        return
                            "\(table.name).\(column.name) is of another type than \(reference.table).\(reference.column)"
                    }
                    return nil
                }
                let counted = table.columns.filter { $0.autoIncrement && $0.key != .alone }
                return indexFlaws + keyFlaws + counted.map { "\(table.name).\($0.name) is counted up and no key" }
            }
    }
}

extension DefaultValue {
    /// Whether it is the same for every row.
    fileprivate var isConstant: Bool {
        switch self {
        case .now, .uuidv4, .uuidv7, .sql: false
        default: true
        }
    }
}
