/// A connection that writes down what it is told to do. It reads, since what must be done may depend on what is there.
final class RecordingConnection: Connection {
    let base: any Connection
    private let carriesOut: Bool
    private(set) var statements: [String] = []
    /// Whether what was written down may depend on what was read: a look around after the last statement changed nothing.
    private(set) var hasRead = false
    private var isReading = false

    /// - Parameter carriesOut: whether it also does what it is told.
    init(_ base: any Connection, carriesOut: Bool) {
        self.base = base
        self.carriesOut = carriesOut
    }

    /// What was written down since the last call.
    func takeStatements() -> (statements: [String], hasRead: Bool) {
        defer { (statements, hasRead, isReading) = ([], false, false) }
        return (statements, hasRead)
    }

    /// The connection under a recorder's.
    static func base(of connection: any Connection) -> any Connection {
        (connection as? RecordingConnection)?.base ?? connection
    }

    var isInTransaction: Bool { base.isInTransaction }
    var isUsable: Bool { base.isUsable }
    var statementTimeout: Duration? {
        get { base.statementTimeout }
        set { base.statementTimeout = newValue }
    }

    func query(_ sql: String, _ values: Values, _ body: (Row) throws -> Void) throws {
        isReading = true
        try base.query(sql, values, body)
    }

    func execute(_ sql: String, _ values: Values) throws -> Execution {
        note(sql)
        return carriesOut ? try base.execute(sql, values) : Execution(rowsAffected: 0, lastInsertID: nil)
    }

    func run(script: String) throws {
        note(script)
        if carriesOut { try base.run(script: script) }
    }

    private func note(_ statement: String) {
        statements.append(statement)
        hasRead = isReading
    }
}
