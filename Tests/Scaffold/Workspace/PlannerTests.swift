import Testing

@testable import scaffold

@Suite struct PlannerTests {
    let post = "Sources/App/Models/Post.swift"

    @Test func `creates what is not there and keeps its text as the base`() throws {
        let app = try TemporaryApp()
        let plan = try app.run([.followed(post, "one")])
        #expect(plan.status(post) == .create)
        #expect(app.text(post) == "one")
        #expect(app.text(".scaffold/base/\(post)") == "one")
        #expect(app.text(".scaffold/.gitignore") == "/bin/\n/journal/\n/undo/\n")
    }

    @Test func `a second run writes nothing`() throws {
        let app = try TemporaryApp()
        let files = [GeneratedFile.followed(post, "one"), .once("README.md", "hello")]
        try app.run(files, books: ["schema.yml": "name: blog"])
        let plan = try app.run(files, books: ["schema.yml": "name: blog"])
        #expect(plan.changes.isEmpty)
        #expect(plan.isCurrent)
        #expect(plan.items.map(\.status) == [.identical, .identical])
    }

    @Test func `updates a file that nobody edited`() throws {
        let app = try TemporaryApp()
        try app.run([.followed(post, "one")])
        let plan = try app.run([.followed(post, "two")])
        #expect(plan.status(post) == .update)
        #expect(app.text(post) == "two")
        #expect(app.text(".scaffold/base/\(post)") == "two")
    }

    @Test func `keeps an edited file that the schema did not change`() throws {
        let app = try TemporaryApp()
        try app.run([.followed(post, "one")])
        try app.write("mine", to: post)
        let plan = try app.run([.followed(post, "one")])
        #expect(plan.status(post) == .kept)
        #expect(plan.isCurrent)
        #expect(app.text(post) == "mine")
    }

    @Test func `leaves alone what was edited and changed, and lays the new text beside the base`() throws {
        let app = try TemporaryApp()
        try app.run([.followed(post, "one")])
        try app.write("mine", to: post)
        for _ in 1...2 {
            let plan = try app.run([.followed(post, "two")])
            #expect(plan.status(post) == .conflict)
            #expect(!plan.isCurrent)
            #expect(app.text(post) == "mine")
            #expect(app.text(".scaffold/base/\(post)") == "one")
            #expect(app.text(".scaffold/waiting/\(post)") == "two")
        }
    }

    @Test func `a conflict is settled by taking the generated text`() throws {
        let app = try TemporaryApp()
        try app.run([.followed(post, "one")])
        try app.write("mine", to: post)
        try app.run([.followed(post, "two")])
        try app.write("two", to: post)
        let plan = try app.run([.followed(post, "two")])
        #expect(plan.status(post) == .identical)
        #expect(app.text(".scaffold/base/\(post)") == "two")
        #expect(app.text(".scaffold/waiting/\(post)") == nil)
    }

    @Test func `a conflict is settled by saying that mine is right`() throws {
        let app = try TemporaryApp()
        try app.run([.followed(post, "one")])
        try app.write("mine", to: post)
        try app.run([.followed(post, "two")])
        let plan = try app.run([.followed(post, "two")], conflicts: .mine)
        #expect(plan.status(post) == .kept)
        #expect(app.text(post) == "mine")
        #expect(app.text(".scaffold/base/\(post)") == "two")
        #expect(app.text(".scaffold/waiting/\(post)") == nil)
        #expect(try app.run([.followed(post, "two")]).isCurrent)
    }

    @Test func `what the user deleted stays deleted`() throws {
        let app = try TemporaryApp()
        try app.run([.followed(post, "one"), .once("README.md", "hello")])
        try app.delete(post)
        try app.delete("README.md")
        let plan = try app.run([.followed(post, "two"), .once("README.md", "hello again")])
        #expect(plan.status(post) == .deleted)
        #expect(app.text(post) == nil)
        #expect(app.text("README.md") == nil)
    }

    @Test func `removes what is gone from the schema, with the folder that it leaves empty`() throws {
        let app = try TemporaryApp()
        try app.run([.followed(post, "one"), .followed("Package.swift", "package")])
        let plan = try app.run([.followed("Package.swift", "package")])
        #expect(plan.status(post) == .remove)
        #expect(app.snapshot()["Sources"] == nil)
        #expect(app.text(".scaffold/base/\(post)") == nil)
    }

    @Test func `an edited file that is gone from the schema is kept and named`() throws {
        let app = try TemporaryApp()
        try app.run([.followed(post, "one")])
        try app.write("mine", to: post)
        let plan = try app.run([])
        #expect(plan.status(post) == .orphaned)
        #expect(app.text(post) == "mine")
    }

    @Test func `a run over a part of the app takes nothing away`() throws {
        let app = try TemporaryApp()
        try app.run([.followed(post, "one")])
        let plan = try app.run([.once("Sources/Database/Migrations/1-a.swift", "a")], isWholeApp: false)
        #expect(plan.items.map(\.status) == [.create])
        #expect(app.text(post) == "one")
    }

    @Test func `a file that is generated once is never touched again, and outlives its run`() throws {
        let app = try TemporaryApp()
        let migration = "Sources/Database/Migrations/1-a.swift"
        try app.run([.once(migration, "a")])
        try app.write("mine", to: migration)
        try app.run([.once(migration, "b")])
        try app.run([])
        #expect(app.text(migration) == "mine")
    }

