#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What is known of a migration or seeder that ran, beyond that it did.
struct ScriptRecord: Sendable, Hashable {
    var name: String
    /// Which run of the runner did it, counted from 1.
    var batch: Int
    /// Over all that it did; while it is half done, over those operations that are.
    var checksum: String
    /// When it came to its end, or failed on the way; nil while it runs, and for ever when it was killed.
    var executedAt: Date?
    /// How many of its operations are done, which is the place of the one where it goes on; nil when all are.
    var resumeAt: Int?
}

/// The table of these records: `ScaffoldMeta`, beside Sequelize's own, which alone decides what has run.
struct ScriptRecords: Sendable {
    static let table = "ScaffoldMeta"
    private static let columns = ["name", "kind", "batch", "checksum", "executedAt", "resumeAt"]

    /// `migration` or `seeder`.
    let kind: String
    let dialect: any Dialect

    func createTable(_ connection: any Connection) throws {
        guard try !connection.hasTable(Self.table, dialect) else { return }
        let types: [String] = [
            "\(try dialect.type(.string(255))) NOT NULL", "\(try dialect.type(.string(16))) NOT NULL",
            "\(try dialect.type(.integer)) NOT NULL", "\(try dialect.type(.string(64))) NOT NULL",
            "\(try dialect.type(.date)) NULL", "\(try dialect.type(.integer)) NULL",
        ]
        let columns = zip(Self.columns, types).map { "\(dialect.quote($0)) \($1)" }
        let key = DefinitionText(dialect: dialect).text(.primaryKey(["name", "kind"]))
        try connection.execute(
            "CREATE TABLE IF NOT EXISTS \(dialect.quote(Self.table)) (\((columns + [key]).joined(separator: ", ")))")
    }

    /// All of this kind, by name; none while there is no table.
    func all(_ connection: any Connection) throws -> [String: ScriptRecord] {
        guard try connection.hasTable(Self.table, dialect) else { return [:] }
        let records = try read("\(dialect.quote("kind")) = \(dialect.placeholder(1))", [.text(kind)], connection)
        return Dictionary(records.map { ($0.name, $0) }) { first, _ in first }
    }

    func record(_ name: String, _ connection: any Connection) throws -> ScriptRecord? {
        try read(condition, [.text(name), .text(kind)], connection).first
    }

    func save(_ record: ScriptRecord, _ connection: any Connection) throws {
        let values: Values = [
            .text(record.name), .text(kind), .integer(Int64(record.batch)), .text(record.checksum),
            record.executedAt.map(Value.date) ?? .null, record.resumeAt.map { .integer(Int64($0)) } ?? .null,
        ]
        let marks = Self.columns.indices.map { dialect.placeholder($0 + 1) }.joined(separator: ", ")
        let conflict = dialect.upsert(
            conflict: ["name", "kind"], update: Array(Self.columns.dropFirst(2)), also: [])
        let insert = "INSERT INTO \(dialect.quote(Self.table)) (\(names)) VALUES (\(marks))"
        try connection.execute(insert + conflict, values)
    }

    func remove(_ name: String, _ connection: any Connection) throws {
        try connection.execute(
            "DELETE FROM \(dialect.quote(Self.table)) WHERE \(condition)", [.text(name), .text(kind)])
    }

    func removeAll(_ connection: any Connection) throws {
        guard try connection.hasTable(Self.table, dialect) else { return }
        try connection.execute(
            "DELETE FROM \(dialect.quote(Self.table)) WHERE \(dialect.quote("kind")) = \(dialect.placeholder(1))",
            [.text(kind)])
    }

    private func read(_ condition: String, _ values: Values, _ connection: any Connection) throws -> [ScriptRecord] {
        try connection.all("SELECT \(names) FROM \(dialect.quote(Self.table)) WHERE \(condition)", values) { row in
            ScriptRecord(
                name: try row[0], batch: try row[2], checksum: try row[3], executedAt: try row[4], resumeAt: try row[5])
        }
    }

    private var names: String { Self.columns.map(dialect.quote).joined(separator: ", ") }

    private var condition: String {
        "\(dialect.quote("name")) = \(dialect.placeholder(1)) AND \(dialect.quote("kind")) = \(dialect.placeholder(2))"
    }
}
