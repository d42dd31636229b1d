import Configuration
import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The settings of an app: flags win over the environment, which wins over `.env.<environment>` and that over `.env`.
///
/// | name | meaning |
/// |---|---|
/// | `APP_ENV` (`NODE_ENV` is read too) | the environment: `development` when nothing is said, `test`, `production` … |
/// | `DATABASE_URL` | the database; `sqlite:db/<environment>.sqlite3` when nothing is said |
/// | `DB_NAME` (`DB_HOST`, `DB_PORT`, `DB_USER`, `DB_PASSWORD`) | the same in parts |
/// | `TEST_DATABASE_URL` | beside which database `withApp` makes those of tests; in memory when nothing is said |
/// | `DB_POOL_SIZE` | how many connections there may be: 10 on a server; on SQLite those that read, one a core, at least 4 |
/// | `DB_POOL_TIMEOUT` | how long a query waits for a free connection; `10s` |
/// | `DB_STATEMENT_TIMEOUT` | how long a statement may run, or `off`; `30s` |
/// | `DB_SLOW_QUERY` | how long a statement takes to be warned of, or `off`; `1s` |
/// | `PORT` | where the app listens; 3000 |
/// | `LOG_LEVEL`, `LOG_FORMAT` | which entries of the log are written, `info`; as `text` or `json` |
/// | `TRUSTED_PROXIES` | addresses and networks whose `X-Forwarded-For` and `Forwarded` are believed; none |
/// | `REQUEST_TIMEOUT` | how long a handler may work on an answer, or `off`; `60s` |
/// | `HEADER_TIMEOUT`, `BODY_TIMEOUT` | how long they may take to arrive; `15s`, and `30s` plus a second for each kB |
/// | `KEEP_ALIVE_TIMEOUT` | how long a connection may be without a request; `60s` |
/// | `SHUTDOWN_TIMEOUT` | how long requests may take to finish when the app stops; `10s` |
/// | `MAX_CONNECTIONS` | how many there may be at a time; what the system allows, 10,000 at most |
/// | `METRICS` (`METRICS_PORT`, `METRICS_TOKEN`) | `on`: figures for Prometheus at `/metrics`; `off` |
///
/// Durations are written `500ms`, `15s`, `5m`, `24h`, `7d`.
///
/// Empty is the same as not set.
public struct AppConfiguration: Sendable {
    /// `development`, `test`, `production` or a word of the app's own.
    public let environment: String

    private let levels: [Level]
    private let reader: ConfigReader
    private let directory: String?

    /// One source of settings: where it says a setting stands is for errors.
    private struct Level: Sendable {
        var place: String
        var variables: [String: String]

        init(_ place: String, _ variables: [String: String]) {
            self.place = place
            self.variables = variables.filter { !$0.value.isEmpty }
        }
    }

    /// Reads the settings.
    ///
    /// - Parameters:
    ///   - flags: what the command line says, under the names of the variables: `["PORT": "8080"]`.
    ///   - variables: the environment of the process.
    ///   - directory: where `.env` and the database's folder are looked for; the working directory when left out.
    /// - Throws: ``ConfigurationError`` for a line of `.env` that cannot be read.
    public init(
        flags: [String: String] = [:], variables: [String: String] = ProcessInfo.processInfo.environment,
        directory: String? = nil
    ) throws {
        let outer = [Level("on the command line", flags), Level("in the environment", variables)]
        let base = try Self.file(".env", in: directory)
        environment = try Self.environment(outer + [base])
        levels = outer + [try Self.file(".env.\(environment)", in: directory), base]
        reader = ConfigReader(
            providers: levels.map { EnvironmentVariablesProvider(environmentVariables: $0.variables) })
        self.directory = directory
    }

    /// What a variable is set to, nil when it is not.
    public func string(_ variable: String) -> String? {
        reader.string(forKey: ConfigKey(variable.lowercased().split(separator: "_").map(String.init)), isSecret: true)
    }

