/// The table that remembers which migrations, or seeders, have run: Sequelize's, so either can go on where the other
/// was.
struct ExecutedScripts: Sendable {
    let table: String
    let dialect: any Dialect

    /// The names as they stand there, with the endings of Sequelize's files; none while there is no table, which
    /// reading does not make.
    func names(_ connection: any Connection) throws -> Set<String> {
        guard try connection.hasTable(table, dialect) else { return [] }
        let sql = "SELECT \(dialect.quote("name")) FROM \(dialect.quote(table))"
        return Set(try connection.all(sql) { try $0[0] as String })
    }

    func contains(_ name: String, _ connection: any Connection) throws -> Bool {
        let names = SequelizeName.spellings(of: name)
        return try connection.first("SELECT 1 FROM \(dialect.quote(table))\(matching(names))", Self.values(names)) {
            _ in
            true
        } ?? false
    }

    func createTable(_ connection: any Connection) throws {
        guard try !connection.hasTable(table, dialect) else { return }
        let type = try dialect.type(.string(255))
        try connection.execute(
            "CREATE TABLE IF NOT EXISTS \(dialect.quote(table)) "
                + "(\(dialect.quote("name")) \(type) NOT NULL UNIQUE PRIMARY KEY)")
    }

    func add(_ name: String, _ connection: any Connection) throws {
        let sql = "INSERT INTO \(dialect.quote(table)) (\(dialect.quote("name"))) VALUES (\(dialect.placeholder(1)))"
        try connection.execute(sql, [.text(name)])
    }

    func remove(_ name: String, _ connection: any Connection) throws {
        let names = SequelizeName.spellings(of: name)
        try connection.execute("DELETE FROM \(dialect.quote(table))\(matching(names))", Self.values(names))
    }

    func removeAll(_ connection: any Connection) throws {
        guard try connection.hasTable(table, dialect) else { return }
        try connection.execute("DELETE FROM \(dialect.quote(table))")
    }

    private func matching(_ names: [String]) -> String {
        let marks = names.indices.map { dialect.placeholder($0 + 1) }.joined(separator: ", ")
        return " WHERE \(dialect.quote("name")) IN (\(marks))"
    }

    private static func values(_ names: [String]) -> Values { Values(names.map(Value.text)) }
}

/// The names of migrations as Sequelize keeps them: those of files, with their ending.
enum SequelizeName {
    private static let endings = ["js", "cjs", "mjs", "ts", "cts", "mts"]

    /// A name without the ending; nil when it has none.
    static func withoutEnding(_ name: String) -> String? {
        guard let dot = name.lastIndex(of: "."), endings.contains(String(name[name.index(after: dot)...])) else {
            return nil
        }
        return String(name[..<dot])
    }

    /// A name of ours, and all that Sequelize could have written for it.
    static func spellings(of name: String) -> [String] {
        [name] + endings.map { "\(name).\($0)" }
    }
}
