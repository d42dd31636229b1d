/// What tables and columns are called in a schema.
struct PulledNames {
    let inflector: Inflector
    let style: TableStyle
    /// Names of models that are taken, in small letters.
    private var taken: Set<String>

    /// - Parameters:
    ///   - schema: what is there already.
    ///   - style: how the schema calls tables.
    init(_ schema: Schema, style: TableStyle) {
        inflector = schema.inflector
        self.style = style
        taken = Set(schema.models.map { $0.name.lowercased() })
    }

    /// The model for a table; nil where no name of a schema can be made of the table's.
    mutating func model(for table: String) -> String? {
        guard NameRules.table(table) == nil else { return nil }
        let name = NameStyle.upperCamel(inflector.singularize(table))
        for name in [name, name + "Item", name + "Table"] {
            guard NameRules.model(name) == nil,
                SwiftIdentifier.problem(type: SwiftIdentifier.typeName(of: name)) == nil,
                taken.insert(name.lowercased()).inserted
            else { continue }
            return name
        }
        return nil
    }

    /// Whether a model's table has to be named: the model's name alone leads to another.
    func needsTableName(_ table: String, of model: String) -> Bool {
        ModelNames(model, inflector: inflector, tables: style).table != table
    }

    /// The attribute for a column; nil where no schema can name the column.
    static func attribute(for column: String) -> String? {
        guard NameRules.column(column) == nil else { return nil }
        let isCamel = column.first?.isLowercase == true && !column.contains("_")
        let name = isCamel ? column : NameStyle.lowerCamel(column)
        return NameRules.attribute(name) == nil ? name : nil
    }

    /// Whether the columns are called in Sequelize's underscored way: `first_name` for `firstName`.
    static func isUnderscored(_ columns: [String]) -> Bool {
        columns.contains { $0.contains("_") }
            && columns.allSatisfy { attribute(for: $0).map { NameStyle.snake($0) } == $0 }
    }

    /// How a database calls its tables: Sequelize's way where most of them begin with a capital.
    static func style(of tables: [String]) -> TableStyle {
        tables.count { $0.first?.isUppercase == true } * 2 > tables.count ? .sequelize : .snake
    }
}
