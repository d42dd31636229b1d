extension Schema {
    /// The tables that this schema comes to, in the order of its models; those that are not managed are left out.
    func tables() throws -> [Table] {
        let index = SchemaIndex(self)
        return try models.filter(\.isManaged).map { try Table($0, in: index) }
    }
}

extension Table {
    fileprivate init(_ model: Model, in index: SchemaIndex) throws {
        self.model = model.name
        slug = NameStyle.kebab(model.swiftName)
        name = model.tableName
        columns = try model.columns.map { try Column($0, in: index) }
        indexes = model.indexes.map { index in
            var index = index
            index.message = nil
            for place in index.fields.indices {
                index.fields[place].name = model.column(of: index.fields[place].name)
            }
            for place in index.conditions.indices {
                index.conditions[place].attribute = model.column(of: index.conditions[place].attribute)
            }
            return index
        }
        addUniqueColumns(of: model)
        primaryKey = PrimaryKey(
            columns: model.columns.filter(\.isPrimaryKey).map(\.field),
            autoIncrement: model.columns.contains(where: \.autoIncrement))
    }

    /// A unique attribute is a unique index of its own: one that can be added to a table and taken from it.
    private mutating func addUniqueColumns(of model: Model) {
        for attribute in model.columns where attribute.isUnique {
            let isIndexed = indexes.contains { $0.isUniqueEverywhere && $0.names == [attribute.field] }
            if !isIndexed {
                indexes.append(
                    Index(
                        fields: [attribute.field], isUnique: true,
                        name: IndexName.make(table: name, fields: [attribute.field])))
            }
        }
    }
}

extension Table.Column {
    fileprivate init(_ attribute: Attribute, in index: SchemaIndex) throws {
        self.attribute = attribute.name
        name = attribute.field
        type = attribute.isStoredByNumber ? ColumnType(word: "integer") : ColumnType(attribute.type)
        allowNull = attribute.allowNull
        defaultValue = attribute.storedDefault
        autoIncrement = attribute.autoIncrement
        comment = attribute.comment
        reference = try attribute.references.filter(\.isConstraint).map { reference in
            let target = try index.model(reference.model)
            return Table.ForeignKey(
                table: target.tableName,
                column: target.attribute(named: reference.attribute)?.field ?? reference.attribute,
                onDelete: reference.onDelete, onUpdate: reference.onUpdate)
        }
    }
}

extension Model {
    /// The column of an attribute.
    fileprivate func column(of attribute: String) -> String { self.attribute(named: attribute)?.field ?? attribute }
}

extension Attribute {
    /// The default as the column has it: a word of an enum is a number where the column holds those.
    var storedDefault: DefaultValue? {
        // Each new row begins with it, so that older rows of the table have one too.
        if origin == .version { return .integer(0) }
        if case .list? = defaultValue { return defaultValue.map { .json($0.json) } }
        guard isStoredByNumber, case .enumCase(let value)? = defaultValue else { return defaultValue }
        return type.enumCase(value)?.number.map { .integer($0) }
    }
}

extension Optional where Wrapped == Reference {
    fileprivate func filter(_ isKept: (Reference) -> Bool) -> Reference? { flatMap { isKept($0) ? $0 : nil } }
}

extension ColumnType {
    init(_ type: AttributeType) {
        switch type {
        case .string(let length): self.init(word: "string", numbers: [length])
        case .char(let length): self.init(word: "char", numbers: [length])
        case .decimal(let precision, let scale): self.init(word: "decimal", numbers: [precision, scale])
        case .enum(_, let cases): self.init(word: "enum", values: cases.map(\.value))
        case .array(let element):
            let inner = ColumnType(element)
            self.init(word: "array " + inner.word, numbers: inner.numbers, values: inner.values)
        case .text: self.init(word: "text")
        case .smallint: self.init(word: "smallint")
        case .integer: self.init(word: "integer")
        case .bigint: self.init(word: "bigint")
        case .float: self.init(word: "float")
        case .double: self.init(word: "double")
        case .boolean: self.init(word: "boolean")
        case .date: self.init(word: "date")
        case .dateonly: self.init(word: "dateonly")
        case .time: self.init(word: "time")
        case .uuid: self.init(word: "uuid")
        case .json: self.init(word: "json")
        case .blob: self.init(word: "blob")
        case .password: self.init(word: "password")
        }
    }
}
