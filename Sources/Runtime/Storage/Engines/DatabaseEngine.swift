/// The engines that an app can be made for; `database:` in schema.yml names one.
public enum DatabaseEngine: String, Sendable, Hashable, CaseIterable {
    case sqlite
    case postgresql
    /// MySQL and MariaDB.
    case mysql

    /// The first words of URLs that mean this engine; the first of them is how it is written.
    package var schemes: [String] {
        switch self {
        case .sqlite: ["sqlite"]
        case .postgresql: ["postgresql", "postgres"]
        case .mysql: ["mysql", "mariadb"]
        }
    }

    /// Where its servers listen unless told otherwise; nil for an engine without servers.
    package var standardPort: Int? {
        switch self {
        case .sqlite: nil
        case .postgresql: 5432
        case .mysql: 3306
        }
    }

    /// The trait of the runtime that brings the engine along; nil for the one that is always there.
    package var trait: String? {
        switch self {
        case .sqlite: nil
        case .postgresql: "PostgreSQL"
        case .mysql: "MySQL"
        }
    }

    /// Whether the app was built with it.
    package var isPresent: Bool {
        switch self {
        case .sqlite: return true
        case .postgresql:
            #if PostgreSQL
                return true
            #else
                return false
            #endif
        case .mysql:
            #if MySQL
                return true
            #else
                return false
            #endif
        }
    }

    /// What to do when the app was built without the engine.
    ///
    /// - Parameter source: what named it.
    package func missing(source: String) -> ConfigurationError {
        let package = self == .mysql ? "libmariadb-dev" : "libpq-dev"
        return ConfigurationError(
            variable: source,
            reason: "this app was built without \(rawValue). In Package.swift, add `traits: [\"\(trait ?? "")\"]` "
                + "to the line `.package(name: \"scaffold\", …)`, which `scaffold database \(rawValue)` does too, "
                + "install \(package), and build again")
    }

    /// The database that an environment has when nothing is said: a file; on a server a database of the app's name and
    /// the environment's on this machine.
    package func standardURL(app: String, environment: String) -> DatabaseURL {
        guard self != .sqlite else { return .sqlite("db/\(environment).sqlite3") }
        let name = "\(app)_\(environment)".map { $0 == "-" ? "_" : $0 }
        return DatabaseURL(engine: self, ServerAddress(host: "127.0.0.1", database: String(name)))
    }
}

/// A setting that cannot be used: which one, and why. It never shows what the setting holds.
public struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The variable, flag or file that says it.
    public var variable: String
    /// What is wrong with it.
    public var reason: String

    public init(variable: String, reason: String) {
        self.variable = variable
        self.reason = reason
    }

    public var description: String { "\(variable): \(reason)" }
}
