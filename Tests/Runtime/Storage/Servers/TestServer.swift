import Foundation

@testable import ScaffoldStorage

/// A database server for the tests: one for the whole process, with a database of its own for each test.
struct TestServer: Sendable {
    /// `SCAFFOLD_TEST_POSTGRESQL_URL`, or a server that is started when the first test asks and ends with the tests.
    static let postgresql = Task.detached {
        try await TestServer(variable: "SCAFFOLD_TEST_POSTGRESQL_URL") { try ServerProcess.postgresql() }
    }

    /// `SCAFFOLD_TEST_MYSQL_URL`, or a MariaDB server that is started when the first test asks and ends with the tests.
    static let mysql = Task.detached {
        try await TestServer(variable: "SCAFFOLD_TEST_MYSQL_URL") { try ServerProcess.mariaDB() }
    }

    /// The server, and the database that is there from the start.
    let url: DatabaseURL
    let process: ServerProcess?
    private let administration: Database
    /// How many tests use the server at a time.
    private let places = Slots(Array(0..<12), name: "test database", timeout: nil)

    /// - Parameter variable: the name of one that names a running server instead; nil for a server like no other.
    init(variable: String?, start: () throws -> (ServerProcess, DatabaseURL)) async throws {
        if let variable, let text = ProcessInfo.processInfo.environment[variable] {
            process = nil
            url = try DatabaseURL(text, source: variable)
        } else {
            let started = try start()
            process = started.0
            url = started.1
        }
        administration = try await Self.connect(url, process)
    }

    /// Waits until the server lets the tests in.
    private static func connect(_ url: DatabaseURL, _ process: ServerProcess?) async throws -> Database {
        let end = ContinuousClock.now + .seconds(60)
        while true {
            do {
                let configuration = DatabaseConfiguration(url: url, connections: 2)
                return try await BlockingExecutor.shared.run { try Database(configuration) }
            } catch {
                guard let process, process.isRunning, ContinuousClock.now < end else {
                    throw TestServerError(reason: "\(url) does not let the tests in: \(error)", log: process?.logTail)
                }
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }

    /// Runs the body with the URL of an empty database, and removes the database.
    func withEmptyDatabase<R>(
        isolation: isolated (any Actor)? = #isolation, _ body: (DatabaseURL) async throws -> R
    ) async throws -> R {
        let place = try await places.acquire()
        defer { places.release(place) }
        let name = "scaffold_test_\(UUID().uuidString.prefix(13).replacing("-", with: "_").lowercased())"
        try await run("CREATE DATABASE \(name)")
        let result: Result<R, any Error>
        do { result = .success(try await body(url.withDatabase(name))) } catch { result = .failure(error) }
        // A test may leave connections behind; PostgreSQL wants to be told that they do not matter.
        try await run("DROP DATABASE \(name)\(url.engine == .postgresql ? " WITH (FORCE)" : "")")
        return try result.get()
    }

    /// Runs a statement in the database that is there from the start.
    func run(_ sql: String) async throws {
        // A task of its own: a test may have bound a database or a transaction, or be cancelled.
        try await Task.detached { [administration] in
            try await administration.exclusive { try $0.run(script: sql) }
        }.value
    }
}

/// A server that the tests need is not there.
struct TestServerError: Error, CustomStringConvertible {
    var reason: String
    /// The last lines that the server wrote.
    var log: String?

    var description: String { reason + (log.map { "\nIts log ends:\n\($0)" } ?? "") }
}
