import Testing

@testable import scaffold

/// What is merged is parsed before it is written.
@Suite struct FaultyMergeTests {
    private let post = "Sources/App/Models/Post.swift"
    private let old = "a\nb\nc\nd\ne\n"
    private let mine = "a mine\nb\nc\nd\ne\n"
    private let new = "a\nb\nc\nd\ne new\n"
    private let both = "a mine\nb\nc\nd\ne new\n"

    /// Takes texts with a word in them for faulty, and counts how often it is asked.
    private final class Parser: SyntaxCheck, @unchecked Sendable {
        let fault: String
        private(set) var asked: [[String]] = []
        init(fault: String) { self.fault = fault }

        func faulty(_ texts: [(path: String, text: [UInt8])]) -> Set<String> {
            asked.append(texts.map(\.path))
            return Set(texts.filter { String(decoding: $0.text, as: UTF8.self).contains(fault) }.map(\.path))
        }
    }

    private func plan(_ app: TemporaryApp, _ files: [GeneratedFile], _ parser: Parser?) throws -> Plan {
        try Workspace(at: app.root, syntax: { parser }).plan(files, isWholeApp: true)
    }

    private func app(_ paths: [String]) throws -> TemporaryApp {
        let app = try TemporaryApp()
        try app.run(paths.map { .followed($0, old) })
        for path in paths { try app.write(mine, to: path) }
        return app
    }

    @Test func `all that is merged is parsed at once, and nothing else`() throws {
        let paths = [post, "B.swift", "README.md"]
        let app = try app(paths)
        try app.write(old, to: "B.swift")
        let parser = Parser(fault: "none")
        let plan = try plan(app, paths.map { .followed($0, new) }, parser)
        #expect(plan.status(post) == .merge)
        #expect(plan.status("README.md") == .merge)
        #expect(parser.asked == [[post]])
    }

    @Test func `a merge that broke the file is a conflict`() throws {
        let app = try app([post])
        let parser = Parser(fault: both)
        var plan = try plan(app, [.followed(post, new)], parser)
        #expect(plan.status(post) == .conflict)
        let conflict = try #require(plan.conflicts.first)
        #expect(conflict.marked.map(Merge.hasMarkers) == true)
        #expect(String(decoding: conflict.merged(taking: .mine), as: UTF8.self) == mine)
        #expect(String(decoding: conflict.merged(taking: .generated), as: UTF8.self) == new)
        try plan.settleAll(by: .mine)
        #expect(plan.status(post) == .kept)
    }

    @Test func `one that was faulty before is merged`() throws {
        let parser = Parser(fault: "mine")
        let plan = try plan(try app([post]), [.followed(post, new)], parser)
        #expect(plan.status(post) == .merge)
        #expect(parser.asked.count == 2)
    }

    @Test func `without a toolchain lines are trusted`() throws {
        #expect(try plan(try app([post]), [.followed(post, new)], nil).status(post) == .merge)
    }
}
