import Testing

@testable import scaffold

@Suite struct ConflictTests {
    private let post = "Sources/App/Models/Post.swift"
    private let old = "import A\n\nstruct Post {\n    var a = 1\n}\n"
    private let mine = "import A\n\nstruct Post {\n    var a = 2\n}\n"
    private let new = "import A\n\nstruct Post {\n    var a = 3\n}\n"

    /// An app whose user changed what the schema is about to change.
    private func app() throws -> TemporaryApp {
        let app = try TemporaryApp()
        try app.run([.followed(post, old)])
        try app.write(mine, to: post)
        return app
    }

    private func resolve(
        _ app: TemporaryApp, _ paths: [String] = [], by resolution: FileConflict.Resolution = .skip
    ) throws -> Plan {
        let workspace = try Workspace(at: app.root)
        var plan = try workspace.planResolution(of: paths)
        try plan.settleAll(by: resolution)
        try workspace.apply(plan)
        return plan
    }

    @Test func `changes at different places are merged, once`() throws {
        let app = try app()
        let plan = try app.run([.followed(post, "import A\nimport B\n\nstruct Post {\n    var a = 1\n}\n")])
        #expect(plan.status(post) == .merge)
        #expect(!plan.isCurrent)
        let merged = "import A\nimport B\n\nstruct Post {\n    var a = 2\n}\n"
        #expect(app.text(post) == merged)
        let again = try app.run([.followed(post, "import A\nimport B\n\nstruct Post {\n    var a = 1\n}\n")])
        #expect(again.status(post) == .kept)
        #expect(again.changes.isEmpty)
        #expect(again.isCurrent)
    }

    @Test func `what the user has written already is no change`() throws {
        let app = try app()
        try app.write("// mine\n" + new, to: post)
        let plan = try app.run([.followed(post, new)])
        #expect(plan.status(post) == .kept)
        #expect(app.text(post) == "// mine\n" + new)
        #expect(app.text(".scaffold/base/\(post)") == new)
        #expect(try app.run([.followed(post, new)]).changes.isEmpty)
    }

    @Test func `a plan with something left to say is not written`() throws {
        let app = try app()
        let before = app.snapshot()
        let workspace = try Workspace(at: app.root)
        let plan = try workspace.plan([.followed(post, new), .once("Migrations/1.swift", "x")], isWholeApp: true)
        #expect(plan.status(post) == .conflict)
        let error = #expect(throws: OpenConflicts.self) { try workspace.apply(plan) }
        #expect(app.snapshot() == before)
        let words = "\(try #require(error))"
        for part in [post, "changed by the schema at one place", "--conflicts=markers", "--conflicts=skip"] {
            #expect(words.contains(part), "\(part)")
        }
    }

    @Test func `markers are named at every run until they are settled by hand`() throws {
        let app = try app()
        #expect(try app.run([.followed(post, new)], conflicts: .markers).status(post) == .conflict)
        let marked = try #require(app.text(post))
        #expect(marked.contains("<<<<<<< mine\n    var a = 2\n||||||| as last generated\n    var a = 1\n=======\n"))
        for _ in 1...2 {
            let plan = try app.run([.followed(post, new)])
            #expect(plan.status(post) == .kept)
            #expect(plan.changes.isEmpty)
            #expect(!plan.isCurrent)
            #expect(PlanPrinter().text(plan).contains("\(post)  (markers of an unsettled merge are in it)"))
        }
        try app.write(mine, to: post)
        let plan = try app.run([.followed(post, new)])
        #expect(plan.isCurrent)
        #expect(app.text(post) == mine)
    }

    @Test func `a file with markers is not merged again before they are settled`() throws {
        let app = try app()
        try app.run([.followed(post, new)], conflicts: .markers)
        let marked = app.text(post)
        let newer = new.replacing("import A\n", with: "import A\nimport B\n")
        for resolution in [FileConflict.Resolution.markers, .skip] {
            let plan = try app.run([.followed(post, newer)], conflicts: resolution)
            #expect(plan.status(post) == .conflict)
            #expect(app.text(post) == marked)
            #expect(app.text(".scaffold/base/\(post)") == new)
        }
        #expect(try resolve(app, by: .mine).status(post) == .merge)
        #expect(app.text(post) == mine.replacing("import A\n", with: "import A\nimport B\n"))
        #expect(try app.run([.followed(post, newer)]).isCurrent)
    }

