import Logging
import ScaffoldDatabase
import ScaffoldStorage

/// The database of one test: empty at first, its own alone, gone with the test.
struct TestDatabase {
    let database: Database
    /// What removes it; nil for one in memory, which goes by itself.
    private let engine: (any Engine)?
    private let logger: Logger

    /// Makes one in memory, or beside the database of the URL one with a name of its own.
    ///
    /// - Throws: `ConnectionError` when the server cannot be reached, `ConfigurationError` for an engine that the app
    ///   was built without.
    init(at url: DatabaseURL, logger: Logger) async throws {
        self.logger = logger
        guard url != .memory else {
            engine = nil
            database = try Database(DatabaseConfiguration(url: url), logger: logger)
            return
        }
        let settings = DatabaseConfiguration(url: url.ofItsOwn)
        let engine = try Engines.engine(for: settings, logger: logger)
        self.engine = engine
        database = try await BlockingExecutor.shared.run {
            _ = try engine.create()
            do {
                return try Database(settings, logger: logger)
            } catch {
                _ = try? engine.drop()
                throw error
            }
        }
    }

    /// Removes it, also when the test was cancelled.
    func remove() async {
        guard let engine else { return }
        await Task.detached { [database, logger] in
            await database.close()
            do {
                _ = try await BlockingExecutor.shared.run { try engine.drop() }
            } catch {
                logger.error("the test's database \(database.configuration.url) could not be removed: \(error)")
            }
        }.value
    }
}

extension TestDatabase {
    /// How many tests have a database on a server at a time: Swift Testing starts all of them at once, and a server
    /// takes about a hundred connections.
    static let places = Slots(Array(0..<8), name: "test database", timeout: nil)

    /// What `TEST_DATABASE_URL` says, in the environment, in `.env.test` or in `.env`; nil when it says nothing.
    static let setting = Swift.Result<DatabaseURL?, any Error> {
        let configuration = try AppConfiguration(flags: ["APP_ENV": "test"])
        guard let text = configuration.string("TEST_DATABASE_URL") else { return nil }
        let source = configuration.place(of: "TEST_DATABASE_URL")
        let url = try DatabaseURL(text, source: source)
        guard url.engine.isPresent else { throw url.engine.missing(source: source) }
        return url
    }
}

extension DatabaseURL {
    /// One beside it whose name nobody else has: `shop_test_1x5rk0q3z8a2c`, `db/test_1x5rk0q3z8a2c.sqlite3`.
    fileprivate var ofItsOwn: DatabaseURL {
        let mark = "_" + String(UInt64.random(in: .min ... .max), radix: 36)
        switch place {
        case .memory: return self
        // A name has 63 characters at most on every server.
        case .server(let address): return withDatabase(address.database.prefix(45) + mark)
        case .file(let path):
            let end = path.hasSuffix(".sqlite3") ? ".sqlite3" : ""
            return .sqlite(path.dropLast(end.count) + mark + end)
        }
    }
}
