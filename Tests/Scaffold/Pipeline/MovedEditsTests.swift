import Testing

@testable import scaffold

@Suite struct MovedEditsTests {
    private static let schema = """
        name: blog
        database: sqlite
        models:
          User:
            attributes:
              email: string!
            associations:
              posts: {hasMany: Post, foreignKey: userId}
          Post:
            attributes:
              title: string!
              status: enum(draft, published)! =draft
            associations:
              author: {belongsTo: User, foreignKey: userId}
        """

    private static let ownFile = """
        import ScaffoldRuntime

        /// About every Post.
        enum Digest {
            static func of(_ post: Post) -> String { "Post: \\(post.title)" }
            static let drafts = [PostStatus.draft]
            static let title = "title"
        }

        """

    private static let shout = "var shout: String { title.uppercased() }"

    /// An app whose user has a method in the model, a line in the controller, a test and a file of their own.
    private func app() throws -> TemporaryApp {
        let app = try TemporaryApp(["schema.yml": Self.schema])
        let project = try project(app)
        try project.apply(try project.plan(project.schema()))
        try edit(app, "Sources/App/Models/Post.swift") {
            $0.replacing(
                "    var author: Loaded<User?>\n",
                with: "    var author: Loaded<User?>\n\n    /// Says its Post title.\n    \(Self.shout)\n"
            )
            .replacing(
                "/// The values of",
                with: "func isFresh(_ it: Post) -> Bool { it.status == .draft }\n\n/// The values of")
        }
        try edit(app, "Sources/App/Controllers/PostController.swift") {
            $0.replacing(
                "        try await post.destroy()",
                with: "        try await archive(post, as: PostStatus.draft)\n        try await post.destroy()")
        }
        // A file that the schema does not change, with a name in it that goes.
        try edit(app, "Sources/App/Models/User.swift") { $0 + "\nfunc first(_ posts: [Post]) -> PostStatus? { nil }\n" }
        try app.write(Self.ownFile, to: "Sources/App/Digest.swift")
        return app
    }

    private func edit(_ app: TemporaryApp, _ path: String, _ change: (String) -> String) throws {
        let text = try #require(app.text(path))
        let changed = change(text)
        #expect(changed != text)
        try app.write(changed, to: path)
    }

    private func project(_ app: TemporaryApp) throws -> Project {
        try Project(
            at: app.root,
            runtime: RuntimeDependency(declaration: #".package(path: "../scaffold")"#, package: "scaffold"))
    }

    private func rename(_ app: TemporaryApp, _ path: String, to name: String) throws -> Plan {
        let project = try project(app)
        let run = try project.planRenaming(path, to: name)
        try project.apply(run)
        return run.plan
    }

    private func isCurrent(_ app: TemporaryApp) throws -> Bool {
        let project = try project(app)
        return try project.plan(project.schema()).plan.isCurrent
    }

    @Test func `a renamed model takes its edits along`() throws {
        let app = try app()
        let plan = try rename(app, "Post", to: "Article")
        #expect(plan.conflicts.isEmpty)
        let item = try #require(plan.items.first { $0.path == "Sources/App/Models/Article.swift" })
        #expect(item.status == .merge)
        #expect(item.note == "was Sources/App/Models/Post.swift")
        for path in ["Models/Post.swift", "Models/Post+Storage.swift", "Controllers/PostController.swift"] {
            #expect(app.text("Sources/App/\(path)") == nil)
            #expect(app.text(".scaffold/base/Sources/App/\(path)") == nil)
        }
        #expect(app.text("Tests/AppTests/PostTests.swift") == nil)

        let model = try #require(app.text("Sources/App/Models/Article.swift"))
        #expect(model.contains("struct Article: Model"))
        #expect(model.contains("    var shout: String { title.uppercased() }"))
        #expect(model.contains("/// Says its Post title."))
        #expect(model.contains("func isFresh(_ it: Article) -> Bool { it.status == .draft }"))
        let controller = try #require(app.text("Sources/App/Controllers/ArticleController.swift"))
        #expect(controller.contains("try await archive(article, as: ArticleStatus.draft)"))
        let user = try #require(app.text("Sources/App/Models/User.swift"))
        #expect(user.hasSuffix("func first(_ posts: [Article]) -> ArticleStatus? { nil }\n"))
        let list = try #require(app.text("Sources/App/Routes/RouteList.swift"))
        #expect(list.contains("ArticleRoutes(),"))
        #expect(!list.contains("PostRoutes(),"))
        #expect(try isCurrent(app))
    }

    @Test func `files of the user say the new names, texts and comments what they said`() throws {
        let app = try app()
        _ = try rename(app, "Post", to: "Article")
        #expect(
            app.text("Sources/App/Digest.swift")
                == Self.ownFile.replacing("_ post: Post", with: "_ post: Article")
                .replacing("PostStatus", with: "ArticleStatus"))
        _ = try rename(app, "Article.title", to: "headline")
        #expect(try #require(app.text("Sources/App/Digest.swift")).contains(#"\(post.headline)"#))
        #expect(try #require(app.text("Sources/App/Digest.swift")).contains(#"static let title = "title""#))
        #expect(
            try #require(app.text("Sources/App/Models/Article.swift"))
                .contains("var shout: String { headline.uppercased() }"))
        #expect(try isCurrent(app))
    }

    @Test func `a renamedFrom in the schema moves edits as well`() throws {
        let app = try app()
        try app.write(
            Self.schema.replacing("  Post:\n", with: "  Article:\n    renamedFrom: Post\n")
                .replacing("hasMany: Post", with: "hasMany: Article"), to: "schema.yml")
        let project = try project(app)
        let run = try project.plan(project.schema())
        try project.apply(run)
        #expect(app.text("Sources/App/Models/Post.swift") == nil)
        #expect(try #require(app.text("Sources/App/Models/Article.swift")).contains("var shout: String"))
    }

    @Test func `a file that clashes moves as well, and is met again`() throws {
        let app = try app()
        try edit(app, "Sources/App/Models/Post.swift") {
            $0.replacing("struct Post: Model {", with: "struct Post: Model, Hashable {")
                .replacing("/// A post: table `posts`.", with: "/// What people write.")
        }
        let project = try project(app)
        var run = try project.planRenaming("Post", to: "Article")
        let clashes = run.plan.conflicts.map(\.path)
        #expect(clashes == ["Sources/App/Models/Article.swift"])
        try run.plan.settleAll(by: .skip)
        try project.apply(run)
        #expect(app.text("Sources/App/Models/Post.swift") == nil)
        let model = try #require(app.text("Sources/App/Models/Article.swift"))
        #expect(model.contains("/// What people write.\nstruct Article: Model, Hashable {"))
        #expect(model.contains("var shout: String"))
        let again = try project.plan(project.schema()).plan
        #expect(again.conflicts.map(\.path) == clashes)
        #expect(again.items.allSatisfy { $0.status != .orphaned })
    }

    @Test func `a file that was deleted stays deleted under its new name`() throws {
        let app = try app()
        try app.delete("Tests/AppTests/PostTests.swift")
        let plan = try rename(app, "Post", to: "Article")
        #expect(plan.items.contains { $0.path == "Tests/AppTests/ArticleTests.swift" && $0.status == .deleted })
        #expect(app.text("Tests/AppTests/ArticleTests.swift") == nil)
        #expect(try isCurrent(app))
    }
}