    @Test(arguments: [
        (FileConflict.Resolution.mine, FileStatus.kept), (.generated, .update), (.text(Array("x\n".utf8)), .merge),
        (.markers, .conflict),
    ])
    func `a skipped file is settled later`(resolution: FileConflict.Resolution, status: FileStatus) throws {
        let app = try app()
        try app.run([.followed(post, new)])
        #expect(try resolve(app).status(post) == .conflict)
        #expect(app.text(post) == mine)
        #expect(try resolve(app, by: resolution).status(post) == status)
        #expect(app.text(".scaffold/waiting/\(post)") == nil)
        #expect(app.text(".scaffold/base/\(post)") == new)
        let after = try app.run([.followed(post, new)])
        #expect(after.changes.isEmpty)
        #expect(after.isCurrent == (resolution != .markers))
    }

    @Test(arguments: [(FileConflict.Resolution.mine, " 2"), (.generated, " 3")])
    func `markers are settled by taking a side, and other edits stay`(
        resolution: FileConflict.Resolution, side: String
    ) throws {
        let app = try app()
        try app.run([.followed(post, new)], conflicts: .markers)
        try app.write(try #require(app.text(post)) + "// more\n", to: post)
        _ = try resolve(app, [post], by: resolution)
        #expect(app.text(post) == old.replacing(" 1", with: side) + "// more\n")
        #expect(try app.run([.followed(post, new)]).isCurrent)
        #expect(try resolve(app).items.isEmpty)
    }

    @Test func `a skipped file that the user has made fit is merged`() throws {
        let app = try app()
        try app.run([.followed(post, new)])
        try app.write(old + "// mine\n", to: post)
        #expect(try resolve(app).status(post) == .merge)
        #expect(app.text(post) == new + "// mine\n")
    }

    @Test func `one that the user has deleted is in no conflict any more`() throws {
        let app = try app()
        try app.run([.followed(post, new)])
        try app.delete(post)
        #expect(try app.run([.followed(post, new)]).status(post) == .deleted)
        #expect(app.text(".scaffold/waiting/\(post)") == nil)
        #expect(app.text(post) == nil)
    }

    @Test func `files to settle are chosen by path`() throws {
        let other = "Sources/App/Controllers/PostController.swift"
        let app = try TemporaryApp()
        try app.run([.followed(post, old), .followed(other, old)])
        try app.write(mine, to: post)
        try app.write(mine, to: other)
        try app.run([.followed(post, new), .followed(other, new)])
        _ = try resolve(app, ["Sources/App/Models"], by: .generated)
        #expect(app.text(post) == new)
        #expect(app.text(other) == mine)
        let error = #expect(throws: Diagnostics.self) { try resolve(app, ["Sources/App/Controler"]) }
        #expect(error?.all.first?.suggestion == "did you mean 'Sources/App/Controllers'?")
    }

    @Test func `a conflict in a read-only file may be skipped and not written`() throws {
        let app = try app()
        try app.setMode(0o444, of: post)
        #expect(throws: Diagnostics.self) { try app.run([.followed(post, new)], conflicts: .markers) }
        #expect(app.text(post) == mine)
        #expect(try app.run([.followed(post, new)], conflicts: .skip).status(post) == .conflict)
    }

    @Test func `line ends of Windows stay through a merge and a conflict`() throws {
        let app = try app()
        try app.write(mine.replacing("\n", with: "\r\n"), to: post)
        try app.run([.followed(post, new.replacing("import A\n", with: "import A\nimport B\n"))], conflicts: .generated)
        #expect(app.text(post) == "import A\r\nimport B\r\n\r\nstruct Post {\r\n    var a = 3\r\n}\r\n")
    }

    @Test func `the marks of a text are told from what looks like them`() {
        let text =
            "a\n=======\n<<<<<<< mine\nm\n<<<<<<<\n||||||| b\nb\n=======\ng\n>>>>>>> generated\n>>>>>>>\n|||||||\nz"
        func taking(_ side: UnsettledText.Side) -> String {
            String(decoding: UnsettledText(Array(text.utf8)).taking(side), as: UTF8.self)
        }
        #expect(taking(.mine) == "a\n=======\nm\n<<<<<<<\n>>>>>>>\n|||||||\nz")
        #expect(taking(.generated) == "a\n=======\ng\n>>>>>>>\n|||||||\nz")
        let plain = Array("a\r\nb".utf8)
        #expect(UnsettledText(plain).taking(.mine) == plain)
    }
}
