import Testing

@testable import scaffold

/// What becomes of each option of the schema language when it changes: one row an option.
@Suite struct SchemaOptionTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var option: String
        var old: String
        var new: String
        var steps: [String]
        var testDescription: String { option }

        init(_ option: String, _ old: String, _ new: String, _ steps: String...) {
            (self.option, self.old, self.new, self.steps) = (option, old, new, steps)
        }
    }

    @Test(arguments: attributes + keys + models + indexes + associations + nothing)
    func `each change of an option is written, and taken back`(row: Row) throws {
        let old = try Schemas.read(models: row.old).tables()
        let new = try Schemas.read(models: row.new).tables()
        let operations = try TableDifference(from: old, to: new).operations
        #expect(try operations.steps() == row.steps)
        var tables = old
        for operation in operations { try operation.apply(to: &tables) }
        #expect(tables.structure == new.structure)
        for operation in operations.reversedOperations { try operation.apply(to: &tables) }
        #expect(tables.structure == old.structure)
    }

    /// A model with one attribute `a`.
    private static func post(_ attribute: String, _ more: String = "") -> String {
        "  Post:\n    timestamps: false\n\(more)    attributes:\n      b: string\n      a: \(attribute)\n"
    }

    private static func row(_ option: String, _ old: String, _ new: String, _ steps: String...) -> Row {
        var row = Row(option, post(old), post(new))
        row.steps = steps
        return row
    }

    static let attributes: [Row] = [
        row("type", "string", "text", "changeColumn(\"posts\", \"a\", .text)"),
        row("type: an array", "text", "array(string)", "changeColumn(\"posts\", \"a\", .array(.string))"),
        row("length", "string(20)", "string(200)", "changeColumn(\"posts\", \"a\", .string(200))"),
        row("char", "char(2)", "char(3)", "changeColumn(\"posts\", \"a\", .char(3))"),
        row(
            "precision and scale", "'decimal(8, 2)'", "'decimal(10, 3)'",
            "changeColumn(\"posts\", \"a\", .decimal(10, 3))"),
        row("allowNull: true", "string!", "string", "changeColumn(\"posts\", \"a\", .string)"),
        row("allowNull: false", "string", "string!", "changeColumn(\"posts\", \"a\", .string, allowNull: false)"),
        row(
            "defaultValue added", "integer", "integer =1", "changeColumn(\"posts\", \"a\", .integer, defaultValue: 1)"),
        row(
            "defaultValue changed", "integer =1", "integer =2",
            "changeColumn(\"posts\", \"a\", .integer, defaultValue: 2)"),
        row("defaultValue removed", "integer =1", "integer", "changeColumn(\"posts\", \"a\", .integer)"),
        row(
            "defaultValue: now", "date", "{type: date, defaultValue: now}",
            "changeColumn(\"posts\", \"a\", .date, defaultValue: .now)"),
        row(
            "defaultValue: an expression", "integer", "{type: integer, defaultValue: {sql: 1 + 1}}",
            "changeColumn(\"posts\", \"a\", .integer, defaultValue: .sql(\"1 + 1\"))"),
        row("unique added", "string", "string unique", "addIndex(\"posts\", [\"a\"], unique: true)"),
        row("unique removed", "string unique", "string", "removeIndex(\"posts\", [\"a\"])"),
        row("index added", "string", "string index", "addIndex(\"posts\", [\"a\"])"),
        row("index removed", "string index", "string", "removeIndex(\"posts\", [\"a\"])"),
        row(
            "index made unique", "string index", "string unique", "removeIndex(\"posts\", [\"a\"])",
            "addIndex(\"posts\", [\"a\"], unique: true)"),
        row(
            "enum: a value added", "'enum(x, y)'", "'enum(x, y, z)'",
            "changeColumn(\"posts\", \"a\", .enum(\"x\", \"y\", \"z\"))"),
        row("enum: a value removed", "'enum(x, y)'", "'enum(x)'", "changeColumn(\"posts\", \"a\", .enum(\"x\"))"),
        row("enum: values reordered", "'enum(x, y)'", "'enum(y, x)'"),
        row("enum from text", "string", "'enum(x, y)'", "changeColumn(\"posts\", \"a\", .enum(\"x\", \"y\"))"),
        row(
            "storedAs", "{type: 'enum(x=0, y=1)'}", "{type: 'enum(x=0, y=1)', storedAs: numbers}",
            "changeColumn(\"posts\", \"a\", .integer)"),
        row(
            "storedAs: a value added", "{type: 'enum(x=0)', storedAs: numbers}",
            "{type: 'enum(x=0, y=1)', storedAs: numbers}"),
        row(
            "field", "string", "{type: string, field: c}", "renameColumn(\"posts\", \"a\", to: \"c\")"),
        row(
            "field of an index", "string index", "{type: string, index: true, field: c}",
            "renameColumn(\"posts\", \"a\", to: \"c\")", "renameIndex(\"posts\", \"posts_a\", to: \"posts_c\")"),
        row(
            "field and type", "string", "{type: text, field: c}", "renameColumn(\"posts\", \"a\", to: \"c\")",
            "changeColumn(\"posts\", \"c\", .text)"),
        row(
            "comment", "string", "{type: string, comment: 'it''s \"a\"'}",
            "changeColumn(\"posts\", \"a\", .string, comment: \"it's \\\"a\\\"\")"),
    ]

    static let keys: [Row] = [
        row(
            "primaryKey added", "integer!", "{type: integer, primaryKey: true, autoIncrement: false}",
            "changePrimaryKey(\"posts\", [\"a\"])", "removeColumn(\"posts\", \"id\")"),
        row(
            "autoIncrement", "{type: integer, primaryKey: true, autoIncrement: false}",
            "{type: integer, primaryKey: true, autoIncrement: true}",
            "changeColumn(\"posts\", \"a\", .integer, primaryKey: true, autoIncrement: true)"),
        row(
            "type of the key", "{type: integer, primaryKey: true}", "{type: string, primaryKey: true}",
            "changeColumn(\"posts\", \"a\", .string, primaryKey: true)"),
        row(
            "a key of two columns", "{type: integer, primaryKey: true, autoIncrement: false}",
            "{type: integer, primaryKey: true, autoIncrement: false}\n      c: {type: integer, primaryKey: true, defaultValue: 0}",
            "addColumn(\"posts\", \"c\", .integer, allowNull: false, defaultValue: 0)",
            "changePrimaryKey(\"posts\", [\"a\", \"c\"])"),
        row(
            "a key that is counted up instead of two columns",
            "{type: integer, primaryKey: true}\n      c: {type: integer, primaryKey: true}",
            "integer\n      c: integer!", "addColumn(\"posts\", \"id\", .integer)", "changePrimaryKey(\"posts\", [])",
            "changeColumn(\"posts\", \"a\", .integer)", "changePrimaryKey(\"posts\", [\"id\"], autoIncrement: true)"),
        Row(
            "the order of a key",
            "  Post:\n    timestamps: false\n    attributes: {a: integer! primary, b: integer! primary}\n",
            "  Post:\n    timestamps: false\n    attributes: {b: integer! primary, a: integer! primary}\n",
            "changePrimaryKey(\"posts\", [\"b\", \"a\"])"),
    ]

    private static let bare = "  Post:\n    attributes: {a: string}\n"

    private static func model(_ options: String) -> String { "  Post:\n    \(options)\n    attributes: {a: string}\n" }

    static let models: [Row] = [
        Row("tableName", bare, model("tableName: articles"), "renameTable(\"posts\", to: \"articles\")"),
        Row(
            "tableName with an index", "  Post:\n    attributes: {a: string index}\n",
            "  Post:\n    tableName: articles\n    attributes: {a: string index}\n",
            "renameTable(\"posts\", to: \"articles\")",
            "renameIndex(\"articles\", \"posts_a\", to: \"articles_a\")"),
        Row(
            "underscored", bare, model("underscored: true"),
            "renameColumn(\"posts\", \"createdAt\", to: \"created_at\")",
            "renameColumn(\"posts\", \"updatedAt\", to: \"updated_at\")"),
        Row(
            "timestamps: false", bare, model("timestamps: false"), "removeColumn(\"posts\", \"createdAt\")",
            "removeColumn(\"posts\", \"updatedAt\")"),
        Row(
            "timestamps: true", model("timestamps: false"), bare,
            "addColumn(\"posts\", \"createdAt\", .date, allowNull: false)",
            "addColumn(\"posts\", \"updatedAt\", .date, allowNull: false)"),
        Row("paranoid", bare, model("paranoid: true"), "addColumn(\"posts\", \"deletedAt\", .date)"),
        Row(
            "paranoid.deletedAt", model("paranoid: true"), model("paranoid: {deletedAt: removedAt}"),
            "addColumn(\"posts\", \"removedAt\", .date)", "removeColumn(\"posts\", \"deletedAt\")"),
        Row("paranoid: false", model("paranoid: true"), bare, "removeColumn(\"posts\", \"deletedAt\")"),
        Row(
            "version", bare, model("version: true"),
            "addColumn(\"posts\", \"version\", .integer, allowNull: false, defaultValue: 0)"),
        Row("version: false", model("version: true"), bare, "removeColumn(\"posts\", \"version\")"),
        Row(
            "a model added", bare, bare + "  Tag:\n    timestamps: false\n    attributes: {name: string! unique}\n",
            "createTable(\"tags\") {", "$0.column(\"id\", .integer, primaryKey: true, autoIncrement: true)",
            "$0.column(\"name\", .string, allowNull: false)", "}", "addIndex(\"tags\", [\"name\"], unique: true)"),
        Row("a model removed", bare + "  Tag:\n    attributes: {name: string}\n", bare, "dropTable(\"tags\")"),
    ]

    private static func indexed(_ index: String) -> String {
        "  Post:\n    timestamps: false\n    attributes: {a: string, b: string}\n    indexes: [\(index)]\n"
    }

    private static func index(_ option: String, _ old: String, _ new: String, _ steps: String...) -> Row {
        var row = Row(option, indexed(old), indexed(new))
        row.steps = steps
        return row
    }

    static let indexes: [Row] = [
        index("indexes: added", "[a]", "[a], [a, b]", "addIndex(\"posts\", [\"a\", \"b\"])"),
        index("indexes: removed", "[a], [b]", "[a]", "removeIndex(\"posts\", [\"b\"])"),
        index(
            "indexes: another order of columns", "[a, b]", "[b, a]", "removeIndex(\"posts\", [\"a\", \"b\"])",
            "addIndex(\"posts\", [\"b\", \"a\"])"),
        index(
            "name", "[a]", "{fields: [a], name: by_a}", "renameIndex(\"posts\", \"posts_a\", to: \"by_a\")"),
        index(
            "unique", "[a, b]", "{fields: [a, b], unique: true}", "removeIndex(\"posts\", [\"a\", \"b\"])",
            "addIndex(\"posts\", [\"a\", \"b\"], unique: true)"),
        index(
            "where", "[a]", "{fields: [a], where: {b: x}}", "removeIndex(\"posts\", [\"a\"])",
            "addIndex(\"posts\", [\"a\"], where: [\"b\": \"x\"])"),
        index(
            "where: another value", "{fields: [a], where: {b: x}}", "{fields: [a], where: {b: null}}",
            "removeIndex(\"posts\", [\"a\"])", "addIndex(\"posts\", [\"a\"], where: [\"b\": nil])"),
    ]

    private static func users(_ association: String) -> String {
        """
          User:
            timestamps: false
            attributes: {email: string! unique}
          Post:
            timestamps: false
            attributes: {a: string}
            associations:
              author: {belongsTo: User, \(association)}

        """
    }

    private static let alone = """
          User:
            timestamps: false
            attributes: {email: string! unique}
          Post:
            timestamps: false
            attributes: {a: string}

        """

    private static let key = "references: .init(\"users\", key: \"id\")"

    static let associations: [Row] = [
        Row(
            "belongsTo added", alone, users("onDelete: CASCADE"),
            "addColumn(\"posts\", \"authorId\", .integer, \(key), onDelete: .cascade, onUpdate: .cascade)",
            "addIndex(\"posts\", [\"authorId\"])"),
        Row(
            "belongsTo removed", users("onDelete: CASCADE"), alone, "removeIndex(\"posts\", [\"authorId\"])",
            "removeColumn(\"posts\", \"authorId\")"),
        Row(
            "onDelete", users("onDelete: CASCADE"), users("onDelete: RESTRICT"),
            "changeColumn(\"posts\", \"authorId\", .integer, \(key), onDelete: .restrict, onUpdate: .cascade)"),
        Row(
            "onUpdate", users("onUpdate: CASCADE"), users("onUpdate: RESTRICT"),
            "changeColumn(\"posts\", \"authorId\", .integer, \(key), onDelete: .setNull, onUpdate: .restrict)"),
        Row(
            "constraints: false", users("unique: false"), users("constraints: false"),
            "changeColumn(\"posts\", \"authorId\", .integer)"),
        Row(
            "constraints: true", users("constraints: false"), users("unique: false"),
            "changeColumn(\"posts\", \"authorId\", .integer, \(key), onDelete: .setNull, onUpdate: .cascade)"),
        Row(
            "unique of an association", users("unique: false"), users("unique: true"),
            "removeIndex(\"posts\", [\"authorId\"])", "addIndex(\"posts\", [\"authorId\"], unique: true)"),
        Row(
            "field of an association", users("unique: false"), users("field: author_id"),
            "renameColumn(\"posts\", \"authorId\", to: \"author_id\")"),
        Row(
            "targetKey", users("foreignKey: by"), users("foreignKey: by, targetKey: email"),
            "changeColumn(\"posts\", \"by\", .string, references: .init(\"users\", key: \"email\"), "
                + "onDelete: .setNull, onUpdate: .cascade)"),
    ]

    static let nothing: [Row] = [
        row("validate", "string", "{type: string, validate: {isEmail: true}}"),
        row("trim", "string", "string trim"),
        row("lowercase", "string", "{type: string, lowercase: true}"),
        row("readable", "string", "{type: string, readable: none}"),
        row("writable", "string", "{type: string, writable: false}"),
        row("swiftName", "string", "{type: string, swiftName: other}"),
        row("defaultValue: uuidv4", "uuid", "{type: uuid, defaultValue: uuidv4}"),
        row("the elements of an array", "array(string)", "array(integer)"),
        Row("routes", bare, model("routes: false")),
        Row("swiftName of a model", bare, model("swiftName: Essay")),
        Row("scopes", bare, model("scopes: {x: {where: {a: b}}}")),
        Row(
            "the order of attributes", "  Post:\n    attributes: {a: string, b: string}\n",
            "  Post:\n    attributes: {b: string, a: string}\n"),
    ]
}
