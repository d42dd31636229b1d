import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct MigrationVerifierTests {
    private struct CreateShop: Migration {
        static let name = "1-create-shop"
        func up(_ queryInterface: inout QueryInterface) {
            queryInterface.createTable("users") {
                $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                $0.column("email", .string, allowNull: false, unique: true)
                $0.column("age", .integer)
            }
            queryInterface.createTable("posts") {
                $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                $0.column("title", .string(200), allowNull: false)
                $0.column("status", .enum("draft", "sent"), allowNull: false, defaultValue: "draft")
                $0.column("price", .decimal(8, 2))
                $0.column("createdAt", .date, allowNull: false)
                $0.column("userId", .integer, references: Reference("users"), onDelete: .cascade)
            }
            queryInterface.addIndex("posts", ["status"])
        }
        func down(_ queryInterface: inout QueryInterface) {
            queryInterface.dropTable("posts")
            queryInterface.dropTable("users")
        }
    }

    /// Every way of changing a table, and back.
    private struct ChangeAll: Migration {
        static let name = "2-change-all"
        func up(_ queryInterface: inout QueryInterface) {
            queryInterface.addColumn("posts", "slug", .string, references: nil)
            queryInterface.bulkUpdate("posts", ["slug": "none"], where: ["slug": nil])
            queryInterface.changeColumn("posts", "slug", .string, allowNull: false)
            queryInterface.changeColumn("posts", "title", .text, allowNull: false)
            queryInterface.renameColumn("posts", "price", to: "cost")
            queryInterface.renameTable("users", to: "people")
            queryInterface.removeIndex("posts", ["status"])
            queryInterface.removeColumn("people", "age")
        }
        func down(_ queryInterface: inout QueryInterface) {
            queryInterface.addColumn("people", "age", .integer)
            queryInterface.addIndex("posts", ["status"])
            queryInterface.renameTable("people", to: "users")
            queryInterface.renameColumn("posts", "cost", to: "price")
            queryInterface.changeColumn("posts", "title", .string(200), allowNull: false)
            queryInterface.removeColumn("posts", "slug")
        }
    }

    /// A migration made of closures.
    private struct Step2: Migration {
        static let name = "2-step"
        var steps: @Sendable (inout QueryInterface) -> Void
        var back: @Sendable (inout QueryInterface) throws -> Void
        func up(_ queryInterface: inout QueryInterface) { steps(&queryInterface) }
        func down(_ queryInterface: inout QueryInterface) throws { try back(&queryInterface) }
    }

    private struct NoWayBack: Error, CustomStringConvertible {
        var description: String { "what was there is gone" }
    }

    /// The verdict on a migration that follows the first.
    private func verdict(
        _ engine: TestEngine, up: @escaping @Sendable (inout QueryInterface) -> Void,
        down: @escaping @Sendable (inout QueryInterface) throws -> Void
    ) async throws -> MigrationVerdict {
        let verdicts = try await verify(engine, [Step2(steps: up, back: down), CreateShop()])
        #expect(verdicts.count == 2)
        #expect(verdicts.first?.findings == [])
        return try #require(verdicts.last)
    }

    private func verify(
        _ engine: TestEngine, _ migrations: [any Migration], only: String? = nil
    ) async throws -> [MigrationVerdict] {
        try await engine.withEmptyURL { url in
            try await MigrationVerifier(DatabaseConfiguration(url: url), migrations: migrations).run(only: only)
        }
    }

    @Test(arguments: TestEngine.all)
    func `migrations that lead back are proven`(_ engine: TestEngine) async throws {
        let verdicts = try await verify(engine, [ChangeAll(), CreateShop()])
        #expect(verdicts.map(\.name) == ["1-create-shop", "2-change-all"])
        for verdict in verdicts {
            #expect(verdict.isProven, "\(verdict.findings)")
            #expect(verdict.notes.isEmpty)
            #expect(verdict.irreversible == nil)
        }
    }

    @Test(arguments: TestEngine.all)
    func `a way back that forgets an index`(_ engine: TestEngine) async throws {
        let verdict = try await verdict(engine) {
            $0.removeIndex("posts", ["status"])
        } down: { _ in
        }
        #expect(verdict.findings.count == 2)
        #expect(verdict.findings.contains { "\($0)".hasPrefix("after down: posts: index posts_status: is missing") })
        // The second time there is nothing to remove.
        #expect(verdict.findings.contains { "\($0)".hasPrefix("after up again: failed: at removeIndex posts_status") })
    }

    @Test(arguments: TestEngine.all)
    func `a way back with another default`(_ engine: TestEngine) async throws {
        let verdict = try await verdict(engine) {
            $0.removeColumn("posts", "status")
        } down: {
            $0.addColumn("posts", "status", .enum("draft", "sent"), allowNull: false, defaultValue: "sent")
            $0.addIndex("posts", ["status"])
        }
        #expect(verdict.findings.count == 1)
        let text = verdict.findings.map(\.description).joined()
        #expect(text.hasPrefix("after down: posts: default of column status: was 'draft'"))
    }

    @Test(arguments: TestEngine.all)
    func `data that a type loses and does not bring back`(_ engine: TestEngine) async throws {
        let verdict = try await verdict(engine) {
            $0.changeColumn("posts", "createdAt", .dateonly, allowNull: false)
        } down: {
            $0.changeColumn("posts", "createdAt", .date, allowNull: false)
        }
        // SQLite has no types that lose anything.
        guard engine != .sqlite else { return }
        guard case .rows(let difference)? = verdict.findings.first else {
            Issue.record("\(verdict.findings)")
            return
        }
        #expect(difference.table == "posts")
        #expect(difference.kind == .changed(column: "createdAt"))
        #expect(difference.count == 20)
        #expect(difference.examples.count == 3)
        #expect(difference.examples.first?.hasPrefix("id ") == true)
        #expect(verdict.findings.count == 1)
    }

    @Test(arguments: TestEngine.all)
    func `a type that the rows do not fit into`(_ engine: TestEngine) async throws {
        let verdict = try await verdict(engine) {
            $0.changeColumn("users", "age", .boolean)
        } down: { _ in
        }
        guard engine != .sqlite else { return }
        #expect(!verdict.isProven)
    }

    @Test(arguments: TestEngine.all)
    func `a way back that loses child rows`(_ engine: TestEngine) async throws {
        let quote = engine.rawValue == "mysql" ? "`" : "\""
        let column = "\(quote)userId\(quote)"
        let verdict = try await verdict(engine) {
            $0.addColumn("users", "nickname", .string)
        } down: {
            $0.removeColumn("users", "nickname")
            // What a rebuild of the parents does where it deletes them.
            $0.execute("DELETE FROM posts WHERE \(column) IS NOT NULL")
        }
        #expect(verdict.findings.count == 1)
        guard case .rows(let difference)? = verdict.findings.first else {
            Issue.record("\(verdict.findings)")
            return
        }
        #expect(difference.table == "posts")
        #expect(difference.kind == .missing)
        #expect((10..<20).contains(difference.count))
        #expect(difference.total == 20)
    }

    @Test func `a rebuild of SQLite's by hand that loses child rows`() async throws {
        let verdict = try await verdict(.sqlite) {
            $0.execute(
                """
                CREATE TABLE copy (id INTEGER PRIMARY KEY AUTOINCREMENT, email VARCHAR(255) NOT NULL UNIQUE, age BIGINT);
                INSERT INTO copy SELECT * FROM users; DROP TABLE users; ALTER TABLE copy RENAME TO users;
                """)
        } down: {
            $0.changeColumn("users", "age", .integer)
        }
        #expect(
            verdict.findings.contains { "\($0)".hasPrefix("after down: posts: ") && "\($0)".contains("rows are gone") })
    }

    @Test(arguments: TestEngine.all)
    func `no way back is said, and the next one is proven all the same`(_ engine: TestEngine) async throws {
        let verdict = try await verdict(engine) {
            $0.removeColumn("posts", "price")
        } down: { _ in
            throw NoWayBack()
        }
        #expect(verdict.isProven)
        #expect(verdict.irreversible == "what was there is gone")
    }

    @Test(arguments: TestEngine.all)
    func `what cannot be run is said, and nothing after it is tried`(_ engine: TestEngine) async throws {
        let verdict = try await verdict(engine) {
            $0.removeColumn("posts", "nothing")
        } down: { _ in
        }
        guard case .failed(.up, let reason)? = verdict.findings.first else {
            Issue.record("\(verdict.findings)")
            return
        }
        #expect(reason.hasPrefix("at removeColumn posts.nothing: "))
        let back = try await self.verdict(engine) {
            $0.addColumn("posts", "a", .text)
        } down: {
            $0.dropTable("nothing")
        }
        #expect(back.findings.count == 1)
        #expect(back.findings.first?.description.hasPrefix("after down: failed: at dropTable nothing: ") == true)
    }

    @Test func `rows that are too many, and only one migration`() async throws {
        let verdict = try await verdict(.sqlite) {
            $0.bulkInsert("users", [["email": "me"], ["email": "you"]])
        } down: {
            $0.bulkDelete("users", where: ["email": "me"])
        }
        #expect(verdict.findings.map(\.description).joined().contains("users: 1 rows too many: id 22"))
        let only = try await verify(.sqlite, [ChangeAll(), CreateShop()], only: "2")
        #expect(only.map(\.name) == ["2-change-all"])
        await #expect(throws: UnknownMigrationError.self) {
            try await verify(.sqlite, [CreateShop()], only: "7")
        }
    }
}
