import Foundation
import Testing

@testable import scaffold

/// An app in a git repository of its own, generated in the process of the test.
struct GitApp {
    let app: TemporaryApp
    private static let runtime = RuntimeDependency(
        declaration: #".package(path: "../scaffold")"#, package: "scaffold")

    init() throws { app = try TemporaryApp() }

    /// Generates what a schema asks for, at a moment of its own.
    ///
    /// - Parameter minute: stamps of migrations are made of it.
    @discardableResult
    func generate(_ models: String? = nil, minute: Int, hints: [Hint] = [], migrations: [PlannedMigration]? = nil)
        throws -> Project.Run
    {
        if let models { try app.write(GitApp.schema(models), to: "schema.yml") }
        var project = try Project(at: app.root, runtime: GitApp.runtime)
        project.now = Date(timeIntervalSince1970: 1_790_000_000 + Double(minute) * 60)
        let schema = try project.schema()
        let run = try project.plan(schema, migrations: migrations ?? project.migrations(to: schema, hints: hints))
        try project.apply(run)
        return run
    }

    static func schema(_ models: String) -> String { "name: blog\ndatabase: sqlite\nmodels:\n\(models)" }

    @discardableResult
    func git(_ arguments: String..., mayFail: Bool = false) throws -> String {
        let process = Process()
        let said = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let identity = ["-c", "user.name=T", "-c", "user.email=t@example.com", "-c", "init.defaultBranch=main"]
        process.arguments = ["git"] + identity + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: app.root)
        process.environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin", "HOME": app.root + "/.home",
            "GIT_CONFIG_NOSYSTEM": "1",
        ]
        process.standardOutput = said
        process.standardError = said
        try process.run()
        let text = String(decoding: said.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        if !mayFail { try #require(process.terminationStatus == 0, "git \(arguments): \(text)") }
        return text
    }

    func commit(_ message: String) throws {
        try git("add", "-A")
        try git("commit", "-qm", message)
    }

    /// Two branches out of one schema, each generated and committed; what is checked out is `a`.
    func branches(from common: String, a: String, b: String, hints: [Hint] = []) throws {
        try git("init", "-q")
        try generate(common, minute: 0)
        try commit("common")
        try git("checkout", "-qb", "b")
        try generate(b, minute: 20, hints: hints)
        try commit("b")
        try git("checkout", "-qb", "a", "main")
        try generate(a, minute: 10, hints: hints)
        try commit("a")
    }

    /// Merges `b`; of files in conflict one side is taken.
    ///
    /// - Returns: the files that were in conflict.
    func merge(taking side: String) throws -> [String] {
        try git("merge", "--no-edit", "b", mayFail: true)
        let files = try git("diff", "--name-only", "--diff-filter=U").split(separator: "\n").map(String.init)
        for file in files { try git("checkout", side, "--", file) }
        return files
    }
}
