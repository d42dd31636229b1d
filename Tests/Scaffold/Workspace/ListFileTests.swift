import Testing

@testable import scaffold

@Suite struct ListFileTests {
    private func list(_ entries: [String]) -> String {
        "import ScaffoldDatabase\n\nlet migrations: [any Migration] = [\n"
            + entries.map { "    \($0)\n" }.joined() + "]\n"
    }

    private func migrations(_ entries: [String]) -> GeneratedFile {
        .init(path: "MigrationList.swift", text: list(entries), kind: .list(entries: entries, isComplete: false))
    }

    private func routes(_ entries: [String]) -> GeneratedFile {
        .init(path: "RouteList.swift", text: list(entries), kind: .list(entries: entries, isComplete: true))
    }

    @Test func `a growing list takes the entries of each run and forgets none`() throws {
        let app = try TemporaryApp()
        try app.run([migrations(["CreateUser(),"])])
        try app.run([migrations(["CreatePost(),"])])
        #expect(app.text("MigrationList.swift") == list(["CreateUser(),", "CreatePost(),"]))
        #expect(try app.run([migrations([])]).isCurrent)
        #expect(app.text("MigrationList.swift") == list(["CreateUser(),", "CreatePost(),"]))
    }

    @Test func `an edited list still takes new entries, and keeps everything else`() throws {
        let app = try TemporaryApp()
        try app.run([migrations(["CreateUser(),"])])
        try app.write("// mine\n" + list(["CreateUser(), // first", "ByHand()"]), to: "MigrationList.swift")
        let plan = try app.run([migrations(["CreatePost(),"])])
        #expect(plan.status("MigrationList.swift") == .update)
        let wanted = "// mine\n" + list(["CreateUser(), // first", "ByHand(),", "CreatePost(),"])
        #expect(app.text("MigrationList.swift") == wanted)
        try app.run([migrations(["CreatePost(),"])])
        #expect(app.text("MigrationList.swift") == wanted)
    }

    @Test func `a complete list loses what is gone from the schema and not what the user added`() throws {
        let app = try TemporaryApp()
        try app.run([routes(["PostRoutes(),", "TagRoutes(),"])])
        try app.write(list(["MyRoutes(),", "PostRoutes(),", "TagRoutes(),"]), to: "RouteList.swift")
        try app.run([routes(["PostRoutes(),", "UserRoutes(),"])])
        #expect(app.text("RouteList.swift") == list(["MyRoutes(),", "PostRoutes(),", "UserRoutes(),"]))
    }

    @Test func `an entry that the user took out stays out`() throws {
        let app = try TemporaryApp()
        try app.run([routes(["PostRoutes(),", "TagRoutes(),"])])
        try app.write(list(["// PostRoutes(),", "TagRoutes(),"]), to: "RouteList.swift")
        try app.run([routes(["PostRoutes(),", "TagRoutes(),", "UserRoutes(),"])])
        #expect(app.text("RouteList.swift") == list(["// PostRoutes(),", "TagRoutes(),", "UserRoutes(),"]))
    }

    @Test func `an unedited complete list is as it is generated, in its order`() throws {
        let app = try TemporaryApp()
        try app.run([routes(["TagRoutes(),"])])
        try app.run([routes(["PostRoutes(),", "TagRoutes(),"])])
        #expect(app.text("RouteList.swift") == list(["PostRoutes(),", "TagRoutes(),"]))
    }

    @Test func `a list that was there before the tool takes entries`() throws {
        let app = try TemporaryApp(["MigrationList.swift": list(["Old(),"])])
        try app.run([migrations(["CreatePost(),"])])
        #expect(app.text("MigrationList.swift") == list(["Old(),", "CreatePost(),"]))
    }

    @Test func `a file without a list is merged like any other`() throws {
        let app = try TemporaryApp()
        try app.run([migrations(["CreateUser(),"])])
        try app.write("let migrations = makeMigrations()\n", to: "MigrationList.swift")
        let plan = try app.run([migrations(["CreatePost(),"])])
        #expect(plan.status("MigrationList.swift") == .conflict)
        #expect(app.text("MigrationList.swift") == "let migrations = makeMigrations()\n")
        #expect(app.text(".scaffold/waiting/MigrationList.swift")?.contains("CreatePost()") == true)
    }

    @Test(arguments: [
        ("let a: [B] = []\n", "let a: [B] = [\n    X(),\n]\n"),
        ("let a = [A(), C()]\n", "let a = [A(), C(),\n    X(),\n]\n"),
        ("let a = [\n    A() // ] odd\n]\n", "let a = [\n    A(), // ] odd\n    X(),\n]\n"),
        ("let a = [\n    A(\"]\"),\n  ]\n", "let a = [\n    A(\"]\"),\n      X(),\n  ]\n"),
        ("let a = [\r\n    A(),\r\n]\r\n", "let a = [\r\n    A(),\r\n    X(),\r\n]\r\n"),
        ("let a = [\n    A(), /* ] */\n]", "let a = [\n    A(), /* ] */\n    X(),\n]"),
        ("let a = [\n]\n\n// the end ]\n", "let a = [\n    X(),\n]\n\n// the end ]\n"),
    ])
    func `inserts before the closing bracket however the list is written`(text: String, wanted: String) {
        var file = ListFile(text)
        let inserted = file.insert(["X(),"])
        #expect(inserted)
        #expect(file.text == wanted)
        #expect(file.missing(["X()"]).isEmpty)
    }

    @Test func `a longer name, a comment and a string do not count as the entry`() {
        let file = ListFile("let a = [\n    PrePost(),\n    // Post()\n    \"Post()\",\n]\n")
        #expect(file.missing(["Post(),", "PrePost(),"]) == ["Post(),"])
    }

    @Test func `text without a list is left as it is`() {
        var file = ListFile("// nothing ]\n\"]\"\n")
        let inserted = file.insert(["X(),"])
        #expect(!inserted)
        #expect(file.text == "// nothing ]\n\"]\"\n")
    }
}
