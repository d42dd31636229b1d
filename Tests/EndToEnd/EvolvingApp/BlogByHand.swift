/// What the development guide writes by hand into the blog that was generated, and what people write beside it.
struct BlogByHand {
    /// A piece of text that goes into a generated file.
    struct Edit {
        var path: String
        /// The line that it stands behind, to the end of that line.
        var anchor: String
        var text: String
        /// Whether it stands in the place of the anchor.
        var replaces = false
    }

    static let edits = [
        Edit(path: user, anchor: "import ScaffoldRuntime\n", text: "import Foundation\n", replaces: false),
        // Right where the next attribute comes in.
        Edit(path: user, anchor: "    var lastLoginAt: Date?\n", text: "    var isOnline = false\n"),
        Edit(
            path: user, anchor: "    static let active = Scope<User> { $0.where { $0.isActive == true } }\n",
            text: methods),
        Edit(
            path: controller, anchor: "        let post = try await Post.findByPk(request.id(), as: PostView.self)\n",
            text:
                "        // Whoever asks for a post that is not there is noted.\n        if post == nil { Visits.noteMissing() }\n"
        ),
        Edit(
            path: controller, anchor: "    /// DELETE /api/posts/:id\n",
            text: publish + "    /// DELETE /api/posts/:id\n",
            replaces: true),
        Edit(
            path: "Sources/App/Routes/PostRoutes.swift",
            anchor: "        routes.patch(\"/posts/:id\", .update(Post.self, as: PostView.self), posts.update)\n",
            text: "        routes.post(\"/posts/:id/publish\", posts.publish)\n"),
        Edit(
            path: "Sources/App/Routes/Routes.swift", anchor: "    var routes = Routes(prefix: \"/api\")\n",
            text: "    routes.use(ServerName())\n    routes.get(\"/statistics\", Statistics.show)\n"),
    ]

    /// Files that nobody generated.
    static let files = [
        "Sources/App/Middleware/ServerName.swift": """
        import ScaffoldRuntime

        /// Says with every answer who gave it.
        struct ServerName: Middleware {
            func handle(_ request: Request, next: @escaping Handler) async throws -> Response {
                var response = try await next(request)
                response.headers[.server] = "blog"
                return response
            }
        }

        """,
        "Sources/App/Statistics.swift": """
        import ScaffoldRuntime
        import Synchronization

        /// What is in the blog.
        enum Statistics {
            static func show(_ request: Request) async throws -> Response {
                let users = try await User.getStatistics()
                let published = try await Post.count { $0.where { $0.status == .published } }
                return .object {
                    $0.member("users", users.total)
                    $0.member("admins", users.admins)
                    $0.member("published", published)
                    $0.member("missing", Visits.missing)
                }
            }
        }

        /// How often somebody asked for a post that is not there.
        enum Visits {
            private static let count = Atomic(0)

            static var missing: Int { count.load(ordering: .relaxed) }

            static func noteMissing() { count.add(1, ordering: .relaxed) }
        }

        """,
        "Tests/AppTests/ByHandTests.swift": """
        import ScaffoldRuntime
        import ScaffoldTesting
        import Testing

        @testable import BlogApp
        @testable import BlogDatabase

        @Suite struct ByHandTests {
            @Test func `class methods find users`() async throws {
                try await withApp(makeApp(), migrations: migrations) { _ in
                    let ada = try await User.create(
                        email: "Ada@Example.com", password: Password("correct horse"), firstName: "Ada",
                        lastName: "Lovelace", role: .admin)
                    let found = try await User.findByEmail("ADA@example.com")
                    #expect(found?.id == ada.id)
                    let statistics = try await User.getStatistics()
                    #expect(statistics.total == 1 && statistics.active == 1 && statistics.admins == 1)
                    let matching = try await User.search("love")
                    #expect(matching.map(\\.id) == [ada.id])
                    let recent = try await User.getRecentUsers(days: 1)
                    #expect(recent.count == 1)
                }
            }

            @Test func `instance methods change a user`() async throws {
                try await withApp(makeApp(), migrations: migrations) { _ in
                    var user = try await User.sample()
                    #expect(user.getFullName() == "\\(user.firstName) \\(user.lastName)")
                    #expect(!user.isAdmin() && !user.isModerator() && !user.isOnline)
                    let post = try await Post.sample()
                    #expect(!user.canEdit(post))
                    try await user.updatePassword("a new password")
                    let isRight = try await user.verifyPassword("a new password")
                    #expect(isRight)
                    try await user.recordLogin()
                    #expect(user.lastLoginAt != nil)
                    try await user.deactivate()
                    let active = try await User.count { $0.scope(User.active) }
                    try await user.reactivate()
                    let activeAgain = try await User.count { $0.scope(User.active) }
                    #expect(activeAgain == active + 1)
                    #expect(!user.toSafeJSON().contains("password"))
                }
            }

            @Test func `the action, the route and the middleware are there`() async throws {
                try await withApp(makeApp(), migrations: migrations) { client in
                    let post = try await Post.sample()
                    let published = try await client.post("/api/posts/\\(post.id)/publish")
                    #expect(published.json["data"]["status"] == "published")
                    #expect(published.headers[.server] == "blog")
                    let missing = Visits.missing
                    _ = try await client.get("/api/posts/0")
                    let statistics = try await client.get("/api/statistics")
                    #expect(statistics.json["published"] == 1)
                    #expect(Visits.missing > missing)
                }
            }

            @Test func `the migration has run`() async throws {
                try await withApp(makeApp(), migrations: migrations) { _ in
                    _ = try await database.execute("INSERT INTO page_views (path, views) VALUES ('/', 1)")
                    let views = try await database.query("SELECT views FROM page_views", as: Int.self)
                    #expect(views == [1])
                }
            }
        }

        """,
    ]

