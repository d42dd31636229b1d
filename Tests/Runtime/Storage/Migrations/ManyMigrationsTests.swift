import Foundation
import Testing

@testable import ScaffoldStorage

/// A thousand migrations, on SQLite. `swift test -c release --filter ManyMigrations` prints what they take.
@Suite struct ManyMigrationsTests {
    /// One table each.
    private static let tables: [Script] = (0..<1000).map { number in
        .table("2026010100\(String(format: "%04d", number))-t\(number)") {
            $0.addIndex("t\(number)", ["title"])
        }
    }

    /// Ten tables, which the others change.
    private static let mixed: [Script] = (0..<1000).map { number in
        let name = "2026010100\(String(format: "%04d", number))-t\(number)"
        guard number >= 10 else { return .table(name) }
        let (table, column) = ("t\(number % 10)", "c\(number / 100)")
        return Script(name) {
            switch number / 10 % 10 {
            case 0: $0.addColumn(table, column, .string(20))
            case 1: $0.addIndex(table, ["title"], name: "\(table)_\(number)")
            case 2: $0.changeColumn(table, "title", .string(number))
            case 3: $0.bulkInsert(table, [["id": .init(number), "title": "x"]])
            case 4: $0.bulkUpdate(table, ["title": "y"], where: .all)
            default: $0.execute("UPDATE \(table) SET title = 'z' WHERE id = \(number)")
            }
        } down: { _ in
        }
    }

    @Test(arguments: [("tables", tables), ("mixed", mixed)])
    func `a thousand run, are listed and are undone`(_ kind: String, _ scripts: [Script]) async throws {
        try await Scratch.file { database in
            let migrator = Migrator(database, scripts: scripts)
            let clock = ContinuousClock()
            let up = try await clock.measure { try await migrator.up() }
            let status = try await clock.measure { _ = try await migrator.status() }
            let nothing = try await clock.measure { try await migrator.up() }
            #expect(try await migrator.status().allSatisfy(\.isExecuted))
            let down = try await clock.measure { try await migrator.undoAll() }
            #expect(try await migrator.status().allSatisfy { !$0.isExecuted })
            print("1000 migrations (\(kind)): up \(up), status \(status), up again \(nothing), undo all \(down)")
        }
    }
}
