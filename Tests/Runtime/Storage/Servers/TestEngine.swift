import Foundation
import Testing

@testable import ScaffoldStorage

/// An engine that the tests run on: each test that is given `TestEngine.all` runs on every one that was built along.
enum TestEngine: String, Sendable, CaseIterable, CustomTestStringConvertible {
    case sqlite
    #if PostgreSQL
        case postgresql
        /// A server whose settings are unlike the usual ones.
        case oddPostgreSQL
    #endif
    #if MySQL
        case mysql
        /// A server whose settings are unlike the usual ones.
        case oddMySQL
    #endif

    static let all = allCases.filter { !$0.rawValue.hasPrefix("odd") }

    /// Those of `all`, and servers whose settings are unlike the usual ones.
    static var everywhere: [TestEngine] { allCases }

    /// Those of `all` that are servers.
    static let servers = all.filter { $0 != .sqlite }

    var testDescription: String { rawValue }

    var kind: DatabaseEngine {
        DatabaseEngine.allCases.first { rawValue.lowercased().hasSuffix($0.rawValue) } ?? .sqlite
    }

    /// Whether a transaction takes back what it did to tables; MySQL commits before each such statement.
    var takesBackTables: Bool { kind != .mysql }

    /// Runs the body with an empty database of its own, which is bound to the task.
    ///
    /// - Parameter settings: how it is used; its URL counts for nothing.
    func withDatabase<R: Sendable>(
        settings: DatabaseConfiguration = DatabaseConfiguration(url: .memory),
        _ body: @Sendable (Database) async throws -> R
    ) async throws -> R {
        try await withEmptyURL { url in
            var configuration = settings
            configuration.url = url
            let database = try Database(configuration)
            return try await database.run { try await body(database) }
        }
    }

    /// Runs the body with the URL of an empty database, which is removed afterwards.
    func withEmptyURL<R>(
        isolation: isolated (any Actor)? = #isolation, _ body: (DatabaseURL) async throws -> R
    ) async throws -> R {
        if let server { return try await server.value.withEmptyDatabase(body) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "scaffold-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(.sqlite(folder.path + "/test.sqlite3"))
    }

    /// The server, started when it is first asked for.
    var server: Task<TestServer, any Error>? {
        switch self {
        case .sqlite: nil
        #if PostgreSQL
            case .postgresql: TestServer.postgresql
            case .oddPostgreSQL: TestServer.oddPostgreSQL
        #endif
        #if MySQL
            case .mysql: TestServer.mysql
            case .oddMySQL: TestServer.oddMySQL
        #endif
        }
    }

    /// Runs the body with a database of its own that has the tables which the closure makes.
    func withTables<R: Sendable>(
        settings: DatabaseConfiguration = DatabaseConfiguration(url: .memory),
        _ make: @Sendable (inout QueryInterface) -> Void, _ body: @Sendable (Database) async throws -> R
    ) async throws -> R {
        var tables = QueryInterface()
        make(&tables)
        let operations = tables.operations
        return try await withDatabase(settings: settings) { database in
            try await database.apply(operations)
            return try await body(database)
        }
    }
}

extension Database {
    /// Carries out operations as a migration would.
    func apply(_ operations: [SchemaOperation]) async throws {
        try await exclusive { [engine, dialect] connection in
            _ = try engine.migrate(connection, operations) { editor in
                let rows = SeedWriter(connection: connection, dialect: dialect, now: .now)
                for operation in operations { try editor.apply(operation, rows: rows) }
                return true
            }
        }
    }
}
