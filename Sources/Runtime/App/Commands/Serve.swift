import ArgumentParser
internal import Logging
internal import ScaffoldDatabase
internal import ScaffoldHTTP
internal import ScaffoldStorage
import ServiceLifecycle
import UnixSignals

/// `serve`
struct Serve: AppCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Answers requests until it is told to stop (Ctrl-C, SIGTERM).")

    @Option(help: "The port to listen at: 3000 unless said. (PORT)")
    var port: String?

    @Option(help: "The name or address to listen at: 127.0.0.1 unless said, 0.0.0.0 for all. (HOST)")
    var host: String?

    @Option(help: "The environment: development, test, production … (APP_ENV)")
    var env: String?

    @Option(help: "The database: sqlite:db/development.sqlite3 (DATABASE_URL)")
    var url: String?

    func run(_ context: AppContext) async throws {
        let configuration = try context.configuration(
            flags: ["PORT": port, "HOST": host, "APP_ENV": env, "DATABASE_URL": url])
        let logger = try context.logger(configuration)
        let metrics = try MetricsSettings(configuration)
        let dispatcher = try context.app.dispatcher(
            logger: logger, metrics: metrics?.requests, more: metrics?.routes(port: nil) ?? [])
        let limits = try configuration.serverLimits()
        let proxies = try configuration.trustedProxies()
        let address = ListeningAddress(host: configuration.string("HOST") ?? "127.0.0.1", port: try configuration.port)
        let inherited = try InheritedDescriptors(context.environment)
        let settings = try configuration.database(engine: context.app.engine, app: context.app.name)
        let database = try configuration.opening { try Database(settings, logger: logger) }
        try await warnOfPending(context, database)

        let line = inherited.supervisor.map(SupervisorLine.init)
        let place = inherited.place ?? .address(host: address.host, port: address.port)
        let server = HTTPServer(dispatcher, at: place, limits: limits, proxies: proxies, logger: logger) { port in
            guard let line else { return context.console.print(ListeningAddress(host: address.host, port: port).url) }
            line.sayReady()
        }
        let others = try metrics?.server(host: address.host, logger: logger).map { [$0] } ?? []
        let services = services([server] + others, line, limits, logger)
        do {
            try await database.run { try await services.run() }
        } catch {
            await database.close(patience: .zero)
            throw address.explain(error)
        }
        await database.close(patience: limits.shutdown)
    }

    /// The app also stops when the other end of the line is gone.
    private func services(
        _ servers: [any Service], _ line: SupervisorLine?, _ limits: ServerLimits, _ logger: Logger
    ) -> ServiceGroup {
        var quiet = logger
        quiet.logLevel = max(logger.logLevel, .notice)
        var services = servers.map { ServiceGroupConfiguration.ServiceConfiguration(service: $0) }
        if let line { services.append(.init(service: line, successTerminationBehavior: .gracefullyShutdownGroup)) }
        var configuration = ServiceGroupConfiguration(
            services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet)
        configuration.maximumGracefulShutdownDuration = limits.shutdown
        return ServiceGroup(configuration: configuration)
    }

    private func warnOfPending(_ context: AppContext, _ database: Database) async throws {
        guard !context.app.migrations.isEmpty else { return }
        let states = try await Migrator(database, migrations: context.app.migrations).status()
        let pending = states.filter { !$0.isExecuted }.map(\.name)
        guard !pending.isEmpty else { return }
        context.console.printError(
            "Warning: migrations have not run yet: \(pending.joined(separator: ", ")); run db:migrate.")
    }
}
