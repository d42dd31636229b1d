import Foundation
import Testing

@testable import scaffold

/// What is remembered of an app that a run found nothing to do in never hides an edit.
@Suite struct UnchangedAppTests {
    private let model = "\(Folders.models)/Post.swift"
    private let base = ".scaffold/base/\(Folders.models)/Post.swift"
    private let later = Int(Date().timeIntervalSince1970) + 3_600

    private func app() throws -> TemporaryApp {
        try TemporaryApp([
            "schema.yml": "name: blog\n", model: "struct Post {}\n", base: "struct Post {}\n", "README.md": "blog\n",
            ".scaffold/bin/rendered": "1\n", ".scaffold/undo/run": "", "schema/more.yml": "\n", "db/blog.sqlite": "x",
            ".env": "A=1\n",
            "Templates/Model.mustache": "x\n", "Tests/AppTests/PostTests.swift": "import Testing\n",
        ])
    }

    private func words(_ app: TemporaryApp) throws -> String? {
        try #require(UnchangedApp(try Workspace(at: app.root), at: later)).words
    }

    private func remember(_ app: TemporaryApp, at now: Int? = nil) throws {
        try #require(UnchangedApp(try Workspace(at: app.root), at: now ?? later)).remember("9 unchanged")
    }

    @Test func `what was said is said again while nothing is touched`() throws {
        let app = try app()
        #expect(try words(app) == nil)
        try remember(app)
        #expect(try words(app) == "9 unchanged")
        // What no run looks at.
        try app.write("y", to: "db/blog.sqlite")
        try app.write("2\n", to: ".scaffold/bin/rendered")
        try app.write("{}", to: ".scaffold/undo/run")
        #expect(try words(app) == "9 unchanged")
    }

    @Test func `every touch is seen`() throws {
        let paths = [
            "schema.yml", model, base, "README.md", "schema/more.yml", ".env", "Templates/Model.mustache",
            "Tests/AppTests/PostTests.swift",
        ]
        for path in paths {
            let app = try app()
            try remember(app)
            let text = try #require(app.text(path))
            try app.write(text + "x", to: path)
            #expect(try words(app) == nil, "edited: \(path)")
            try remember(app)
            try app.delete(path)
            #expect(try words(app) == nil, "deleted: \(path)")
        }
        let app = try app()
        for path in ["Sources/App/New.swift", "new.txt", ".scaffold/waiting/\(model)", "Sources/App/Empty/x"] {
            try remember(app)
            try app.write("", to: path)
            #expect(try words(app) == nil, "new: \(path)")
        }
        try remember(app)
        try app.setMode(0o600, of: model)
        #expect(try words(app) == nil)
    }

    @Test func `an edit that keeps size and time of a file is seen`() throws {
        let app = try app()
        try remember(app)
        let path = app.root + "/" + model
        let before = try FileManager.default.attributesOfItem(atPath: path)
        let written = try #require(before[.modificationDate] as? Date)
        // Until the clock of the file system has gone on.
        var now = written
        while now <= written {
            try app.write("", to: "db/clock")
            let clock = try FileManager.default.attributesOfItem(atPath: app.root + "/db/clock")
            now = try #require(clock[.modificationDate] as? Date)
        }
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.write(contentsOf: Data("struct Past".utf8))
        try file.close()
        try FileManager.default.setAttributes([.modificationDate: written], ofItemAtPath: path)
        let after = try FileManager.default.attributesOfItem(atPath: path)
        #expect(after[.size] as? Int == before[.size] as? Int)
        #expect(try words(app) == nil)
    }

    @Test func `what changed a moment ago is not remembered: the next edit may have the same time`() throws {
        let app = try app()
        try remember(app, at: Int(Date().timeIntervalSince1970) + 1)
        #expect(try words(app) == nil)
        #expect(app.text(".scaffold/\(UnchangedApp.name)") == nil)
    }

    @Test(arguments: ["", "\n", "1 x y\n9 unchanged", "9 unchanged"])
    func `a record that makes no sense says nothing`(text: String) throws {
        let app = try app()
        try app.write(text, to: ".scaffold/\(UnchangedApp.name)")
        #expect(try words(app) == nil)
    }

    @Test func `what is in the place of the record bothers nobody`() throws {
        let app = try app()
        try app.write("mine", to: ".scaffold/\(UnchangedApp.name)/x")
        try remember(app)
        #expect(try words(app) == nil)
        #expect(app.text(".scaffold/\(UnchangedApp.name)/x") == "mine")
    }
}
