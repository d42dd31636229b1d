/// The table that remembers which migrations, or seeders, have run: Sequelize's, so either can go on where the other was.
struct ExecutedScripts: Sendable {
    let table: String
    let dialect: any Dialect

    /// The names; none while there is no table, which reading does not make.
    func names(_ connection: any Connection) throws -> Set<String> {
        guard try isThere(connection) else { return [] }
        let sql = "SELECT \(dialect.quote("name")) FROM \(dialect.quote(table))"
        return Set(try connection.all(sql) { try $0[0] as String })
    }

    func contains(_ name: String, _ connection: any Connection) throws -> Bool {
        try names(connection).contains(name)
    }

    func add(_ name: String, _ connection: any Connection) throws {
        if try !isThere(connection) {
            let type = try dialect.type(.string(255))
            try connection.execute(
                "CREATE TABLE \(dialect.quote(table)) (\(dialect.quote("name")) \(type) NOT NULL UNIQUE PRIMARY KEY)")
        }
        let sql = "INSERT INTO \(dialect.quote(table)) (\(dialect.quote("name"))) VALUES (\(dialect.placeholder(1)))"
        try connection.execute(sql, [.text(name)])
    }

    func remove(_ name: String, _ connection: any Connection) throws {
        let sql = "DELETE FROM \(dialect.quote(table)) WHERE \(dialect.quote("name")) = \(dialect.placeholder(1))"
        try connection.execute(sql, [.text(name)])
    }

    func removeAll(_ connection: any Connection) throws {
        guard try isThere(connection) else { return }
        try connection.execute("DELETE FROM \(dialect.quote(table))")
    }

    private func isThere(_ connection: any Connection) throws -> Bool {
        try connection.first(dialect.tableExists, [.text(table)]) { _ in true } ?? false
    }
}
