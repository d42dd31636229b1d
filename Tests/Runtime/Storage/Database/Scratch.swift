import Foundation
import Testing

@testable import ScaffoldStorage

/// A database of its own for a test.
enum Scratch {
    /// A database in memory: one connection for all.
    static func memory<R>(_ body: (Database) async throws -> R) async throws -> R {
        try await body(Database(DatabaseConfiguration(url: .memory)))
    }

    /// A database in a file of a temporary folder: readers beside the writer.
    ///
    /// - Parameter settings: how it is used; its URL counts for nothing.
    static func file<R>(
        _ settings: DatabaseConfiguration = DatabaseConfiguration(url: .memory),
        isolation: isolated (any Actor)? = #isolation, _ body: (Database) async throws -> R
    ) async throws -> R {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scaffold-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var configuration = settings
        configuration.url = .sqlite(folder.path + "/db/test.sqlite3")
        return try await body(Database(configuration))
    }
}

extension Database {
    func execute(_ sql: String, _ values: Values) async throws {
        _ = try await write { try $0.execute(sql, values) }
    }

    /// SQL whose identifiers stand in double quotes, in the quotes of this engine.
    func sql(_ text: String) -> String {
        text.replacing("\"", with: dialect.quote("x").prefix(1))
    }

    func script(_ sql: String) async throws {
        try await write { try $0.run(script: sql) }
    }

    func count(_ table: String) async throws -> Int {
        try await read { try $0.first("SELECT count(*) FROM \(table)") { try $0[0] as Int } } ?? 0
    }
}

struct Refused: Error {}
