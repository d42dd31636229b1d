import Foundation
import Testing

@testable import scaffold

/// The real file system up to one operation; that one happens half or not at all, and none follows, as in a process
/// that is killed.
final class CrashingFileSystem: FileSystem, @unchecked Sendable {
    struct Killed: Error {}

    private let disk = DiskFileSystem()
    private let lastStep: Int
    private let halfWrite: Bool
    private(set) var steps = 0

    init(after lastStep: Int, halfWrite: Bool = false) {
        self.lastStep = lastStep
        self.halfWrite = halfWrite
    }

    private func step(half: () throws -> Void = {}, _ body: () throws -> Void) throws {
        steps += 1
        if steps <= lastStep { return try body() }
        if steps == lastStep + 1, halfWrite { try half() }
        throw Killed()
    }

    func entry(at path: String) throws -> FileEntry? { try disk.entry(at: path) }
    func read(_ path: String) throws -> [UInt8] { try disk.read(path) }
    func names(in path: String) throws -> [String] { try disk.names(in: path) }
    func mayWrite(_ path: String) -> Bool { disk.mayWrite(path) }
    var creationMask: UInt32 { disk.creationMask }

    func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws {
        let half = Array(bytes.prefix(bytes.count / 2))
        try step(half: { try disk.write(half, to: path, mode: mode) }, { try disk.write(bytes, to: path, mode: mode) })
    }
    func flush(_ paths: [String]) throws { try step { try disk.flush(paths) } }
    func move(_ path: String, to target: String) throws { try step { try disk.move(path, to: target) } }
    func remove(_ path: String) throws { try step { try disk.remove(path) } }
    func makeDirectory(_ path: String) throws { try step { try disk.makeDirectory(path) } }
    func removeDirectory(_ path: String) throws { try step { try disk.removeDirectory(path) } }
}

@Suite struct CrashTests {
    private let first: [GeneratedFile] = [
        .followed("Sources/App/Models/Post.swift", "post"), .followed("Sources/App/Models/Tag.swift", "tag"),
        .followed("Edited.swift", "one"), .followed("Gone/Gone.swift", "gone"), .once("README.md", "hello"),
        .init(path: "List.swift", text: "[\n    A(),\n]\n", kind: .list(entries: ["A(),"], isComplete: false)),
    ]
    private let second: [GeneratedFile] = [
        .init(path: "schema.yml", text: "name: shop\n", kind: .edit(of: "name: blog\n")),
        .followed("Sources/App/Models/Post.swift", "post, changed"), .followed("Sources/App/Models/Tag.swift", "tag"),
        .followed("Edited.swift", "two"), .followed("Sources/App/Controllers/PostController.swift", "new"),
        .once("Migrations/1.swift", "migration"),
        .init(path: "List.swift", text: "[\n    B(),\n]\n", kind: .list(entries: ["B(),"], isComplete: false)),
    ]

    /// An app as the first run and its user left it.
    private func before() throws -> TemporaryApp {
        let app = try TemporaryApp(["schema.yml": "name: blog\n"])
        try app.run(first, books: ["schema.yml": "old"])
        try app.write("mine", to: "Edited.swift")
        return app
    }

    @Test(arguments: [false, true])
    func `killed after any step, the next run finds the old tree or the new one`(halfWrite: Bool) throws {
        let old = try before().snapshot()
        let whole = try before()
        let counter = CrashingFileSystem(after: .max)
        try whole.run(second, books: ["schema.yml": "new"], on: counter)
        let new = whole.snapshot()
        #expect(counter.steps > 30)
        #expect(old != new)

        var outcomes: Set<String> = []
        for step in 0..<counter.steps {
            let app = try before()
            let system = CrashingFileSystem(after: step, halfWrite: halfWrite)
            #expect(throws: CrashingFileSystem.Killed.self) {
                try app.run(second, books: ["schema.yml": "new"], on: system)
            }
            let recovery = try Workspace(at: app.root).recovery
            let tree = app.snapshot()
            #expect(tree == old || tree == new, "step \(step)")
            if let recovery { #expect(recovery.contains("completed") == (tree == new), "step \(step): \(recovery)") }
            outcomes.insert(tree == new ? "new" : "old")
            #expect(try Workspace(at: app.root).recovery == nil)
        }
        #expect(outcomes == ["old", "new"])
    }

