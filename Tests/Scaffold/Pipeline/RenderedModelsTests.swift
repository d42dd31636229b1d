import Testing

@testable import scaffold

/// An app of many models is not rendered again while its schema stays the same.
@Suite struct RenderedModelsTests {
    private static func schema(_ count: Int, type: String = "string") -> String {
        "name: shop\ndatabase: sqlite\nmodels:\n"
            + (0..<count).map { "  Model\($0):\n    attributes:\n      title: \($0 == 7 ? type : "string")\n" }.joined()
    }

    private let book = ".scaffold/\(RenderedModels.name)"
    private let seventh = "\(Folders.models)/Model7.swift"

    private func project(_ app: TemporaryApp) throws -> Project {
        try Project(
            at: app.root,
            runtime: RuntimeDependency(declaration: #".package(path: "../scaffold")"#, package: "scaffold"))
    }

    @discardableResult
    private func generate(_ app: TemporaryApp) throws -> Plan {
        let project = try project(app)
        let run = try project.plan(project.schema(), migrations: [])
        var plan = run.plan
        try plan.settleAll(by: .skip)
        try project.workspace.apply(plan)
        return plan
    }

    private func known(_ app: TemporaryApp) throws -> RenderedModels {
        let project = try project(app)
        return try #require(try project.renderedModels(of: project.schema(), after: []))
    }

    @Test func `what was rendered is known until the schema changes, and the app is the same either way`() throws {
        let app = try TemporaryApp(["schema.yml": Self.schema(60)])
        try generate(app)
        let first = try known(app)
        #expect(first.texts.count == 300)
        #expect(first.paths == Set(first.texts.keys))
        #expect(try generate(app).changes.isEmpty)

        try app.write(Self.schema(60, type: "text"), to: "schema.yml")
        #expect(try known(app).paths == nil)
        let plan = try generate(app)
        #expect(plan.count(.update) == 1)
        #expect(plan.status("\(Folders.models)/Model7+Storage.swift") == .update)
        let after = app.snapshot()
        #expect(try known(app).texts.count == 300)
        #expect(try generate(app).changes.isEmpty)
        try app.delete(book)
        #expect(try generate(app).changes.map(\.path) == [book])
        #expect(app.snapshot() == after)
    }

    @Test func `edits, deleted files, damaged records and skipped conflicts come out as they would anyway`() throws {
        let app = try TemporaryApp(["schema.yml": Self.schema(60)])
        try generate(app)
        try app.write("mine\n", to: seventh)
        try app.delete("\(Folders.models)/Model8.swift")
        try app.write("garbage", to: ".scaffold/base/\(Folders.models)/Model9.swift")
        try app.delete(".scaffold/base/\(Folders.models)/Model10.swift")
        #expect(try known(app).texts.count == 298)
        let plan = try generate(app)
        #expect(plan.status(seventh) == .kept)
        #expect(plan.status("\(Folders.models)/Model8.swift") == .deleted)
        #expect(plan.status("\(Folders.models)/Model9.swift") == .identical)
        #expect(plan.status("\(Folders.models)/Model10.swift") == .identical)
        #expect(try known(app).texts.count == 300)

        try app.write(Self.schema(60, type: "integer"), to: "schema.yml")
        #expect(try generate(app).status(seventh) == .conflict)
        #expect(try known(app).texts.count == 300)
        let again = try generate(app)
        #expect(again.status(seventh) == .conflict)
        #expect(again.changes.isEmpty)
    }

    @Test(arguments: ["", "\n", "1 x y\n3 zz ../../etc/passwd\n", "<<<<<<< HEAD\n"])
    func `a book that makes no sense is written anew`(text: String) throws {
        let app = try TemporaryApp(["schema.yml": Self.schema(60)])
        try generate(app)
        let written = app.text(book)
        try app.write(text, to: book)
        #expect(try known(app).paths == nil)
        #expect(try generate(app).isCurrent)
        #expect(app.text(book) == written)
    }

    @Test func `a small app keeps no such book, and nothing in its place stops a run`() throws {
        let small = try TemporaryApp(["schema.yml": Self.schema(3)])
        try generate(small)
        #expect(small.text(book) == nil)
        let app = try TemporaryApp(["schema.yml": Self.schema(60), ".scaffold/\(RenderedModels.name)/x": "mine"])
        #expect(try generate(app).count(.create) > 300)
    }

    @Test func `maps on all cores keep the order and throw what is thrown`() throws {
        struct Odd: Error {}
        #expect(try Array(0..<1_000).concurrentMap { $0 * 2 } == (0..<1_000).map { $0 * 2 })
        #expect(try [Int]().concurrentMap { $0 } == [])
        #expect(throws: Odd.self) { try Array(0..<1_000).concurrentMap { if $0 == 777 { throw Odd() } else { $0 } } }
    }
}