    @Test func `takes back a file that is generated once only while nobody edited it`() throws {
        let app = try TemporaryApp()
        try app.run([.once("a.swift", "a"), .once("b.swift", "b")])
        try app.write("mine", to: "b.swift")
        let plan = try app.run([], isWholeApp: false, takingBack: ["a.swift", "b.swift"])
        #expect(plan.status("a.swift") == .remove)
        #expect(plan.status("b.swift") == .orphaned)
        #expect(app.text("a.swift") == nil)
        #expect(app.text("b.swift") == "mine")
    }

    @Test func `a file of one machine is private and leaves no copy under .scaffold`() throws {
        let app = try TemporaryApp()
        let env = GeneratedFile(path: ".env", text: "JWT_SECRET=x", kind: .local)
        try app.run([env])
        #expect(try app.mode(of: ".env") == 0o600)
        #expect(!app.snapshot().keys.contains { $0.hasPrefix(".scaffold") && $0.hasSuffix(".env") })
        try app.write("mine", to: ".env")
        #expect(try app.run([env]).changes.isEmpty)
        #expect(app.text(".env") == "mine")
    }

    @Test func `without .scaffold what is there counts as the user's`() throws {
        let app = try TemporaryApp([post: "mine", "same.swift": "same"])
        let plan = try app.run([.followed(post, "one"), .followed("same.swift", "same"), .once("README.md", "hi")])
        #expect(plan.status(post) == .conflict)
        #expect(plan.status("same.swift") == .identical)
        #expect(app.text(post) == "mine")
        #expect(app.text(".scaffold/base/same.swift") == "same")
        #expect(app.text(".scaffold/base/\(post)") == nil)
    }

    @Test func `a base with the markers of a git conflict is repaired where it can be`() throws {
        let app = try TemporaryApp()
        try app.run([.followed(post, "one"), .followed("b.swift", "b")])
        let markers = "<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> other\n"
        try app.write(markers, to: ".scaffold/base/\(post)")
        try app.write(markers, to: ".scaffold/base/b.swift")
        try app.write("mine", to: "b.swift")
        let plan = try app.run([.followed(post, "one"), .followed("b.swift", "b")])
        #expect(plan.status(post) == .identical)
        #expect(app.text(".scaffold/base/\(post)") == "one")
        #expect(plan.status("b.swift") == .conflict)
        #expect(app.text("b.swift") == "mine")
    }

    @Test func `a file with an unsettled base that is gone from the schema stays`() throws {
        let app = try TemporaryApp()
        try app.run([.followed(post, "one")])
        try app.write("<<<<<<< HEAD\n", to: ".scaffold/base/\(post)")
        #expect(try app.run([]).status(post) == .orphaned)
        #expect(app.text(post) == "one")
    }

    @Test func `line ends alone are no edit, and stay as they are`() throws {
        let app = try TemporaryApp()
        try app.run([.followed(post, "a\nb\n")])
        try app.write("a\r\nb\r\n", to: post)
        #expect(try app.run([.followed(post, "a\nb\n")]).status(post) == .identical)
        #expect(try app.run([.followed(post, "a\nc\n")]).status(post) == .update)
        #expect(app.text(post) == "a\r\nc\r\n")
    }

    @Test func `permissions of an edited file survive an update`() throws {
        let app = try TemporaryApp()
        try app.run([.followed(post, "one"), GeneratedFile(path: "run", text: "#!/bin/sh\n", isExecutable: true)])
        #expect(try (app.mode(of: "run") ?? 0) & 0o100 != 0)
        try app.setMode(0o640, of: post)
        try app.run([.followed(post, "two")])
        #expect(try app.mode(of: post) == 0o640)
    }

    @Test func `an edit of the user's own file is made from the text that was read`() throws {
        let app = try TemporaryApp(["schema.yml": "name: blog\n"])
        let edit = GeneratedFile(path: "schema.yml", text: "name: blog\nmodels:\n", kind: .edit(of: "name: blog\n"))
        try app.write("name: blog # mine\n", to: "schema.yml")
        #expect(throws: Diagnostics.self) { try app.run([edit], isWholeApp: false) }
        #expect(app.text("schema.yml") == "name: blog # mine\n")
        try app.write("name: blog\n", to: "schema.yml")
        #expect(try app.run([edit], isWholeApp: false).status("schema.yml") == .update)
        #expect(app.text("schema.yml") == "name: blog\nmodels:\n")
        #expect(app.text(".scaffold/base/schema.yml") == nil)
    }

    @Test func `a file that changes between plan and write stops the whole run`() throws {
        let app = try TemporaryApp()
        try app.run([.followed(post, "one"), .followed("b.swift", "one")])
        let workspace = try Workspace(at: app.root)
        let plan = try workspace.plan([.followed("b.swift", "two"), .followed(post, "two")], isWholeApp: true)
        try app.write("mine", to: post)
        #expect(throws: Diagnostics.self) { try workspace.apply(plan) }
        #expect(app.text(post) == "mine")
        #expect(app.text("b.swift") == "one")
    }
}
