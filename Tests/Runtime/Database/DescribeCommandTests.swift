import Foundation
import Synchronization
import Testing

@testable import ScaffoldDatabase

private struct CreateNotes: Migration {
    static let name = "20261120093000-create-note"
    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.createTable("notes") {
            $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            $0.column("title", .string(20), allowNull: false, defaultValue: "none")
        }
        queryInterface.createTable("tags") { $0.column("name", .string, primaryKey: true) }
        queryInterface.bulkInsert("notes", [["title": "one"], ["title": "two"]])
    }
    func down(_ queryInterface: inout QueryInterface) {
        queryInterface.dropTable("notes")
        queryInterface.dropTable("tags")
    }
}

private struct AddColourToNotes: Migration {
    static let name = "20261121093000-add-colour"
    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.addColumn("notes", "colour", .string(20))
        queryInterface.addIndex("notes", ["title"])
    }
    func down(_ queryInterface: inout QueryInterface) {
        queryInterface.removeColumn("notes", "colour")
    }
}

private struct AddRankInSQL: Migration {
    static let name = "20261122093000-add-rank"
    func up(_ queryInterface: inout QueryInterface) {
        queryInterface.execute("ALTER TABLE notes ADD COLUMN rank INTEGER")
    }
    func down(_ queryInterface: inout QueryInterface) {
        queryInterface.removeColumn("notes", "rank")
    }
}

/// What a command printed.
private final class Output: Sendable {
    private let lines = Mutex<[(text: String, isError: Bool)]>([])

    func add(_ text: String, isError: Bool) { lines.withLock { $0.append((text, isError)) } }

    func text(isError: Bool) -> String {
        lines.withLock { $0.filter { $0.isError == isError }.map(\.text).joined(separator: "\n") }
    }
}

@Suite struct DescribeCommandTests {
    private func run(
        _ arguments: String..., in folder: String, migrations: [any Migration] = [CreateNotes()]
    ) async -> (status: Int32, output: String, errors: String) {
        let output = Output()
        let console = Console(
            print: { output.add($0, isError: false) }, printError: { output.add($0, isError: true) })
        let tool = DatabaseTool(name: "blog", engine: .sqlite, migrations: migrations, seeders: [])
        let status = await tool.run(arguments, console: console, directory: folder, variables: [:])
        return (status, output.text(isError: false), output.text(isError: true))
    }