    /// A variable that is a number.
    ///
    /// - Throws: ``ConfigurationError`` when it is none, or outside of the range.
    public func integer(_ variable: String, in range: ClosedRange<Int>, default standard: Int) throws -> Int {
        guard let text = string(variable) else { return standard }
        guard let number = Int(text), range.contains(number) else {
            throw ConfigurationError(
                variable: place(of: variable), reason: "no number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// A variable that is a duration, more than nothing: `500ms`, `15s`, `5m`, `24h`, `7d`.
    ///
    /// - Throws: ``ConfigurationError`` when it is none.
    public func duration(_ variable: String, default standard: Duration) throws -> Duration {
        guard let text = string(variable) else { return standard }
        return try duration(text, of: variable)
    }

    /// A variable that is a duration, or `off`, which is nil.
    ///
    /// - Throws: ``ConfigurationError`` when it is neither.
    public func durationOrOff(_ variable: String, default standard: Duration?) throws -> Duration? {
        guard let text = string(variable) else { return standard }
        return text == "off" ? nil : try duration(text, of: variable, otherwise: ", nor off")
    }

    private func duration(_ text: String, of variable: String, otherwise: String = "") throws -> Duration {
        if let duration = DurationText.parse(text), duration > .zero { return duration }
        throw ConfigurationError(
            variable: place(of: variable), reason: "no duration, such as 500ms, 15s, 5m, 24h or 7d\(otherwise)")
    }

    /// Where the app listens.
    public var port: Int {
        get throws { try integer("PORT", in: 0...65_535, default: 3000) }
    }

    /// Where the database is.
    ///
    /// - Parameters:
    ///   - engine: the app's engine, for what names no engine by itself.
    ///   - app: the app's name, for the name of a database on a server when nothing is said.
    /// - Throws: ``ConfigurationError``, which names the variable, also for an engine that the app was built without.
    public func databaseURL(engine: DatabaseEngine, app: String) throws -> DatabaseURL {
        let source = databaseSource
        let url =
            if let text = string("DATABASE_URL") {
                try DatabaseURL(text, source: place(of: "DATABASE_URL"))
            } else if let name = string("DB_NAME") {
                try databaseURL(named: name, engine: engine)
            } else {
                engine.standardURL(app: app, environment: environment)
            }
        guard url.engine.isPresent else {
            throw url.engine.missing(source: source ?? "database: \(engine.rawValue)")
        }
        return directory.map { url.resolved(in: $0) } ?? url
    }

    /// The variable that says where the database is, with its place; nil when none does.
    private var databaseSource: String? {
        ["DATABASE_URL", "DB_NAME"].first { string($0) != nil }.map(place)
    }

    /// Opens a database; a person whose database cannot be reached is told where its address comes from.
    package func opening<R>(_ open: () throws -> R) throws -> R {
        do {
            return try open()
        } catch var error as ConnectionError {
            error.message +=
                databaseSource.map { "\n  The address is that of \($0)." }
                ?? "\n  DATABASE_URL, in the environment or in .env, names another address."
            throw error
        }
    }

    /// The database that `DB_NAME` and its kin name.
    private func databaseURL(named name: String, engine: DatabaseEngine) throws -> DatabaseURL {
        guard engine.standardPort != nil else {
            guard string("DB_HOST") == nil else {
                throw ConfigurationError(
                    variable: place(of: "DB_HOST"),
                    reason: "SQLite has no host: its database is the file that DB_NAME names. Unset DB_HOST")
            }
            return try DatabaseURL("sqlite:\(name)", source: place(of: "DB_NAME"))
        }
        let port = string("DB_PORT") == nil ? nil : try integer("DB_PORT", in: 1...65_535, default: 0)
        return DatabaseURL(
            engine: engine,
            ServerAddress(
                host: string("DB_HOST") ?? "127.0.0.1", port: port, user: string("DB_USER"),
                password: string("DB_PASSWORD"), database: name))
    }

    /// A variable with the place that sets it: `DATABASE_URL in .env`.
    public func place(of variable: String) -> String {
        levels.first { $0.variables[variable] != nil }.map { "\(variable) (\($0.place))" } ?? variable
    }

    private static func environment(_ levels: [Level]) throws -> String {
        for level in levels {
            for variable in ["APP_ENV", "NODE_ENV"] {
                guard let name = level.variables[variable] else { continue }
                // It becomes part of file names.
                guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }) else {
                    throw ConfigurationError(
                        variable: "\(variable) (\(level.place))",
                        reason: "letters, digits, - and _ make the name of an environment")
                }
                return name
            }
        }
        return "development"
    }

    private static func file(_ name: String, in directory: String?) throws -> Level {
        let path = directory.map { "\($0)/\(name)" } ?? name
        guard FileManager.default.fileExists(atPath: path) else { return Level("in \(name)", [:]) }
        guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self)
        else {
            throw ConfigurationError(variable: name, reason: "it cannot be read as text in UTF-8")
        }
        return Level("in \(name)", try EnvironmentFile(text, name: name).variables)
    }
}
