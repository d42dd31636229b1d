@testable import ScaffoldStorage

/// The first statement of a query and what is bound to it, in SQLite's words.
func statement<M>(_ build: (inout Query<M>) throws -> Void) throws -> (text: String, values: [Value]) {
    let recorder = Recorder()
    let query = try Query(build).ready()
    _ = try Reader(connection: recorder, dialect: SQLiteDialect()).rows(query, Shape<M>.model(query.includes))
    return recorder.statements[0]
}

/// A connection that keeps what it is asked, and finds no rows.
final class Recorder: Connection {
    private(set) var statements: [(text: String, values: [Value])] = []

    func query(_ sql: String, _ values: Values, _ body: (Row) throws -> Void) throws {
        statements.append((sql, values.items))
    }

    func execute(_ sql: String, _ values: Values) throws -> Execution {
        statements.append((sql, values.items))
        return Execution(rowsAffected: 0, lastInsertID: nil)
    }

    func run(script: String) throws {}
    var isInTransaction: Bool { true }
    var isUsable: Bool { true }
    var statementTimeout: Duration?
}
