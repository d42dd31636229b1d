import Logging
import ScaffoldRuntime
import ScaffoldTesting
import Testing

@testable import ScaffoldApp

@Suite struct HealthTests {
    private struct CreateThings: Migration {
        static let name = "20261120093000-create-things"

        func up(_ queryInterface: inout QueryInterface) {
            queryInterface.createTable("things") {
                $0.column("id", .integer, primaryKey: true, autoIncrement: true)
            }
        }

        func down(_ queryInterface: inout QueryInterface) { queryInterface.dropTable("things") }
    }

    private func app(migrations: [any Migration] = [], _ add: (inout Routes) -> Void = { _ in }) -> App {
        var routes = Routes(prefix: "/api")
        add(&routes)
        return App(name: "health", database: .sqlite, routes: routes, migrations: migrations)
    }

    @Test func `a process that runs is alive, and with its database ready`() async throws {
        try await withApp(app()) { client in
            let alive = try await client.get("/health")
            #expect(alive.status == 200)
            #expect(alive.json == ["status": "alive"])
            let ready = try await client.get("/ready")
            #expect(ready.status == 200)
            #expect(ready.json == ["status": "ready"])
            #expect(ready.headers[.cacheControl] == "no-store")
        }
    }

    @Test func `an app whose migrations have not run is not ready`() async throws {
        try await withApp(app(migrations: [CreateThings()])) { client in
            let answer = try await client.get("/ready")
            #expect(answer.status == 503)
            #expect(answer.json == ["status": "not ready", "detail": "Migrations have not run yet: 1 of them"])
            #expect(try await client.get("/health").status == 200)
        }
        try await withApp(app(migrations: [CreateThings()]), migrations: [CreateThings()]) { client in
            let answer = try await client.get("/ready")
            #expect(answer.status == 200)
        }
    }

    @Test func `an app whose database does not answer is not ready, and alive`() async throws {
        try await withApp(app()) { client in
            try await Database.current.close()
            let answer = try await client.get("/ready")
            #expect(answer.status == 503)
            #expect(answer.json["detail"] == "The database does not answer")
            #expect(try await client.get("/health").status == 200)
        }
    }

    @Test func `routes of the app's own stand in their place`() async throws {
        var routes = Routes()
        routes.get("/health") { _ in .text("fine") }
        try await withApp(App(name: "health", database: .sqlite, routes: routes)) { client in
            let answers = (try await client.get("/health"), try await client.get("/ready"))
            #expect(answers.0.text == "fine")
            #expect(answers.1.status == 200)
        }
    }

    @Test func `what is asked so often is logged by those only who want everything`() async throws {
        for (level, count) in [(Logger.Level.info, 0), (.debug, 2)] {
            let lines = Lines()
            var logger = Logger(label: "test") { _ in lines }
            logger.logLevel = level
            lines.level.withLock { $0 = level }
            let client = TestClient(try app().dispatcher(logger: logger))
            _ = try await client.get("/health")
            _ = try await client.get("/ready")
            #expect(lines.count.withLock { $0 } == count)
        }
    }
}

/// Counts what is logged.
private final class Lines: LogHandler, Sendable {
    let count = Locked(0)
    let level = Locked(Logger.Level.info)
    var logLevel: Logger.Level {
        get { level.withLock { $0 } }
        set {}
    }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    subscript(metadataKey _: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }
    func log(event: LogEvent) { count.withLock { $0 += 1 } }
}
