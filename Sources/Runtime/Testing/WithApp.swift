import Logging
public import ScaffoldApp
import ScaffoldPasswords
public import ScaffoldStorage

/// Runs a test against an app with a database of its own: empty, with all migrations run. The database is bound, so the
/// test may use models too; tests may run side by side.
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
/// The database is in memory, on SQLite, unless `TEST_DATABASE_URL` says otherwise: in the environment, in `.env.test`
/// or in `.env`. With `TEST_DATABASE_URL=postgresql://127.0.0.1/blog_test` each test makes a database on that server
/// whose name begins with `blog_test`, and removes it in the end; the one that is named is neither needed nor touched.
/// On a server eight tests run at a time.
///
/// Passwords are hashed as cheaply as can be. What is answered with 500 is logged with its reason.
///
/// - Parameters:
///   - app: The app.
///   - migrations: The migrations that make its tables.
///   - url: Beside which database the test makes its own; what `TEST_DATABASE_URL` says when left out.
///   - body: The test.
/// - Throws: What the test throws, `RouteProblems`, errors of migrations, `ConnectionError` when the server cannot be
///   reached, `ConfigurationError` when `TEST_DATABASE_URL` cannot be used.
public func withApp<Result>(
    _ app: App, migrations: [any Migration] = [], database url: DatabaseURL? = nil,
    isolation: isolated (any Actor)? = #isolation, _ body: (TestClient) async throws -> Result
) async throws -> Result {
    var logger = Logger(label: app.name, factory: { StreamLogHandler.standardError(label: $0) })
    logger.logLevel = .error
    let client = TestClient(try app.dispatcher(logger: logger))
    return try await withTestDatabase(at: url, logger: logger) { database in
        try await Migrator(database, migrations: migrations).up()
        return try await database.withValue {
            try await Password.$cost.withValue(4) { try await body(client) }
        }
    }
}

private func withTestDatabase<Result>(
    at url: DatabaseURL?, logger: Logger, isolation: isolated (any Actor)? = #isolation,
    _ body: (Database) async throws -> Result
) async throws -> Result {
    let url = try url ?? TestDatabase.setting.get() ?? .memory
    let place = url == .memory ? nil : try await TestDatabase.places.acquire()
    defer { if let place { TestDatabase.places.release(place) } }
    let test = try await TestDatabase(at: url, logger: logger)
    do {
        let result = try await body(test.database)
        await test.remove()
        return result
    } catch {
        await test.remove()
        throw error
    }
}
