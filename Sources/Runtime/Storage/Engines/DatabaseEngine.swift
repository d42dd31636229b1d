/// The engines that an app can be made for; `database:` in schema.yml names one.
public enum DatabaseEngine: String, Sendable, Hashable, CaseIterable {
    case sqlite
    case postgresql
    case mysql

    /// The first words of URLs that mean this engine.
    package var schemes: [String] {
        switch self {
        case .sqlite: ["sqlite"]
        case .postgresql: ["postgresql", "postgres"]
        case .mysql: ["mysql", "mariadb"]
        }
    }

    /// The database that an environment has when nothing is said.
    ///
    /// - Throws: ``ConfigurationError`` for an engine that is not there yet.
    package func standardURL(environment: String) throws -> DatabaseURL {
        try requirePresence(source: "database: \(rawValue)")
        return .sqlite("db/\(environment).sqlite3")
    }

    /// The database that `DB_NAME` and its kin name.
    package func url(name: String, host: String?) throws -> DatabaseURL {
        try requirePresence(source: "DB_NAME")
        guard host == nil else {
            throw ConfigurationError(
                variable: "DB_HOST",
                reason: "SQLite has no host: its database is the file that DB_NAME names. Unset DB_HOST")
        }
        return try DatabaseURL("sqlite:\(name)", source: "DB_NAME")
    }

    package func requirePresence(source: String) throws {
        guard self != .sqlite else { return }
        throw ConfigurationError(
            variable: source,
            reason: "the engine \(rawValue) is not there yet; use sqlite:db/development.sqlite3 for now")
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