    /// What goes into the migration that `migration:generate` has left to be filled in.
    static let (up, down) = (
        """
                queryInterface.createTable("page_views") {
                    $0.column("id", .integer, primaryKey: true, autoIncrement: true)
                    $0.column("path", .string, allowNull: false, unique: true)
                    $0.column("views", .integer, allowNull: false, defaultValue: 0)
                }
        """, "        queryInterface.dropTable(\"page_views\")"
    )

    private static let user = "Sources/App/Models/User.swift"
    private static let controller = "Sources/App/Controllers/PostController.swift"

    private static let publish = """
            /// POST /api/posts/:id/publish
            func publish(_ request: Request) async throws -> Response {
                var post = try await Post.findByPk(request.id()).orNotFound("Post")
                try await post.update { $0.status = .published }
                return .json(try await post.reload(as: PostView.self))
            }


        """

    /// The guide's class and instance methods.
    private static let methods = """

            /// The user with this address, in whatever case it is written.
            static func findByEmail(_ email: String) async throws -> User? {
                try await findOne { $0.where { $0.email == email.lowercased() } }
            }

            /// How many users there are, how many of them are active, and how many administrators.
            static func getStatistics() async throws -> (total: Int, active: Int, admins: Int) {
                let total = try await count()
                let active = try await count { $0.where { $0.isActive == true } }
                let admins = try await count { $0.where { $0.role == .admin } }
                return (total, active, admins)
            }

            /// Users by a part of their names or of their address.
            static func search(_ text: String, limit: Int = 10) async throws -> [User] {
                try await findAll {
                    $0.where { $0.firstName.iLike("%\\(text)%") || $0.lastName.iLike("%\\(text)%") || $0.email.contains(text) }
                    $0.order(by: \\.firstName)
                    $0.limit(limit)
                }
            }

            /// Active users of the last days, the latest first.
            static func getRecentUsers(days: Int = 7) async throws -> [User] {
                let start = Date.now.addingTimeInterval(-86_400 * Double(days))
                return try await findAll {
                    $0.where { $0.isActive == true && $0.createdAt >= start }
                    $0.order(by: \\.createdAt, .descending)
                }
            }

            func verifyPassword(_ text: String) async throws -> Bool { try await password.verify(text) }

            mutating func updatePassword(_ text: String) async throws { try await update { $0.password = Password(text) } }

            func getFullName() -> String { "\\(firstName) \\(lastName)" }

            func isAdmin() -> Bool { role == .admin }

            func isModerator() -> Bool { role == .admin || role == .moderator }

            /// Administrators edit everything, others what is theirs.
            func canEdit(_ post: Post) -> Bool { isAdmin() || id == post.userId }

            mutating func recordLogin() async throws { try await update { $0.lastLoginAt = .now } }

            mutating func deactivate() async throws { try await update { $0.isActive = false } }

            mutating func reactivate() async throws { try await update { $0.isActive = true } }

            /// What may be shown of a user.
            func toSafeJSON() -> String { String(decoding: JSONWriter.bytes(of: self), as: UTF8.self) }

        """
}
