import Foundation
import Testing

@testable import scaffold

@Suite struct UndoTests {
    static let first: [GeneratedFile] = [
        .followed("Sources/Post.swift", "post"), .followed("Gone/Gone.swift", "gone"), .followed("Edited.swift", "one"),
        .once("README.md", "hello"), GeneratedFile(path: "run", text: "#!/bin/sh\n", isExecutable: true),
        .init(path: "List.swift", text: "[\n    A(),\n]\n", kind: .list(entries: ["A(),"], isComplete: false)),
    ]
    static let second: [GeneratedFile] = [
        .init(path: "schema.yml", text: "name: shop\n", kind: .edit(of: "name: blog\n")),
        .followed("Sources/Post.swift", "post, changed"), .followed("Edited.swift", "two"),
        .followed("Sources/New/Tag.swift", "tag"), .once("Migrations/1.swift", "migration"),
        .init(path: "List.swift", text: "[\n    B(),\n]\n", kind: .list(entries: ["B(),"], isComplete: false)),
    ]
    private let post = "Sources/Post.swift"

    /// An app as its user left it.
    static func app() throws -> TemporaryApp {
        let app = try TemporaryApp(["schema.yml": "name: blog\n"])
        try app.run(first, books: ["tables.jsonl": "old\n"])
        try app.write("mine", to: "Edited.swift")
        try app.setMode(0o640, of: "Sources/Post.swift")
        try app.setMode(0o600, of: "schema.yml")
        return app
    }

    private func changed() throws -> TemporaryApp {
        let app = try UndoTests.app()
        try app.run(UndoTests.second, books: ["tables.jsonl": "new\n"])
        return app
    }

    @Test func `takes back the last run exactly, permissions included`() throws {
        let old = try UndoTests.app().tree()
        let app = try changed()
        #expect(app.text("run") == nil && app.text("Gone/Gone.swift") == nil)
        #expect(app.tree() != old)
        let plan = try app.undo()
        #expect(app.tree() == old)
        #expect(app.text(".scaffold/tables.jsonl") == "old\n")
        #expect(plan.items.contains(.init(path: "schema.yml", status: .restore)))
        #expect(plan.items.contains(.init(path: "run", status: .restore)))
        #expect(plan.items.contains(.init(path: "Sources/New/Tag.swift", status: .remove)))
        #expect(!plan.items.contains { $0.path.hasPrefix(".scaffold") })
    }

    @Test func `taking back once more brings everything back`() throws {
        let app = try changed()
        let new = app.tree()
        try app.undo()
        try app.undo()
        #expect(app.tree() == new)
        try app.undo()
        #expect(app.tree() == (try UndoTests.app().tree()))
    }

    @Test func `a run that changes nothing does not take the place of the last one`() throws {
        let app = try changed()
        let again = UndoTests.second.dropFirst().map { $0 }
        #expect(try app.run(again, books: ["tables.jsonl": "new\n"]).changes.isEmpty)
        try app.undo()
        #expect(app.tree() == (try UndoTests.app().tree()))
    }

    @Test func `what was edited since is named, and stays with the record of it`() throws {
        let app = try changed()
        try app.write("mine again", to: post)
        try app.delete("List.swift")
        let plan = try app.undo()
        #expect(plan.edited == [post, "List.swift"])
        #expect(app.text(post) == "mine again")
        #expect(app.text(".scaffold/base/\(post)") == "post, changed")
        #expect(app.text("List.swift") == nil)
        #expect(app.text("schema.yml") == "name: blog\n")
        #expect(app.text(".scaffold/base/Edited.swift") == "one")
    }

    @Test func `a link in the place of a file counts as an edit and is not followed`() throws {
        let app = try changed()
        try app.delete(post)
        try app.write("theirs", to: "elsewhere")
        try app.link(post, to: app.absolute("elsewhere"))
        #expect(try app.undo().edited == [post])
        #expect(app.text("elsewhere") == "theirs")
    }

    @Test func `what somebody put back by hand needs nothing`() throws {
        let app = try changed()
        try app.write("post", to: post)
        let plan = try app.undo()
        #expect(plan.edited.isEmpty)
        #expect(!plan.items.contains { $0.path == post })
        #expect(app.text("schema.yml") == "name: blog\n")
    }

