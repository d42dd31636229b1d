import ArgumentParser
import Testing

@testable import scaffold

/// Runs over a whole app whose user and whose schema have changed the same place.
@Suite struct ConflictedRunTests {
    private static let schema = """
        name: blog
        database: sqlite
        models:
          Post:
            attributes:
              title: string!
              views: integer
          Tag:
            attributes:
              name: string!
        """
    private let post = "\(Folders.models)/Post.swift"

    private func project(_ app: TemporaryApp) throws -> Project {
        try Project(
            at: app.root,
            runtime: RuntimeDependency(declaration: #".package(path: "../scaffold")"#, package: "scaffold"))
    }

    /// Generates, as `scaffold generate` does with these options.
    private func generate(_ app: TemporaryApp, _ options: String...) throws {
        let project = try project(app)
        try PlanOptions.parse(["--json"] + options).carryOut(try project.plan(project.schema()), in: project)
    }

    private func migrations(_ app: TemporaryApp) -> [String] {
        app.snapshot().keys.filter { $0.hasPrefix(Folders.migrations) && $0.contains("-") }.sorted()
    }

    /// `views` is of a type of the user's, and becomes another one in the schema.
    private func app() throws -> TemporaryApp {
        let app = try TemporaryApp(["schema.yml": Self.schema])
        try generate(app)
        let text = try #require(app.text(post))
        try app.write(text.replacing("var views: Int?", with: "var views: Int? = 7"), to: post)
        try app.write(Self.schema.replacing("views: integer", with: "views: text"), to: "schema.yml")
        return app
    }

    @Test func `refused, nothing is written and no migration; skipped, one is, once`() throws {
        let app = try app()
        let before = app.snapshot()
        let count = migrations(app).count
        let refused = #expect(throws: OpenConflicts.self) { try generate(app, "--conflicts", "refuse") }
        #expect(refused?.conflicts.map(\.path) == [post])
        #expect(app.snapshot() == before)

        try generate(app, "--conflicts", "skip")
        #expect(migrations(app).count == count + 1)
        #expect(app.text(".scaffold/waiting/\(post)")?.contains("var views: String?") == true)
        let after = app.snapshot()
        #expect(after[".scaffold/tables.jsonl"] != before[".scaffold/tables.jsonl"])

        try generate(app, "--conflicts", "skip")
        #expect(app.snapshot() == after)
        #expect(throws: OpenConflicts.self) { try generate(app, "--conflicts", "refuse") }
        #expect(app.snapshot() == after)

        try generate(app, "--conflicts", "markers")
        #expect(migrations(app).count == count + 1)
        #expect(app.text(post)?.contains("<<<<<<< mine\n    var views: Int? = 7\n") == true)
    }

    @Test func `a dry run ends as the run would, and writes nothing`() throws {
        let app = try app()
        let before = app.snapshot()
        #expect(throws: OpenConflicts.self) { try generate(app, "--dry-run", "--conflicts", "refuse") }
        #expect(throws: OpenConflicts.self) { try generate(app, "--dry-run", "--diff", "--conflicts", "ask") }
        try generate(app, "--dry-run", "--conflicts", "skip")
        #expect(app.snapshot() == before)
    }

    @Test func `a check fails for a conflict, for what was skipped and for markers`() throws {
        let app = try app()
        func check() throws { try generate(app, "--check") }
        #expect(throws: ExitCode.failure) { try check() }
        for option in ["skip", "markers"] {
            try generate(app, "--conflicts", option)
            let before = app.snapshot()
            #expect(throws: ExitCode.failure) { try check() }
            #expect(app.snapshot() == before)
        }
        do {
            let workspace = try Workspace(at: app.root)
            var plan = try workspace.planResolution(of: [])
            try plan.settleAll(by: .mine)
            try workspace.apply(plan)
        }
        try check()
        #expect(app.text(post)?.contains("var views: Int? = 7") == true)
    }

    @Test func `a selection writes its files and leaves the migration to a whole run`() throws {
        let app = try TemporaryApp(["schema.yml": Self.schema])
        try generate(app)
        let before = app.snapshot()
        let changed = Self.schema.replacing("title: string!", with: "title: string!\n      slug: string")
            .replacing("name: string!", with: "name: string!\n      slug: string")
        try app.write(changed, to: "schema.yml")
        func run(_ words: String...) throws -> Plan {
            let project = try project(app)
            let run = try project.plan(project.schema(), selecting: words, from: app.root)
            try project.apply(run)
            return run.plan
        }
        let plan = try run("Post")
        #expect(plan.items.allSatisfy { $0.path.contains("/Post") })
        #expect(plan.status(post) == .update)
        #expect(plan.warnings.count == 1)
        #expect(migrations(app).count == 2)
        #expect(app.snapshot()[".scaffold/tables.jsonl"] == before[".scaffold/tables.jsonl"])
        #expect(app.text("\(Folders.models)/Tag.swift")?.contains("slug") == false)

        #expect(try run(Folders.models).items.map(\.status).filter { $0 == .update }.count == 2)
        try generate(app)
        #expect(migrations(app).count == 3)
        #expect(try run("Tag", "Post").warnings.isEmpty)
    }

    @Test func `a selection takes back what is gone from the schema in it`() throws {
        let app = try TemporaryApp(["schema.yml": Self.schema])
        try generate(app)
        try app.write(Self.schema.replacing("  Tag:\n    attributes:\n      name: string!", with: ""), to: "schema.yml")
        let project = try project(app)
        let run = try project.plan(project.schema(), selecting: [Folders.models], from: app.root)
        try project.apply(run)
        #expect(app.text("\(Folders.models)/Tag.swift") == nil)
        #expect(app.text("\(Folders.controllers)/TagController.swift") != nil)
    }

    @Test func `an app made in place keeps what is there and goes on`() throws {
        let app = try TemporaryApp(["schema.yml": Self.schema, "README.md": "mine\n"])
        let project = try project(app)
        let run = try project.plan(project.schema())
        #expect(run.plan.conflicts.map(\.path) == ["README.md"])
        try PlanOptions.parse(["--json"]).carryOut(run, in: project, usually: .skip)
        #expect(app.text("README.md") == "mine\n")
        #expect(app.text(post) != nil)
    }
}
