import Logging
public import ScaffoldApp
import ScaffoldPasswords
public import ScaffoldStorage

/// Runs a test against an app with a database of its own: empty, in memory, with all migrations run. The database is
/// bound, so the test may use models too; tests may run side by side.
///
/// ```swift
/// @Test func `a post is shown`() async throws {
///     try await withApp(makeApp(), migrations: migrations) { client in
///         let post = try await Post.create(title: "Hello")
///         let answer = try await client.get("/api/posts/\(post.id)")
///         #expect(answer.json["data"]["title"] == "Hello")
///     }
/// }
/// ```
///
/// Passwords are hashed as cheaply as can be. What is answered with 500 is logged with its reason.
///
/// - Parameters:
///   - app: The app.
///   - migrations: The migrations that make its tables.
///   - body: The test.
/// - Throws: What the test throws, `RouteProblems`, and errors of migrations.
public func withApp<Result>(
    _ app: App, migrations: [any Migration] = [], isolation: isolated (any Actor)? = #isolation,
    _ body: (TestClient) async throws -> Result
) async throws -> Result {
    var logger = Logger(label: app.name, factory: { StreamLogHandler.standardError(label: $0) })
    logger.logLevel = .error
    let client = TestClient(try app.dispatcher(logger: logger))
    let database = try Database(DatabaseConfiguration(url: .memory), logger: logger)
    try await Migrator(database, migrations: migrations).up()
    return try await database.withValue {
        try await Password.$cost.withValue(4) { try await body(client) }
    }
}
