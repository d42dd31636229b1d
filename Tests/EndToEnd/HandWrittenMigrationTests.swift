import Foundation
import Testing

/// Migrations that the tool did not write are asked what they make; the app's database executable is built for that, and
/// only where it is needed.
@Suite(.timeLimit(.minutes(20))) struct HandWrittenMigrationTests {
    @Test func `what a hand-written migration makes, in SQL too, is not written twice`() async throws {
        try await withTemporaryFolder { folder in
            let created = try await Tool(folder: folder)("new", "shop")
            try #require(created.status == 0, "\(created.errors)")
            let app = folder.appending(path: "shop")
            let tool = Tool(folder: app)
            _ = try await tool("model:generate", "--name", "Tea", "--attributes", "name:string!,note:text")
            _ = try await tool("migration:generate", "--name", "by-hand")
            let migrations = app.appending(path: "Sources/Database/Migrations")
            func names() throws -> [String] {
                try FileManager.default.contentsOfDirectory(atPath: migrations.path).sorted()
            }
            let file = migrations.appending(path: try #require(try names().first { $0.hasSuffix("by-hand.swift") }))
            let text = try String(contentsOf: file, encoding: .utf8)
                .replacing(
                    "// queryInterface.addColumn(\"posts\", \"slug\", .string)",
                    with: """
                        queryInterface.addColumn("teas", "origin", .string)
                                queryInterface.removeColumn("teas", "note")
                                queryInterface.execute("ALTER TABLE teas ADD COLUMN grams INTEGER")
                        """)
            try text.write(to: file, atomically: true, encoding: .utf8)

            // The schema asks for nothing new: nothing is built.
            let before = try names()
            #expect(try await tool("generate").status == 0)
            #expect(!FileManager.default.fileExists(atPath: app.path + "/.scaffold/bin/shop-db"))

            let schema = app.appending(path: "schema.yml")
            func edit(_ old: String, _ new: String) throws {
                let text = try String(contentsOf: schema, encoding: .utf8)
                try text.replacing(old, with: new).write(to: schema, atomically: true, encoding: .utf8)
            }
            try edit("note: text", "origin: string")
            let recognised = try await tool("generate")
            #expect(recognised.status == 0, "\(recognised.errors)")
            #expect(try names() == before)
            let book = try String(contentsOfFile: app.path + "/.scaffold/by-hand.jsonl", encoding: .utf8)
            #expect(book.contains("-by-hand\",\"text\":"))
            #expect(book.contains(#""column":"grams""#))

            // What was seen is remembered: without the app's executable nothing is asked.
            try FileManager.default.removeItem(atPath: app.path + "/.scaffold/bin/shop-db")
            try edit("origin: string", "origin: string\n      grams: integer\n      cups: integer")
            let rest = try await tool("generate")
            #expect(rest.status == 0, "\(rest.errors)")
            #expect(!FileManager.default.fileExists(atPath: app.path + "/.scaffold/bin/shop-db"))
            let added = try names().filter { !before.contains($0) }
            #expect(added.count == 1 && added[0].hasSuffix("add-cups-to-teas.swift"))

            let migrated = try await tool("db:migrate")
            #expect(migrated.status == 0, "\(migrated.errors)")
            let difference = try await tool("db:diff")
            #expect(difference.status == 0, "\(difference.output)\(difference.errors)")

            // One that does not compile is said to be unseen, and the migration is written all the same.
            try (text + "\nnonsense\n").write(to: file, atomically: true, encoding: .utf8)
            try edit("cups: integer", "cups: integer\n      bags: integer")
            let blind = try await tool("generate")
            #expect(blind.status == 0, "\(blind.errors)")
            #expect((blind.output + blind.errors).contains("could not be found out"))
            #expect((blind.output + blind.errors).contains("--no-migration"))
        }
    }
}