    private func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scaffold-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(folder)
    }

    @Test func `the database is described line by line`() async throws {
        try await withFolder { folder in
            _ = await run("db:migrate", in: folder)
            let plain = await run("db:describe", in: folder)
            #expect(plain.status == 0)
            #expect(
                plain.output == """
                    {"version":1,"engine":"sqlite"}
                    {"table":"notes"}
                    {"table":"notes","column":"id","type":"integer","allowNull":false,"primaryKey":true,"autoIncrement":true}
                    {"table":"notes","column":"title","type":"string","numbers":[20],"allowNull":false,"default":["string","none"]}
                    {"table":"tags"}
                    {"table":"tags","column":"name","type":"string","numbers":[255],"allowNull":false,"primaryKey":true}
                    """)
            let some = await run("db:describe", "--rows", "--tables", "notes", "--native", in: folder)
            #expect(some.output.contains(#"{"table":"notes","rows":2}"#))
            #expect(some.output.contains(#""native":"VARCHAR(20)","nativeDefault":"'none'""#))
            #expect(!some.output.contains("tags"))
            let unknown = await run("db:describe", "--tables", "notes,nothing", in: folder)
            #expect(unknown.status == 1)
            #expect(unknown.errors == "Error: there is no table nothing; there are: notes, tags")
        }
    }

    @Test func `what migrations make is told without a database, and by one where SQL is among them`() async throws {
        try await withFolder { folder in
            let told = await run(
                "db:describe", "--migrations", in: folder, migrations: [AddColourToNotes(), CreateNotes()])
            #expect(told.status == 0)
            #expect(
                told.output == """
                    {"migrations":["20261121093000-add-colour","20261120093000-create-note"],"told":true,"unseen":[]}
                    {"version":1,"engine":"sqlite"}
                    {"table":"notes"}
                    {"table":"notes","column":"id","type":"integer","allowNull":false,"primaryKey":true,"autoIncrement":true}
                    {"table":"notes","column":"title","type":"string","numbers":[20],"allowNull":false,"default":["string","none"]}
                    {"table":"notes","column":"colour","type":"string","numbers":[20]}
                    {"table":"notes","index":"notes_title","fields":["title"]}
                    {"table":"tags"}
                    {"table":"tags","column":"name","type":"string","numbers":[255],"allowNull":false,"primaryKey":true}
                    """)
            let file = "\(folder)/wanted.jsonl"
            try Data(told.output.split(separator: "\n").dropFirst(2).joined(separator: "\n").utf8)
                .write(to: URL(filePath: file))
            let like = await run("db:describe", "--told", "--like", file, in: folder)
            #expect(like.output == told.output.split(separator: "\n").dropFirst().joined(separator: "\n"))
            let ran = await run("db:describe", "--migrations", in: folder, migrations: [CreateNotes(), AddRankInSQL()])
            let names = #"["20261120093000-create-note","20261122093000-add-rank"]"#
            #expect(ran.output.hasPrefix(#"{"migrations":\#(names),"told":false"#))
            #expect(ran.output.contains(#""column":"rank","type":"integer""#))
            let broken = await run("db:describe", "--migrations", in: folder, migrations: [AddRankInSQL()])
            #expect(broken.status == 0)
            #expect(broken.output.contains(#""told":true,"unseen":["20261122093000-add-rank: execute"],"reason":""#))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/db/development.sqlite3"))
            #expect(await run("db:describe", "--migrations", "--rows", in: folder).status == 64)
            #expect(await run("db:describe", "--told", in: folder).status == 64)
        }
    }

    @Test func `rows that hold something in a column are counted`() async throws {
        try await withFolder { folder in
            _ = await run("db:migrate", in: folder, migrations: [CreateNotes(), AddColourToNotes()])
            let found = await run(
                "db:describe", "--filled", "notes.colour,notes.title,notes.nothing", "--tables", "notes", in: folder)
            #expect(found.output.contains(#""column":"colour","type":"string","numbers":[20],"filled":0}"#))
            #expect(found.output.contains(#""default":["string","none"],"filled":2}"#))
            #expect(!found.output.contains(#""autoIncrement":true,"filled""#))
        }
    }

    @Test func `migrations are proven, and the app's database is left alone`() async throws {
        try await withFolder { folder in
            let fine = await run("migration:verify", in: folder)
            #expect(fine.status == 0)
            #expect(fine.output.wholeMatch(of: #/  20261120093000-create-note   proven   .*/#) != nil)
            let wrong = await run("migration:verify", in: folder, migrations: [AddColourToNotes(), CreateNotes()])
            #expect(wrong.status == 1)
            #expect(wrong.output.contains("  20261121093000-add-colour    differs"))
            #expect(wrong.output.contains("      after down: notes: index notes_title: is too much ((title))"))
            #expect(wrong.errors.hasPrefix("Error: one migration does not lead back to what there was: 20261121"))
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/db/development.sqlite3"))
            let only = await run(
                "migration:verify", "--only", "20261120093000", "--rows", "3", "--seed", "9", in: folder,
                migrations: [AddColourToNotes(), CreateNotes()])
            #expect(only.status == 0)
            #expect(!only.output.contains("add-colour"))
            #expect(await run("migration:verify", "--rows", "0", in: folder).status == 64)
            #expect(await run("migration:verify", "--only", "nothing", in: folder).status == 1)
            #expect(await run("migration:verify", in: folder, migrations: []).output == "There are no migrations.")
        }
    }
}
