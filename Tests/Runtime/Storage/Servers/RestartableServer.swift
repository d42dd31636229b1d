import Foundation

@testable import ScaffoldStorage

/// A server that a test may end and start as it likes: one for each engine, used by one test at a time.
struct RestartableServer: Sendable {
    let engine: TestEngine
    let url: DatabaseURL
    private let process: ServerProcess

    #if PostgreSQL
        private static let postgresql = Task.detached {
            try await slot(.postgresql) {
                // What was committed is there after the server was killed.
                try ServerProcess.postgresql(settings: "-c synchronous_commit=on", isRestarted: true)
            }
        }
    #endif
    #if MySQL
        private static let mysql = Task.detached {
            try await slot(.mysql) {
                try ServerProcess.mariaDB(settings: "--innodb-flush-log-at-trx-commit=2", isRestarted: true)
            }
        }
    #endif

    private static func slot(
        _ engine: TestEngine, _ start: () throws -> (ServerProcess, DatabaseURL)
    ) async throws -> Slots<RestartableServer> {
        let server = try await TestServer(variable: nil, start: start)
        guard let process = server.process else { throw TestServerError(reason: "no server of its own") }
        return Slots(
            [RestartableServer(engine: engine, url: server.url, process: process)], name: "server", timeout: nil)
    }

    /// Runs the body with the server and a database on it that has an empty table `items (id, name)`.
    static func with<R: Sendable>(
        _ engine: TestEngine, settings: DatabaseConfiguration = DatabaseConfiguration(url: .memory, connections: 3),
        _ body: @Sendable (RestartableServer, Database) async throws -> R
    ) async throws -> R {
        let slots: Slots<RestartableServer>
        switch engine {
        #if PostgreSQL
            case .postgresql: slots = try await postgresql.value
        #endif
        #if MySQL
            case .mysql: slots = try await mysql.value
        #endif
        default: throw TestServerError(reason: "no server for \(engine)")
        }
        let server = try await slots.acquire()
        defer { slots.release(server) }
        try await server.start()
        var settings = settings
        settings.url = server.url
        let database = try Database(settings)
        try await database.script("DROP TABLE IF EXISTS items")
        try await database.script("CREATE TABLE items (id INTEGER PRIMARY KEY, name VARCHAR(20))")
        return try await database.run { try await body(server, database) }
    }

    /// Sends the server a signal, `KILL` to its first process alone.
    func signal(_ name: String) throws {
        let kill = Process()
        kill.executableURL = URL(filePath: "/bin/kill")
        kill.arguments = ["-s", name, "\(try number)"]
        try kill.run()
        kill.waitUntilExit()
    }

    /// Ends the server by a signal, and waits until nobody answers.
    func stop(_ name: String) async throws {
        try Data().write(to: URL(filePath: process.folder + "/down"))
        try signal(name)
        try await wait("it does not end") { !isAnswering }
    }

    /// Lets the server start, and waits until it answers.
    func start() async throws {
        try? FileManager.default.removeItem(atPath: process.folder + "/down")
        try await wait("it does not start") { isAnswering }
    }

    func restart(_ name: String) async throws {
        try await stop(name)
        try await start()
    }

    private var number: Int32 {
        get throws {
            let text = try String(contentsOfFile: process.folder + "/process", encoding: .utf8)
            guard let number = Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
                throw TestServerError(reason: "it has no process")
            }
            return number
        }
    }

    private var isAnswering: Bool { (try? Database(DatabaseConfiguration(url: url, connections: 1))) != nil }

    private func wait(_ problem: String, _ isSo: @Sendable () -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(20)
        while !(await BlockingExecutor.shared.run { isSo() }) {
            guard ContinuousClock.now < end else { throw TestServerError(reason: problem, log: process.logTail) }
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
