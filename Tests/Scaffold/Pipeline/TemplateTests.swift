import Templates
import Testing

@testable import scaffold

@Suite struct TemplateTests {
    private static let schema = """
        name: blog
        database: sqlite
        models:
          Post:
            attributes:
              title: string!
        """
    private static let template = "Templates/RoutesOfModel.mustache"
    private static let routes = "Sources/App/Routes/PostRoutes.swift"

    private func app() throws -> TemporaryApp {
        let app = try TemporaryApp(["schema.yml": Self.schema])
        try generate(app)
        let project = try project(app)
        try project.workspace.apply(try project.planEjection(of: ["RoutesOfModel"]))
        return app
    }

    private func project(_ app: TemporaryApp) throws -> Project {
        try Project(
            at: app.root,
            runtime: RuntimeDependency(declaration: #".package(path: "../scaffold")"#, package: "scaffold"))
    }

    @discardableResult
    private func generate(_ app: TemporaryApp) throws -> Plan {
        let project = try project(app)
        let run = try project.plan(project.schema())
        try project.apply(run)
        return run.plan
    }

    @Test func `a template that was taken over is the tool's until it is changed`() throws {
        let app = try app()
        #expect(app.text(Self.template) == Templates.all["RoutesOfModel"])
        #expect(try generate(app).isCurrent)
        #expect(try project(app).templateDifferences([]).isEmpty)
    }

    @Test func `what is changed in it is merged into the code`() throws {
        let app = try app()
        let text = try #require(app.text(Self.template))
        try app.write(
            text.replacing("import ScaffoldRuntime\n", with: "// House rules.\nimport ScaffoldRuntime\n"),
            to: Self.template)
        let before = try #require(app.text(Self.routes))
        try app.write(before + "\n// mine\n", to: Self.routes)
        let plan = try generate(app)
        #expect(plan.items.contains { $0.path == Self.routes && $0.status == .merge })
        let after = try #require(app.text(Self.routes))
        #expect(after.hasPrefix("// House rules.\nimport ScaffoldRuntime\n"))
        #expect(after.hasSuffix("\n// mine\n"))
        #expect(try generate(app).isCurrent)
        let differences = try project(app).templateDifferences([])
        #expect(differences.count == 1)
        #expect(try #require(differences.first).text(isColoured: false).contains("+// House rules."))
    }

    @Test func `what another version of the tool changes in it comes in, and counts at once`() throws {
        let app = try app()
        let own = try #require(app.text(Self.template))
        // As if the version that it was taken from had said something else.
        let older = own.replacing("import ScaffoldRuntime\n", with: "import ScaffoldRuntimeOfOld\n")
        try app.write(older, to: ".scaffold/base/\(Self.template)")
        try app.write(older + "// my last line\n", to: Self.template)
        let plan = try generate(app)
        #expect(plan.items.contains { $0.path == Self.template && $0.status == .merge })
        #expect(app.text(Self.template) == own + "// my last line\n")
        let routes = try #require(app.text(Self.routes))
        #expect(routes.contains("import ScaffoldRuntime\n"))
        #expect(routes.hasSuffix("// my last line\n"))
        #expect(try generate(app).isCurrent)
    }

    @Test func `a deleted one is the tool's again, and does not come back`() throws {
        let app = try app()
        try app.write(try #require(app.text(Self.template)) + "// mine\n", to: Self.template)
        try generate(app)
        #expect(try #require(app.text(Self.routes)).hasSuffix("// mine\n"))
        try app.delete(Self.template)
        try generate(app)
        #expect(!(try #require(app.text(Self.routes)).contains("// mine")))
        #expect(app.text(Self.template) == nil)
        do {
            let project = try project(app)
            try project.workspace.apply(try project.planEjection(of: ["RoutesOfModel"]))
        }
        #expect(app.text(Self.template) == Templates.all["RoutesOfModel"])
        #expect(try generate(app).isCurrent)
    }

    @Test func `a template that cannot be filled in is named with its file, and nothing is written`() throws {
        let app = try app()
        try app.write(try #require(app.text(Self.template)) + "{{noSuchWord}}\n", to: Self.template)
        let before = app.snapshot()
        let error = #expect(throws: Diagnostic.self) { try generate(app) }
        #expect(error?.message.contains("Templates/RoutesOfModel.mustache") == true)
        #expect(error?.message.contains("noSuchWord") == true)
        try app.write("no head", to: Self.template)
        #expect(throws: Diagnostic.self) { try generate(app) }
        try app.write(try #require(before[Self.template] ?? nil), to: Self.template)
        #expect(app.snapshot() == before)
    }

    @Test func `a name that no template has is answered with the nearest`() throws {
        let app = try app()
        let error = #expect(throws: Diagnostics.self) { try project(app).planEjection(of: ["Controler"]) }
        #expect(error?.all.first?.suggestion?.contains("Controller") == true)
    }
}