    @Test func `killed again and again while it recovers, it still ends whole`() throws {
        let whole = try before()
        try whole.run(second, books: ["schema.yml": "new"])
        let new = whole.snapshot()
        let counter = CrashingFileSystem(after: .max)
        try before().run(second, books: ["schema.yml": "new"], on: counter)

        let app = try before()
        let half = CrashingFileSystem(after: counter.steps * 2 / 3)
        #expect(throws: CrashingFileSystem.Killed.self) { try app.run(second, books: ["schema.yml": "new"], on: half) }
        var tries = 0
        while (try? Workspace(at: app.root, files: CrashingFileSystem(after: 2))) == nil, tries < 100 { tries += 1 }
        #expect(tries > 3 && tries < 100)
        #expect(app.snapshot() == new)
    }

    @Test func `a new app that was killed leaves nothing or all of it`() throws {
        let counter = CrashingFileSystem(after: .max)
        let whole = try TemporaryApp()
        try whole.run(first, on: counter)
        for step in 0..<counter.steps {
            let app = try TemporaryApp()
            _ = try? app.run(first, on: CrashingFileSystem(after: step))
            let isEmpty = try Workspace(at: app.root).isEmpty()
            #expect(isEmpty || app.snapshot() == whole.snapshot())
        }
    }

    /// Kills a run in the middle of its renames.
    private func killHalfWay() throws -> TemporaryApp {
        var step = 0
        while true {
            let app = try before()
            _ = try? app.run(second, on: CrashingFileSystem(after: step))
            if app.text("schema.yml") == "name: shop\n" { return app }
            step += 1
        }
    }

    @Test func `what the user edits after the kill is not overwritten`() throws {
        let app = try killHalfWay()
        try app.write("mine, after the kill", to: "Sources/App/Models/Post.swift")
        let recovery = try Workspace(at: app.root).recovery
        #expect(recovery?.contains("left alone: Sources/App/Models/Post.swift") == true)
        #expect(app.text("Sources/App/Models/Post.swift") == "mine, after the kill")
        #expect(app.text(".scaffold/base/Sources/App/Models/Post.swift") == "post")
        #expect(app.text("Migrations/1.swift") == "migration")
        #expect(try app.run(second.dropFirst().map { $0 }).status("Sources/App/Models/Post.swift") == .conflict)
    }

    @Test func `a damaged journal stops the run and is not thrown away`() throws {
        let app = try killHalfWay()
        try app.write("{", to: ".scaffold/journal/journal.json")
        let before = app.snapshot()
        let error = #expect(throws: Diagnostic.self) { try Workspace(at: app.root) }
        #expect(error?.message.contains("journal.json") == true)
        #expect(app.snapshot() == before)
    }

    @Test(arguments: ["../stolen", "/etc/stolen", ".git/hooks/post-commit"])
    func `a journal from elsewhere cannot write outside of the app`(path: String) throws {
        let entry = Journal.Entry(path: path, found: nil, step: .replace(staged: "0"), records: [])
        let content = String(decoding: try Journal.encode(.init(entries: [entry])), as: UTF8.self)
        let app = try TemporaryApp([".scaffold/journal/journal.json": content, ".scaffold/journal/0": "x"])
        #expect(throws: Diagnostic.self) { try Workspace(at: app.root) }
        #expect(!FileManager.default.fileExists(atPath: app.absolute(path)))
    }

    @Test func `a failing disk leaves the old tree and says why`() throws {
        let app = try before()
        let old = app.snapshot()
        #expect(throws: CrashingFileSystem.Killed.self) { try app.run(second, on: CrashingFileSystem(after: 4)) }
        _ = try Workspace(at: app.root)
        #expect(app.snapshot() == old)
    }

    @Test func `two runs at once take turns`() async throws {
        let app = try TemporaryApp()
        let root = app.root
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    await withCheckedContinuation { done in
                        Thread.detachNewThread {
                            if let workspace = try? Workspace(at: root),
                                let plan = try? workspace.plan(
                                    [
                                        .init(
                                            path: "List.swift", text: "[\n    E\(number)(),\n]\n",
                                            kind: .list(entries: ["E\(number)(),"], isComplete: false))
                                    ],
                                    isWholeApp: true)
                            {
                                try? workspace.apply(plan)
                            }
                            done.resume()
                        }
                    }
                }
            }
        }
        let text = app.text("List.swift") ?? ""
        #expect(ListFile(text).entries.count == 8)
    }
}
