import ScaffoldStorage

// The database and how it is used.
extension AppConfiguration {
    /// How the app uses its database: `DATABASE_URL` and its kin, `DB_POOL_SIZE`, `DB_POOL_TIMEOUT`,
    /// `DB_STATEMENT_TIMEOUT`, `DB_SLOW_QUERY`.
    ///
    /// - Parameters:
    ///   - engine: the app's engine, for what names no engine by itself.
    ///   - app: the app's name, for the name of a database on a server when nothing is said.
    /// - Throws: ``ConfigurationError``, which names the variable and the place that sets it.
    public func database(engine: DatabaseEngine, app: String) throws -> DatabaseConfiguration {
        var settings = DatabaseConfiguration(url: try databaseURL(engine: engine, app: app))
        if string("DB_POOL_SIZE") != nil {
            settings.connections = try integer("DB_POOL_SIZE", in: 1...1000, default: 0)
        }
        settings.waitTimeout = try duration("DB_POOL_TIMEOUT", default: settings.waitTimeout)
        settings.statementTimeout = try durationOrOff("DB_STATEMENT_TIMEOUT", default: settings.statementTimeout)
        settings.slowQuery = try durationOrOff("DB_SLOW_QUERY", default: settings.slowQuery)
        return settings
    }
}
