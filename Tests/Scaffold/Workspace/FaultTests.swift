import Foundation
import Testing

@testable import scaffold

/// Every operation of a run fails once, or is the last one of its process: afterwards the tree is the old one or the new
/// one, and the next run says which.
@Suite struct FaultTests {
    enum Run: CaseIterable { case generate, undo }

    /// The app before the run.
    private func before(_ run: Run) throws -> TemporaryApp {
        let app = try UndoTests.app()
        if run == .undo { try apply(.generate, to: app) }
        return app
    }

    private func apply(_ run: Run, to app: TemporaryApp, on system: any FileSystem = DiskFileSystem()) throws {
        switch run {
        case .generate: try app.run(UndoTests.second, books: ["tables.jsonl": "new\n"], on: system)
        case .undo: try app.undo(on: system)
        }
    }

    @Test(arguments: Run.allCases, [EIO, ENOSPC, EACCES])
    func `an operation that fails leaves the old tree or the new one`(run: Run, code: Int32) throws {
        let old = try before(run).snapshot()
        let whole = try before(run)
        let counter = FailingFileSystem(at: .max)
        try apply(run, to: whole, on: counter)
        let new = whole.snapshot()
        #expect(counter.steps > 150 && old != new)

        var outcomes: [String: Int] = [:]
        // Each operation once with one error, and every third with the others.
        for step in stride(from: 1, through: counter.steps, by: code == EIO ? 1 : 3) {
            let app = try before(run)
            var failure: (any Error)?
            do { try apply(run, to: app, on: FailingFileSystem(at: step, code: code)) } catch { failure = error }
            let recovery = try Workspace(at: app.root).recovery
            let tree = app.snapshot()
            #expect(tree == old || tree == new, "step \(step)")
            // Nobody is told that it failed and finds it done, nor the other way round.
            switch failure {
            case nil: #expect(tree == new, "step \(step)")
            case is Diagnostic:
                #expect(tree == new && recovery?.contains("completed") == true, "step \(step): \(failure as Any)")
            default: #expect(tree == old, "step \(step): \(failure as Any)")
            }
            outcomes["\(failure.map { "\(type(of: $0))" } ?? "done")", default: 0] += 1
            #expect(try Workspace(at: app.root).recovery == nil)
        }
        #expect(outcomes["FileSystemError", default: 0] > 20 && outcomes["Diagnostic", default: 0] > 5)
    }

    @Test(arguments: [false, true])
    func `a taking back that is killed after any step is whole or has not been`(halfWrite: Bool) throws {
        let old = try before(.undo).snapshot()
        let whole = try before(.undo)
        let counter = CrashingFileSystem(after: .max)
        try apply(.undo, to: whole, on: counter)
        let new = whole.snapshot()
        var outcomes: Set<Bool> = []
        for step in 0..<counter.steps {
            let app = try before(.undo)
            #expect(throws: CrashingFileSystem.Killed.self) {
                try apply(.undo, to: app, on: CrashingFileSystem(after: step, halfWrite: halfWrite))
            }
            let recovery = try Workspace(at: app.root).recovery
            let tree = app.snapshot()
            #expect(tree == old || tree == new, "step \(step)")
            if let recovery { #expect(recovery.contains("completed") == (tree == new), "step \(step): \(recovery)") }
            outcomes.insert(tree == new)
        }
        #expect(outcomes == [true, false])
    }

    @Test func `a run that was completed by the next one can be taken back as well`() throws {
        let old = try before(.generate).tree()
        let counter = CrashingFileSystem(after: .max)
        try apply(.generate, to: before(.generate), on: counter)
        var completed = 0
        for step in 0..<counter.steps {
            let app = try before(.generate)
            _ = try? apply(.generate, to: app, on: CrashingFileSystem(after: step))
            guard try Workspace(at: app.root).recovery?.contains("completed") == true else { continue }
            completed += 1
            try app.undo()
            #expect(app.tree() == old, "step \(step)")
        }
        #expect(completed > 10)
    }
}
