import ScaffoldValidation

/// A model's table: its name and its columns, as the code reads and writes them.
///
/// ```swift
/// static let table = TableDefinition("posts", model: "Post") {
///     $0.column("id", .integer, primaryKey: true, autoIncrement: true)
///     $0.column("title", .string(200), allowNull: false, trim: true)
///     $0.timestamp("createdAt")
/// }
/// ```
public struct TableDefinition: Sendable {
    /// Shared by all copies, since every query passes definitions around.
    private final class Content: Sendable {
        let name: String
        let model: String
        let attributes: [Attribute]
        let positions: [String: Int]
        let primaryKey: [Int]
        let createdAt: Int?
        let deletedAt: Int?
        let version: Int?
        let counted: Int?
        let updatedAt: [Int]
        let textRules: [TextRules]
        let passwords: [Int]
        let refusesNull: [Bool]
        let limits: [ColumnLimit]
        let uniqueMessages: [Set<String>: String]
        let quoted = QuotedTableCache()

        init(name: String, model: String, attributes: [Attribute], uniqueMessages: [Set<String>: String]) {
            self.name = name
            self.uniqueMessages = uniqueMessages
            self.model = model
            self.attributes = attributes
            positions = Dictionary(
                attributes.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
            primaryKey = attributes.indices.filter { attributes[$0].primaryKey }
            createdAt = attributes.firstIndex { $0.timestamp == .createdAt }
            deletedAt = attributes.firstIndex { $0.timestamp == .deletedAt }
            version = attributes.firstIndex(where: \.isVersion)
            counted = attributes.firstIndex(where: \.autoIncrement)
            updatedAt = attributes.indices.filter { attributes[$0].timestamp == .updatedAt }
            textRules = attributes.map(\.textRules)
            passwords = attributes.indices.filter { attributes[$0].isPassword }
            refusesNull = attributes.map { !$0.allowNull }
            limits = attributes.enumerated().compactMap { ColumnLimit($0, $1.type) }
        }
    }

    private let content: Content

    /// Describes a table.
    ///
    /// - Parameters:
    ///   - name: the table's name in the database.
    ///   - model: the model's name, for messages.
    ///   - build: adds the columns, in the order in which `init(row:)` reads and `encode(to:)` writes them.
    public init(_ name: String, model: String, _ build: (inout Builder) -> Void) {
        var builder = Builder()
        build(&builder)
        content = Content(
            name: name, model: model, attributes: builder.attributes, uniqueMessages: builder.uniqueMessages)
    }

    /// The table's name in the database.
    public var name: String { content.name }
    /// The model's name.
    public var model: String { content.model }
    /// The columns in their order.
    public var attributes: [Attribute] { content.attributes }
    /// The positions of the columns that make up the primary key.
    package var primaryKey: [Int] { content.primaryKey }
    /// The position of the date at which rows are created.
    var createdAt: Int? { content.createdAt }
    /// The position of the date that marks destroyed rows; nil where rows are deleted.
    package var deletedAt: Int? { content.deletedAt }
    /// The position of the number by which changes of others are noticed.
    package var version: Int? { content.version }
    /// The position of the key that the database counts up.
    var counted: Int? { content.counted }
    /// The positions of the dates that say when a row was written.
    var updatedAt: [Int] { content.updatedAt }
    /// What is done to texts, column by column. (A whole attribute is much to copy where only this is asked.)
    var textRules: [TextRules] { content.textRules }
    /// Whether a column holds passwords.
    var hasPasswords: Bool { !content.passwords.isEmpty }
    /// The positions of the columns that hold passwords.
    var passwords: [Int] { content.passwords }
    /// Whether null is refused, column by column.
    var refusesNull: [Bool] { content.refusesNull }
    /// How large values may be.
    var limits: [ColumnLimit] { content.limits }
    /// What is told instead of the usual sentence when a row with the same values is there already.
    func uniqueMessage(of attributes: [String]) -> String? { content.uniqueMessages[Set(attributes)] }

    /// The position of an attribute, nil when the model has none of this name.
    public func position(of attribute: String) -> Int? { content.positions[attribute] }

    /// The table's names in an engine's quotes, made once for each engine.
    func quoted(for dialect: any Dialect) -> QuotedTable {
        content.quoted.table(for: dialect) { QuotedTable(self, dialect) }
    }

    /// The values of a primary key, one for each of its columns.
    ///
    /// - Throws: ``ModelDefinitionError`` when there are more or fewer, or no columns.
    func checked(key values: [Value]) throws -> [Value] {
        guard primaryKey.count == values.count, !values.isEmpty else {
            throw ModelDefinitionError(
                "\(model) has \(primaryKey.count) columns in its primary key and was given \(values.count) values")
        }
        return values
    }

    /// The position of the only column of the primary key.
    ///
    /// - Throws: ``ModelDefinitionError`` when there is none or several.
    func singleKey() throws -> Int {
        guard primaryKey.count == 1, let key = primaryKey.first else {
            throw ModelDefinitionError(
                "\(model) has \(primaryKey.count) columns in its primary key, one is needed here")
        }
        return key
    }
}
