/// Which database, and how it is used.
public struct DatabaseConfiguration: Sendable, Hashable {
    /// Where the database is.
    public var url: DatabaseURL
    /// How many connections there may be: on a server in all (10 when left out), on SQLite those that read beside the
    /// one that writes (the number of cores, at least 4, when left out).
    public var connections: Int?
    /// How long a query waits for a free connection.
    public var waitTimeout: Duration
    /// How long a statement may run; nil for no end.
    public var statementTimeout: Duration?
    /// How long a statement waits for a lock that another process holds.
    public var busyTimeout: Duration
    /// How long a connection may be idle before it is closed; nil for ever. One always stays.
    public var idleTimeout: Duration?
    /// How many prepared statements a connection keeps.
    public var statementCacheSize: Int
    /// How long a statement takes to be warned of; nil for no warnings. They never show values.
    public var slowQuery: Duration?
    /// Whether the log of statements, at the level `debug`, shows what is bound to them. Errors never do.
    public var showsValues: Bool

    public init(
        url: DatabaseURL, connections: Int? = nil, waitTimeout: Duration = .seconds(10),
        statementTimeout: Duration? = .seconds(30), busyTimeout: Duration = .seconds(5),
        idleTimeout: Duration? = .seconds(300), statementCacheSize: Int = 200, slowQuery: Duration? = .seconds(1),
        showsValues: Bool = false
    ) {
        self.url = url
        self.connections = connections
        self.waitTimeout = waitTimeout
        self.statementTimeout = statementTimeout
        self.busyTimeout = busyTimeout
        self.idleTimeout = idleTimeout
        self.statementCacheSize = statementCacheSize
        self.slowQuery = slowQuery
        self.showsValues = showsValues
    }
}
