import ScaffoldDatabase
import ScaffoldRuntime
import Synchronization
import Testing

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct CommandTests {
    /// What the app prints and its exit status.
    private func run(
        _ arguments: [String], _ variables: [String: String] = [:], app: App = makeApp()
    ) async -> (status: Int32, output: String, errors: String) {
        let output = Mutex("")
        let errors = Mutex("")
        let status = await app.run(
            arguments,
            console: Console(
                print: { line in output.withLock { $0 += line + "\n" } },
                printError: { line in errors.withLock { $0 += line + "\n" } }),
            directory: "/nonexistent", variables: variables.merging(["LOG_LEVEL": "critical"]) { own, _ in own })
        return (status, output.withLock { $0 }, errors.withLock { $0 })
    }

    @Test func `routes are listed with their places`() async {
        let (status, output, _) = await run(["routes"])
        #expect(status == 0)
        #expect(output.contains("  GET     /api/posts       AppTests/PostRoutes.swift:6\n"))
        #expect(output.contains("  DELETE  /api/posts/:id   AppTests/PostRoutes.swift:11\n"))
    }

    @Test func `routes are listed as JSON`() async throws {
        let (status, output, _) = await run(["routes", "--json"])
        #expect(status == 0)
        let routes = try JSON(parsing: output)
        #expect(routes[0] == ["method": "GET", "path": "/api/posts", "place": "AppTests/PostRoutes.swift:6"])
    }

    @Test func `mistakes in the routes are told`() async {
        var routes = makeRoutes()
        routes.get("/posts/:key") { _ in .noContent }
        let (status, _, errors) = await run(["routes"], app: App(name: "blog", database: .sqlite, routes: routes))
        #expect(status == 1)
        #expect(errors.contains("GET /api/posts/:key (AppTests/CommandTests.swift:"))
        #expect(errors.contains("answers the same requests as GET /api/posts/:id (AppTests/PostRoutes.swift:8)"))
    }

    @Test(arguments: [
        (["sreve"], "did you mean serve?"), (["xyz"], "there are: serve, routes"),
        (["serve", "--prot", "1"], "--port"),
    ])
    func `a word that is no command is told with the nearest one`(arguments: [String], hint: String) async {
        let (status, _, errors) = await run(arguments)
        #expect(status == 64)
        #expect(errors.contains(hint))
    }

    @Test(
        arguments: [
            (["--port", "x"], [:], "PORT (on the command line): no number from 0 to 65535"),
            ([], ["PORT": "65536"], "PORT (in the environment): no number from 0 to 65535"),
            ([], ["DOCS": "no"], "DOCS (in the environment): neither on nor off"),
            ([], ["LOG_LEVEL": "loud"], "LOG_LEVEL (in the environment): none of trace, debug"),
            ([], ["LOG_FORMAT": "xml"], "LOG_FORMAT (in the environment): none of text, json"),
            ([], ["TRUSTED_PROXIES": "10.0.0.0/99"], "'10.0.0.0/99' is neither an address such as 10.0.0.7 nor"),
            ([], ["REQUEST_TIMEOUT": "soon"], "REQUEST_TIMEOUT (in the environment): no duration"),
            ([], ["MAX_CONNECTIONS": "0"], "MAX_CONNECTIONS (in the environment): no number from 1"),
            ([], ["METRICS": "yes"], "METRICS (in the environment): none of on, off"),
            (["--port", "0", "--host", "203.0.113.1"], [:], "203.0.113.1 is no address of this machine"),
            ([], ["DATABASE_URL": "oracle://localhost/blog"], "DATABASE_URL"),
        ] as [([String], [String: String], String)])
    func `a wrong setting is told with its variable`(
        arguments: [String], variables: [String: String], message: String
    ) async {
        let (status, _, errors) = await run(
            ["serve"] + arguments, ["DATABASE_URL": "sqlite::memory:"].merging(variables) { $1 })
        #expect(status == 1)
        #expect(errors.contains(message), "\(errors)")
    }

    @Test func `an app that does not serve is not healthy`() async throws {
        let free = try FreePort()
        let (status, _, errors) = await run(["health", "--port", "\(free.port)"])
        #expect(status == 1)
        #expect(errors.contains("nobody answers at http://127.0.0.1:\(free.port)"), "\(errors)")
    }

    @Test func `an app that serves is asked whether it is healthy and ready`() async throws {
        let port = try FreePort().port
        let serving = Task { await run(["serve", "--port", "\(port)"], ["DATABASE_URL": "sqlite::memory:"]) }
        var health = await run(["health", "--port", "\(port)"])
        for _ in 0..<200 where health.status != 0 {
            try await Task.sleep(for: .milliseconds(50))
            health = await run(["health", "--port", "\(port)"])
        }
        #expect(health.status == 0, "\(health.errors)")
        var ready = await run(["health", "--ready", "--port", "\(port)"])
        for _ in 0..<20 where ready.errors.contains("in time") || ready.errors.contains("within a second") {
            ready = await run(["health", "--ready", "--port", "\(port)"])
        }
        #expect(ready.status == 1)
        #expect(ready.errors.contains("Migrations have not run yet: 1 of them"), "\(ready.errors)")
        serving.cancel()
        _ = await serving.value
    }

    /// A port that was free a moment ago.
    private struct FreePort {
        let port: Int

        init() throws {
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(descriptor) }
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            var size = socklen_t(MemoryLayout<sockaddr_in>.size)
            port = withUnsafeMutablePointer(to: &address) { address in
                address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                    guard bind(descriptor, address, size) == 0 else { return 0 }
                    getsockname(descriptor, address, &size)
                    return Int(UInt16(bigEndian: UnsafeRawPointer(address).load(fromByteOffset: 2, as: UInt16.self)))
                }
            }
        }
    }

    @Test func `a port in use is told with what to do`() async throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let port = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                var size = size
                guard bind(descriptor, address, size) == 0, listen(descriptor, 1) == 0 else { return 0 }
                getsockname(descriptor, address, &size)
                return Int(UInt16(bigEndian: UnsafeRawPointer(address).load(fromByteOffset: 2, as: UInt16.self)))
            }
        }
        let (status, output, errors) = await run(["--port", "\(port)"], ["DATABASE_URL": "sqlite::memory:"])
        #expect(status == 1)
        #expect(errors.contains("port \(port) is in use already; choose another with --port or PORT"))
        // What has not run yet is told before.
        #expect(errors.contains("Warning: migrations have not run yet: 20261120093000-create-blog; run db:migrate."))
        #expect(output.isEmpty)
    }
}
