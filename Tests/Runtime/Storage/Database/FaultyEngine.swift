import Foundation
import Logging

@testable import ScaffoldStorage

/// What goes wrong on the connections of a test, and what they were asked.
final class Faults: Sendable {
    private struct State {
        var planned: [(text: String, error: any Error)] = []
        var statements: [String] = []
        var isAborting = false
        var opened = 0
        var lost: Set<Int> = []
        var cannotOpen = false
    }

    private let state = Locked(State())

    /// The next statement that begins with the text throws this instead of being run.
    func plan(_ text: String, _ error: any Error) {
        state.withLock { $0.planned.append((text, error)) }
    }

    /// After a failed statement a transaction takes no more, as on PostgreSQL.
    func abortTransactions() { state.withLock { $0.isAborting = true } }

    /// All connections that are open are known to be lost.
    func loseConnections() { state.withLock { $0.lost = Set(0...$0.opened) } }

    func refuseConnections(_ refuse: Bool) { state.withLock { $0.cannotOpen = refuse } }

    var statements: [String] { state.withLock { $0.statements } }
    var opened: Int { state.withLock { $0.opened } }
    fileprivate var isAborting: Bool { state.withLock { $0.isAborting } }

    fileprivate func open() throws -> Int {
        try state.withLock { state in
            if state.cannotOpen { throw ConnectionError(message: "refused") }
            state.opened += 1
            return state.opened
        }
    }

    fileprivate func isLost(_ number: Int) -> Bool { state.withLock { $0.lost.contains(number) } }

    fileprivate func check(_ sql: String) throws {
        try state.withLock { state in
            state.statements.append(sql)
            guard let index = state.planned.firstIndex(where: { sql.hasPrefix($0.text) }) else { return }
            throw state.planned.remove(at: index).error
        }
    }
}

/// SQLite with connections that are alike and fail as planned: what a server does, without one.
struct FaultyEngine: Engine {
    let base: SQLiteEngine
    let faults: Faults
    let pool: PoolShape

    var dialect: any Dialect { base.dialect }

    func openWriter() throws -> any Connection {
        FaultyConnection(try base.openWriter(), faults, number: try faults.open())
    }

    func begin(_ connection: any Connection, _ options: TransactionOptions) throws {
        try base.begin(connection, options)
    }

    func lockMigrations(_ connection: any Connection) -> MigrationLockAttempt { .taken(NoMigrationLock()) }

    func schemaEditor(_ connection: any Connection) -> any SchemaEditor { base.schemaEditor(connection) }

    func migrate(
        _ connection: any Connection, _ operations: [SchemaOperation], _ body: (any SchemaEditor) throws -> Bool
    ) throws -> Bool { false }

    func describe(_ connection: any Connection) throws -> [TableDescription] { try base.describe(connection) }
    func views(_ connection: any Connection) throws -> [ViewDescription] { try base.views(connection) }

    func create() throws -> Bool { false }
    func drop() throws -> Bool { false }
    func neighbours() throws -> [String] { [] }

    /// Runs the body with a database of so many connections that has a table `items`.
    static func run<R>(
        connections: Int = 2, idleTimeout: Duration? = nil, waitTimeout: Duration = .seconds(10),
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        _ body: (Database, Faults) async throws -> R
    ) async throws -> R {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scaffold-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let settings = DatabaseConfiguration(
            url: .sqlite(folder.path + "/test.sqlite3"), waitTimeout: waitTimeout, idleTimeout: idleTimeout)
        let faults = Faults()
        let engine = FaultyEngine(
            base: SQLiteEngine(settings, logger: logger), faults: faults, pool: .alike(connections))
        let database = try Database(settings, engine: engine, logger: logger)
        try await database.script("CREATE TABLE items (id INTEGER PRIMARY KEY, name TEXT)")
        return try await body(database, faults)
    }
}

private final class FaultyConnection: Connection {
    private let base: any Connection
    private let faults: Faults
    private let number: Int
    private(set) var isTransactionAborted = false

    init(_ base: any Connection, _ faults: Faults, number: Int) {
        self.base = base
        self.faults = faults
        self.number = number
    }

    var isInTransaction: Bool { base.isInTransaction }
    var isUsable: Bool { !faults.isLost(number) }
    var statementTimeout: Duration? {
        get { base.statementTimeout }
        set { base.statementTimeout = newValue }
    }

    func query(_ sql: String, _ values: Values, _ body: (Row) throws -> Void) throws {
        try checked(sql) { try base.query(sql, values, body) }
    }

    func execute(_ sql: String, _ values: Values) throws -> Execution {
        try checked(sql) { try base.execute(sql, values) }
    }

    func run(script: String) throws { try checked(script) { try base.run(script: script) } }

    private func checked<R>(_ sql: String, _ body: () throws -> R) throws -> R {
        do {
            if sql.hasPrefix("ROLLBACK") { isTransactionAborted = false }
            try faults.check(sql)
            return try body()
        } catch {
            if faults.isAborting, base.isInTransaction { isTransactionAborted = true }
            throw error
        }
    }
}