    @Test func `the record is for this machine and for nobody else's eyes`() throws {
        let app = try changed()
        #expect(app.text(".scaffold/.gitignore")?.contains("/undo/") == true)
        let names = try FileManager.default.contentsOfDirectory(atPath: app.absolute(".scaffold/undo"))
        #expect(names.count > 5)
        for name in names { #expect(try app.mode(of: ".scaffold/undo/\(name)") == 0o600) }
    }

    @Test func `a new app that is taken back leaves nothing`() throws {
        let app = try TemporaryApp()
        try app.run([.followed("Package.swift", "package")] + UndoTests.first, books: ["tables.jsonl": "old\n"])
        #expect(try app.undo().removesApp)
        #expect(app.snapshot().isEmpty)
    }

    @Test func `without a record there is nothing to take back`() throws {
        let app = try TemporaryApp(["schema.yml": "name: blog\n"])
        #expect(try Workspace(at: app.root).lastRun() == nil)
    }

    @Test func `tables that a merge has changed are not taken back`() throws {
        let app = try changed()
        try app.write("merged\n", to: ".scaffold/tables.jsonl")
        let before = app.tree()
        let problems = #expect(throws: Diagnostics.self) { try app.undo() }
        #expect(problems?.all.first?.message.contains("a merge has changed it") == true)
        #expect(app.tree() == before)
    }

    @Test func `a read-only file stops all of it`() throws {
        let app = try changed()
        try app.setMode(0o444, of: "schema.yml")
        let before = app.tree()
        #expect(throws: Diagnostics.self) { try app.undo() }
        #expect(app.tree() == before)
    }

    @Test func `a former text that is damaged is not put back`() throws {
        let app = try changed()
        let before = app.tree()
        for name in try FileManager.default.contentsOfDirectory(atPath: app.absolute(".scaffold/undo"))
        where name != UndoRecord.name { try app.write("something else", to: ".scaffold/undo/\(name)") }
        let problem = #expect(throws: Diagnostic.self) { try app.undo() }
        #expect(problem?.message.contains("former text") == true)
        #expect(app.tree() == before)
    }

    @Test(arguments: ["../stolen", "/etc/stolen", ".git/hooks/post-commit"])
    func `a record from elsewhere cannot write outside of the app`(path: String) throws {
        let former = UndoRecord.Former(text: "0", mode: 0o755, digest: FileDigest(Array("x".utf8)))
        let record = UndoRecord(
            run: .init(command: "generate", at: 0), entries: [.init(path: path, before: former, after: nil)])
        let app = try TemporaryApp([
            ".scaffold/undo/undo.json": String(decoding: try record.encoded(), as: UTF8.self), ".scaffold/undo/0": "x",
        ])
        #expect(throws: Diagnostic.self) { try app.undo() }
        #expect(!FileManager.default.fileExists(atPath: app.absolute(path)))
    }

    @Test func `words and JSON name every file and the run`() throws {
        let app = try changed()
        let record = try #require(try Workspace(at: app.root).lastRun())
        let plan = try Workspace(at: app.root).plan(takingBack: record)
        let text = UndoPrinter(isDryRun: true).text(plan)
        #expect(text.contains("  restore  schema.yml\n"))
        #expect(text.contains("  remove   Sources/New/Tag.swift\n"))
        #expect(text.contains("dry run, nothing written: 'scaffold generate' ("))
        let json = try JSONSerialization.jsonObject(with: Data(UndoPrinter().json(plan).utf8)) as? [String: Any]
        let files = try #require(json?["files"] as? [[String: String]])
        #expect(files.contains(["path": "schema.yml", "status": "restore"]))
        #expect(json?["dryRun"] as? Bool == false)
    }

    @Test func `which migrations have run is read from what the app says`() throws {
        let names = ["20261120093001-a", "20261120093002-b", "20261120093003-c"]
            .compactMap { MigrationName(fileName: $0) }
        let said = """
            [{"name": "20261120093001-a", "status": "up"}, {"name": "20261120093002-b", "status": "down"},
             {"name": "20261120093003-c", "status": "missing"}]
            """
        #expect(MigrationsAtHand.answer(said, about: names) == .ran([names[0], names[2]]))
        #expect(MigrationsAtHand.answer(said, about: []) == .ran([]))
        #expect(MigrationsAtHand.answer("no database", about: names) == .silence)
    }

    @Test func `the database is asked by the app that lies there, and silence is told from a no`() async throws {
        let names = ["20260120093001-a"].compactMap { MigrationName(fileName: $0) }
        let app = try TemporaryApp()
        let folder = AppFolder(root: app.root, name: "blog", runtime: "/")
        #expect(await MigrationsAtHand.ran(names, in: folder) == .ran([]))
        for (script, answer) in [
            (#"echo '[{"name": "20260120093001-a", "status": "up"}]'"#, MigrationsAtHand.Answer.ran(names)),
            (#"test "$*" = "db:migrate:status --json --env test" && echo '[]'"#, .ran([])), ("exit 1", .silence),
        ] {
            try app.write("#!/bin/sh\n\(script)\n", to: ".scaffold/bin/blog-db")
            try app.setMode(0o755, of: ".scaffold/bin/blog-db")
            #expect(await MigrationsAtHand.ran(names, in: folder, options: ["--env", "test"]) == answer)
        }
    }

    @Test func `the migrations of a run are those that it wrote`() throws {
        let app = try UndoTests.app()
        let path = "\(Folders.migrations)/20261120093001-a.swift"
        try app.run(UndoTests.first + [.once(path, "a")])
        let record = try #require(try Workspace(at: app.root).lastRun())
        #expect(try Workspace(at: app.root).plan(takingBack: record).migrations.map(\.text) == ["20261120093001-a"])
    }

    @Test(arguments: [
        (0, "just now"), (60, "1 minute ago"), (7_300, "2 hours ago"), (90_000, "1 day ago"), (-5, "just now"),
    ])
    func `a run is as old as it is`(seconds: Int, words: String) {
        #expect(UndoRecord.Run(command: "", at: 1_000_000).age(at: 1_000_000 + seconds) == words)
    }
}

extension TemporaryApp {
    /// Every file with its permissions and text; what `scaffold undo` keeps is left out.
    func tree() -> [String: String] {
        var found: [String: String] = [:]
        for (path, text) in snapshot() where !path.hasPrefix(".scaffold/undo") {
            found[path] = "\(String((try? mode(of: path)) ?? 0, radix: 8)) \(text ?? "folder")"
        }
        return found
    }
}
