import Testing

@testable import scaffold

@Suite struct RefusedPathTests {
    /// The messages with which a run is refused; nothing may have been written.
    private func refusals(_ app: TemporaryApp, _ files: [GeneratedFile]) throws -> String {
        let before = app.snapshot()
        let error = #expect(throws: Diagnostics.self) { try app.run(files) }
        #expect(app.snapshot() == before)
        return error?.sorted.map(\.description).joined(separator: "\n") ?? ""
    }

    @Test(arguments: [
        ("../x.swift", "leaves the app"), ("/etc/x", "leaves the app"), ("a/../../x", "leaves the app"),
        ("", "is empty"),
        ("a//b", "empty part"), ("./a", "empty part"), ("a\\b", "backslash"), ("a\nb", "control character"),
        (".git/hooks/x", "inside .git"), (".scaffold/base/x", "belongs to the tool"),
        (String(repeating: "x", count: 300), "255 bytes"),
    ])
    func `a path that leaves the app is refused`(path: String, words: String) throws {
        #expect(try refusals(TemporaryApp(), [.followed(path, "x"), .followed("fine", "x")]).contains(words))
    }

    @Test func `two files of one name are refused, also when only case differs`() throws {
        let app = try TemporaryApp()
        #expect(try refusals(app, [.followed("A.swift", "x"), .followed("A.swift", "y")]).contains("twice"))
        #expect(try refusals(app, [.followed("A.swift", "x"), .followed("a.swift", "y")]).contains("only by case"))
        #expect(try refusals(app, [.followed("A", "x"), .followed("A/b", "y")]).contains("folder of A/b"))
    }

    @Test func `a clash by case with what is there is refused, in folders too`() throws {
        let app = try TemporaryApp(["Sources/post.swift": "mine"])
        #expect(try refusals(app, [.followed("Sources/Post.swift", "x")]).contains("differs only by case"))
        #expect(try refusals(app, [.followed("sources/Other.swift", "x")]).contains("differs only by case"))
    }

    @Test func `a link in the way is refused and not followed`() throws {
        let outside = try TemporaryApp(["x.swift": "theirs"])
        let app = try TemporaryApp()
        try app.link("Sources", to: outside.root)
        #expect(try refusals(app, [.followed("Sources/x.swift", "x")]).contains("Sources is a symbolic link"))
        try app.link("y.swift", to: outside.absolute("x.swift"))
        #expect(try refusals(app, [.followed("y.swift", "x")]).contains("y.swift is a symbolic link"))
        #expect(outside.text("x.swift") == "theirs")
    }

    @Test func `a folder or a file in the way is refused`() throws {
        let app = try TemporaryApp(["a.swift/b": "mine", "Sources": "mine"])
        #expect(try refusals(app, [.followed("a.swift", "x")]).contains("a.swift is a folder"))
        #expect(try refusals(app, [.followed("Sources/App/x.swift", "x")]).contains("Sources is a file"))
    }

    @Test func `a file that is read-only is refused only when it has to change`() throws {
        let app = try TemporaryApp()
        try app.run([.followed("a.swift", "one")])
        try app.setMode(0o444, of: "a.swift")
        #expect(try app.run([.followed("a.swift", "one")]).isCurrent)
        #expect(try refusals(app, [.followed("a.swift", "two"), .followed("b.swift", "x")]).contains("read-only"))
        #expect(try refusals(app, []).contains("read-only"))
    }

    @Test func `a folder that is read-only is refused`() throws {
        let app = try TemporaryApp(["Sources/mine.swift": "mine"])
        try app.setMode(0o555, of: "Sources")
        defer { try? app.setMode(0o755, of: "Sources") }
        #expect(try refusals(app, [.followed("Sources/App/x.swift", "x")]).contains("Sources is read-only"))
    }

    @Test func `a linked .scaffold is refused`() throws {
        let outside = try TemporaryApp()
        let app = try TemporaryApp()
        try app.link(".scaffold", to: outside.root)
        #expect(throws: Diagnostic.self) { try app.run([.followed("a.swift", "x")]) }
        #expect(outside.snapshot().isEmpty)
        #expect(app.text("a.swift") == nil)
    }

    @Test func `a folder in the place of a base is refused and nothing lost`() throws {
        let app = try TemporaryApp()
        try app.run([.followed("a.swift", "one")])
        try app.delete(".scaffold/base/a.swift")
        try app.write("x", to: ".scaffold/base/a.swift/x")
        #expect(try refusals(app, [.followed("a.swift", "one")]).contains(".scaffold/base/a.swift is a folder"))
        #expect(app.text("a.swift") == "one")
    }

    @Test func `everything wrong is said at once`() throws {
        let app = try TemporaryApp(["a.swift/b": "mine", "b.swift/c": "mine"])
        let words = try refusals(app, [.followed("a.swift", "x"), .followed("b.swift", "x")])
        #expect(words.contains("a.swift is") && words.contains("b.swift is"))
    }
}
