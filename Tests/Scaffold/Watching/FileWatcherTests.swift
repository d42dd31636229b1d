import Foundation
import Testing

@testable import scaffold

@Suite struct FileWatcherTests {
    private func app() throws -> TemporaryApp {
        try TemporaryApp([
            "Package.swift": "// app", "schema.yml": "name: blog", "schema/post.yml": "models:", ".env": "PORT=1",
            "Sources/App/Entrypoint.swift": "main", "Sources/Database/Migrations/1-a.swift": "up",
            "Package.resolved": "{}", "db/development.sqlite3": "x", ".scaffold/tables.jsonl": "", ".build/a.o": "",
            ".git/HEAD": "", "Tests/AppTests/ATests.swift": "", "README.md": "", "openapi.json": "{}",
        ])
    }

    @Test func `what an app is made of is looked at, and nothing else`() throws {
        let app = try app()
        #expect(
            WatchedFiles(root: app.root).snapshot().stamps.keys.sorted() == [
                ".env", "Package.swift", "Sources/App/Entrypoint.swift", "Sources/Database/Migrations/1-a.swift",
                "schema.yml", "schema/post.yml",
            ])
    }

    @Test(arguments: [
        "Sources/App/.Entrypoint.swift.swp", "Sources/App/Entrypoint.swift~", "Sources/App/#Entrypoint.swift#",
        "Sources/App/4913", "Sources/App/Entrypoint.swift___jb_tmp___", "Sources/App/.#Entrypoint.swift",
        "schema/.post.yml.swx", ".env.example", ".env.swp", ".scaffold/base/schema.yml", "db/development.sqlite3-wal",
        "Package.resolved", "Tests/AppTests/BTests.swift",
    ])
    func `what editors and tools keep for themselves is no change`(path: String) throws {
        let app = try app()
        let files = WatchedFiles(root: app.root)
        let before = files.snapshot()
        try app.write("something else", to: path)
        #expect(files.snapshot().changes(since: before).isEmpty)
    }

    @Test func `a file that is written, replaced, new or gone is a change`() throws {
        let app = try app()
        let files = WatchedFiles(root: app.root)
        var before = files.snapshot()
        func changes() -> [String] {
            let now = files.snapshot()
            defer { before = now }
            return now.changes(since: before)
        }
        #expect(changes().isEmpty)
        // As many bytes as before, in the same file.
        try app.write("name: shop", to: "schema.yml")
        #expect(changes() == ["schema.yml"])
        let other = app.absolute("Sources/App/Other.tmp")
        try app.write("main", to: "Sources/App/Other.tmp")
        #expect(changes().isEmpty)
        #expect(rename(other, app.absolute("Sources/App/Entrypoint.swift")) == 0)
        #expect(changes() == ["Sources/App/Entrypoint.swift"])
        try app.write("", to: "Sources/App/Jobs/New.swift")
        try app.delete(".env")
        #expect(changes() == [".env", "Sources/App/Jobs/New.swift"])
        try app.delete("Sources/Database")
        #expect(changes() == ["Sources/Database/Migrations/1-a.swift"])
    }

    @Test func `the runtime is looked at where it is a folder, and a link leads to its file, never in a circle`() throws
    {
        let app = try app()
        let runtime = try TemporaryApp([
            "Package.swift": "", "Sources/Runtime/HTTP/A.swift": "", "Sources/Scaffold/B.swift": "", "shared.swift": "",
        ])
        try app.link("Sources/App/Shared.swift", to: runtime.absolute("shared.swift"))
        try app.link("Sources/App/Circle", to: app.absolute("Sources"))
        let files = WatchedFiles(root: app.root, runtime: runtime.root)
        let before = files.snapshot()
        try runtime.write("changed", to: "Sources/Runtime/HTTP/A.swift")
        try runtime.write("changed", to: "Sources/Scaffold/B.swift")
        try runtime.write("changed", to: "shared.swift")
        #expect(
            files.snapshot().changes(since: before) == [
                runtime.absolute("Sources/Runtime/HTTP/A.swift"), "Sources/App/Shared.swift",
            ])
    }

    private func state(_ number: Int, _ names: String...) -> FileSnapshot {
        let stamp = FileSnapshot.Stamp(size: number, inode: 1, seconds: 0, nanoseconds: 0)
        return FileSnapshot(stamps: Dictionary(uniqueKeysWithValues: names.map { ($0, stamp) }))
    }

    @Test func `a burst of changes is told of once, when it is over`() {
        var watcher = FileWatcher(state(0, "a", "b"))
        let start = ContinuousClock.now
        #expect(watcher.look(at: state(0, "a", "b"), now: start).isEmpty)
        #expect(!watcher.isUnrest)
        #expect(watcher.look(at: state(1, "a", "b"), now: start).isEmpty)
        #expect(watcher.isUnrest)
        #expect(watcher.look(at: state(2, "a", "b", "c"), now: start + .milliseconds(80)).isEmpty)
        #expect(watcher.look(at: state(2, "a", "b", "c"), now: start + .milliseconds(160)) == ["a", "b", "c"])
        #expect(!watcher.isUnrest)
        #expect(watcher.look(at: state(2, "a", "b", "c"), now: start + .milliseconds(240)).isEmpty)
    }

    @Test func `what never comes to rest is told of in the end, and what was taken back is nothing`() {
        var watcher = FileWatcher(state(0, "a"))
        let start = ContinuousClock.now
        for step in 1...20 {
            #expect(watcher.look(at: state(step, "a"), now: start + .milliseconds(100 * (step - 1))).isEmpty)
        }
        #expect(watcher.look(at: state(30, "a"), now: start + .milliseconds(2101)) == ["a"])
        #expect(watcher.look(at: state(31, "a"), now: start + .seconds(3)).isEmpty)
        #expect(watcher.look(at: state(30, "a"), now: start + .seconds(4)).isEmpty)
        #expect(!watcher.isUnrest)
    }
}
