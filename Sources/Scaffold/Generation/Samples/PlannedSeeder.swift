/// A seeder that is to be written: the rows it puts in, in an order that foreign keys allow.
struct PlannedSeeder: Equatable, Sendable {
    var name: MigrationName
    var tables: [Rows] = []

    struct Rows: Equatable, Sendable {
        var table: String
        /// Column and value, as Swift.
        var rows: [[Cell]]
        /// The primary key of each row, so that undoing takes out these rows and no other.
        var keys: [[Cell]]
    }

    struct Cell: Equatable, Sendable {
        var column: String
        var value: String
    }
}

extension PlannedSeeder {
    /// A few rows of every model, so that a new app has something to show.
    ///
    /// - Parameter count: rows a table.
    static func demo(of schema: Schema, at stamp: Timestamp, rows count: Int = 3) throws -> PlannedSeeder {
        let index = SchemaIndex(schema)
        let samples = SampleIndex(index)
        var tables: [Rows] = []
        for table in TableOrder.sorted(try schema.tables()) {
            let model = try index.model(table.model)
            guard samples.isPossible(model), let rows = try rows(of: model, count, in: index, samples) else { continue }
            tables.append(rows)
        }
        return PlannedSeeder(name: MigrationName(stamp: stamp, slug: "demo"), tables: tables)
    }

    private static func rows(
        of model: Model, _ count: Int, in index: SchemaIndex, _ samples: SampleIndex
    ) throws -> Rows? {
        let columns = model.primaryKey.map(\.field)
        guard !columns.isEmpty else { return nil }
        var table = Rows(table: model.tableName, rows: [], keys: [])
        for place in 0..<count {
            let row = try model.columns.compactMap { try cell($0, of: model, place, in: index, samples) }
            let key = row.filter { columns.contains($0.column) }
            guard key.count == columns.count, !table.keys.contains(key) else { continue }
            table.rows.append(row)
            table.keys.append(key)
        }
        return table.rows.isEmpty ? nil : table
    }

    /// The value of a column in the row at a place; nil where the row can do without.
    private static func cell(
        _ attribute: Attribute, of model: Model, _ place: Int, in index: SchemaIndex, _ samples: SampleIndex
    ) throws -> Cell? {
        let value: String?
        if let reference = attribute.references {
            let target = try index.model(reference.model)
            let isThere = samples.isPossible(target) && target.name != model.name
            value = isThere ? target.attribute(named: reference.attribute).flatMap { key(of: $0, place) } : nil
        } else if attribute.isPrimaryKey {
            value = key(of: attribute, place)
        } else if attribute.origin == .timestamp || (attribute.defaultValue == .now && !attribute.allowNull) {
            value = ".now"
        } else if attribute.isKept || (attribute.allowNull && !attribute.type.isText) {
            value = nil
        } else {
            value = attribute.demoWord(place) ?? attribute.sample(place, isNumbered: false)?.cell
        }
        return value.map { Cell(column: attribute.field, value: $0) }
    }

    private static func key(of attribute: Attribute, _ place: Int) -> String? {
        attribute.autoIncrement ? "\(place + 1)" : attribute.sample(place, isNumbered: false)?.cell
    }
}
