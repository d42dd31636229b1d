import Foundation
import Synchronization
import Testing

@testable import scaffold

/// What the loop decides, with files, builds and servers that a test makes up.
@Suite(.timeLimit(.minutes(1))) struct DevelopmentLoopTests {
    /// Written down: what is asked of it, in order. What it answers is set by the test.
    private final class Script: DevelopmentWork {
        struct State {
            var files = FileSnapshot()
            var calls: [String] = []
            var notes: [String] = []
            var failing: Set<String> = []
            /// Files that generating writes.
            var generated: [String] = []
            var migrates = false
            /// How long a build takes.
            var buildTime = Duration.zero
            var ending: (words: String, age: Duration)?
            var isServing = false
            var isOver = false

            mutating func touch(_ path: String) {
                let size = (files.stamps[path]?.size ?? 0) + 1
                files.stamps[path] = FileSnapshot.Stamp(size: size, inode: 1, seconds: 0, nanoseconds: 0)
            }
        }

        let state = Mutex(State())
        let address = "http://x"

        var calls: [String] { state.withLock { $0.calls } }
        var notes: [String] { state.withLock { $0.notes } }

        func set(_ body: (inout sending State) -> Void) { state.withLock { body(&$0) } }

        /// Saves files.
        func save(_ paths: String...) { set { for path in paths { $0.touch(path) } } }

        private func call(_ name: String) throws {
            let fails = state.withLock { state in
                state.calls.append(name)
                return state.failing.contains(name)
            }
            if fails { throw BuildFailure(words: "no \(name)") }
        }

        func generate() async throws -> String? {
            try call("generate")
            return state.withLock { state in
                for path in state.generated { state.touch(path) }
                defer { state.generated = [] }
                return state.generated.isEmpty ? nil : "written"
            }
        }

        func migrate() async throws -> MigrationNews? {
            try call("migrate")
            return state.withLock { $0.migrates } ? MigrationNews(words: "migrated") : nil
        }

        func build() async throws -> String {
            try call("build")
            try await Task.sleep(for: state.withLock { $0.buildTime })
            return "binary"
        }

        func serve(_ binary: String) async throws {
            try call("serve")
            set { $0.isServing = true }
        }

        func ending() async -> (words: String, age: Duration)? {
            state.withLock { state in
                defer { state.ending = nil }
                return state.ending
            }
        }

        func isServing() async -> Bool { state.withLock { $0.isServing } }
        func stop() async { set { $0.calls.append("stop") } }
    }

    /// Runs the loop while the body goes on.
    private func withLoop(
        allowed: DevelopmentSteps = .all, failing: Set<String> = [], _ body: (Script) async throws -> Void
    ) async throws {
        let script = Script()
        script.set { $0.failing = failing }
        let loop = DevelopmentLoop(
            script, allowed: allowed, snapshot: { script.state.withLock { $0.files } },
            note: { note in script.set { $0.notes.append(note) } })
        let running = Task { await loop.run { script.state.withLock { $0.isOver } } }
        do { try await body(script) } catch { Issue.record(error) }
        script.set { $0.isOver = true }
        await running.value
        #expect(script.calls.last == "stop")
    }

    /// Waits until the calls are these, and no more come; then forgets them.
    private func expect(
        _ calls: [String], of script: Script, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        for _ in 0..<400 where script.calls.count < calls.count { try await Task.sleep(for: .milliseconds(10)) }
        try await Task.sleep(for: .milliseconds(600))
        #expect(script.calls == calls, sourceLocation: sourceLocation)
        script.set { $0.calls = [] }
    }

    @Test func `everything is done at the start, and then only what a change asks for`() async throws {
        try await withLoop { script in
            try await expect(["generate", "migrate", "build", "serve"], of: script)
            script.save("Sources/App/Controllers/PostController.swift")
            try await expect(["build", "serve"], of: script)
            #expect(script.notes.contains("Sources/App/Controllers/PostController.swift changed"))
            #expect(script.notes.last?.hasSuffix(" s, serving http://x") == true)
            script.save(".env")
            try await expect(["migrate", "build", "serve"], of: script)
            script.save("Sources/Database/Migrations/1-a.swift")
            try await expect(["migrate"], of: script)
            script.set { $0.migrates = true }
            script.save("Sources/Database/Migrations/1-a.swift")
            try await expect(["migrate", "build", "serve"], of: script)
        }
    }

    @Test func `what generating writes belongs to the same turn`() async throws {
        try await withLoop { script in
            try await expect(["generate", "migrate", "build", "serve"], of: script)
            script.set { $0.generated = ["Sources/App/Models/Post.swift", "Sources/Database/Migrations/2-b.swift"] }
            script.save("schema.yml")
            try await expect(["generate", "migrate", "build", "serve"], of: script)
            script.save("schema.yml")
            try await expect(["generate"], of: script)
            #expect(script.notes.last == "the app is as its schema says")
        }
    }

    @Test func `steps that are left to the person are not done`() async throws {
        try await withLoop(allowed: [.serve]) { script in
            try await expect(["build", "serve"], of: script)
            script.save("schema.yml", "Sources/Database/Migrations/1-a.swift")
            try await expect([], of: script)
            script.save("Package.swift")
            try await expect(["build", "serve"], of: script)
        }
    }

    @Test func `a schema that is refused waits, and the sources go on`() async throws {
        try await withLoop(failing: ["generate"]) { script in
            try await expect(["generate", "migrate", "build", "serve"], of: script)
            #expect(script.notes.contains("no generate"))
            script.save("Sources/App/A.swift")
            try await expect(["generate", "build", "serve"], of: script)
            #expect(script.notes.contains("the schema still waits, as said above"))
            script.save("schema.yml")
            try await expect(["generate"], of: script)
            script.set { $0.failing = [] }
            script.save("Sources/App/A.swift")
            try await expect(["generate", "build", "serve"], of: script)
            script.save("Sources/App/A.swift")
            try await expect(["build", "serve"], of: script)
        }
    }

    @Test func `a step that fails ends the turn, is told, and is tried again with the next change`() async throws {
        try await withLoop(failing: ["build"]) { script in
            try await expect(["generate", "migrate", "build"], of: script)
            #expect(script.notes.last == "no build\nno server runs; requests wait until one does")
            script.set { $0.failing = [] }
            script.save("Sources/Database/Migrations/1-a.swift")
            try await expect(["migrate", "build", "serve"], of: script)
            script.set { $0.failing = ["migrate"] }
            script.save("Package.swift")
            try await expect(["migrate"], of: script)
            #expect(script.notes.last == "no migrate\nthe last good server goes on answering")
            script.set { $0.failing = [] }
            script.save("Sources/App/A.swift")
            try await expect(["migrate", "build", "serve"], of: script)
        }
    }

    @Test func `a build that is out of date is given up for a new one`() async throws {
        try await withLoop { script in
            try await expect(["generate", "migrate", "build", "serve"], of: script)
            script.set { $0.buildTime = .seconds(30) }
            script.save("Sources/App/A.swift")
            try await expect(["build"], of: script)
            script.set { $0.buildTime = .zero }
            script.save("Sources/App/A.swift")
            try await expect(["build", "serve"], of: script)
        }
    }

    @Test func `a server that ends by itself is started again, unless it has only just begun`() async throws {
        try await withLoop { script in
            try await expect(["generate", "migrate", "build", "serve"], of: script)
            script.set { $0.ending = ("was ended by signal 4", .seconds(60)) }
            try await expect(["build", "serve"], of: script)
            #expect(script.notes.contains("the server was ended by signal 4; it is started again"))
            script.set { $0.ending = ("ended with status 1", .seconds(1)) }
            try await expect([], of: script)
            script.save("Sources/Database/Seeders/1-a.swift")
            try await expect(["migrate", "build", "serve"], of: script)
        }
    }

    @Test(
        arguments: [
            ("schema.yml", .generate), ("schema/post.yml", .generate), ("Sources/App/A.swift", .serve),
            ("Sources/Database/Migrations/1-a.swift", .migrate), ("Package.swift", [.migrate, .serve]),
            (".env.development", [.migrate, .serve]), ("Sources/Shared/A.swift", [.migrate, .serve]),
            ("/runtime/Sources/Runtime/HTTP/A.swift", [.migrate, .serve]),
        ] as [(String, DevelopmentSteps)])
    func `a file asks for its steps`(path: String, steps: DevelopmentSteps) {
        #expect(DevelopmentSteps.after(changesOf: [path]) == steps)
    }
}
