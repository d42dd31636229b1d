import Foundation
import Testing

@testable import ScaffoldStorage

/// An engine that the tests run on: each test that is given `TestEngine.all` runs on every one that was built along.
enum TestEngine: String, Sendable, CaseIterable, CustomTestStringConvertible {
    case sqlite

    static var all: [TestEngine] { allCases }

    var testDescription: String { rawValue }

    /// Runs the body with an empty database of its own, which is bound to the task.
    func withDatabase<R: Sendable>(_ body: @Sendable (Database) async throws -> R) async throws -> R {
        switch self {
        case .sqlite:
            let database = try Database(DatabaseConfiguration(url: .memory))
            return try await database.run { try await body(database) }
        }
    }

    /// Runs the body with a database of its own that has the tables which the closure makes.
    func withTables<R: Sendable>(
        _ make: @Sendable (inout QueryInterface) -> Void, _ body: @Sendable (Database) async throws -> R
    ) async throws -> R {
        var tables = QueryInterface()
        make(&tables)
        let operations = tables.operations
        return try await withDatabase { database in
            try await database.exclusive { connection in
                _ = try database.engine.migrate(connection, operations) { editor in
                    let rows = SeedWriter(connection: connection, dialect: database.dialect, now: .now)
                    for operation in operations { try editor.apply(operation, rows: rows) }
                    return true
                }
            }
            return try await body(database)
        }
    }
}
