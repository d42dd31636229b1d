/// Where a database is.
///
/// - `sqlite:db/development.sqlite3`: a file, from the working directory on
/// - `sqlite:///var/lib/blog.sqlite3`: a file by its whole path
/// - `sqlite::memory:`: a database in memory, gone when it is closed
/// - `postgresql://user:password@host:5432/blog?sslmode=verify-full`: a database on a PostgreSQL server
/// - `mysql://user:password@host:3306/blog`: a database on a MySQL or MariaDB server
///
/// A socket of this machine is the host in percent form, `postgresql://blog@%2Fvar%2Frun%2Fpostgresql/blog`, or the
/// option `host=/var/run/postgresql`.
public struct DatabaseURL: Sendable, Hashable, CustomStringConvertible {
    package enum Place: Sendable, Hashable {
        case file(String)
        case memory
        case server(ServerAddress)
    }

    /// The engine that its first word names.
    public let engine: DatabaseEngine
    package let place: Place

    /// A SQLite database in a file.
    public static func sqlite(_ path: String) -> DatabaseURL { DatabaseURL(engine: .sqlite, place: .file(path)) }

    /// A SQLite database in memory.
    public static var memory: DatabaseURL { DatabaseURL(engine: .sqlite, place: .memory) }

    /// A database on a PostgreSQL server.
    public static func postgresql(_ address: ServerAddress) -> DatabaseURL { DatabaseURL(engine: .postgresql, address) }

    /// A database on a MySQL or MariaDB server.
    public static func mysql(_ address: ServerAddress) -> DatabaseURL { DatabaseURL(engine: .mysql, address) }

    package init(engine: DatabaseEngine, _ address: ServerAddress) {
        self.init(engine: engine, place: .server(address))
    }

    init(engine: DatabaseEngine, place: Place) {
        self.engine = engine
        self.place = place
    }

    /// The address of the server, nil for a database without one.
    package var server: ServerAddress? {
        guard case .server(let address) = place else { return nil }
        return address
    }

    /// The same server and another database there.
    package func withDatabase(_ name: String) -> DatabaseURL {
        guard var address = server else { return self }
        address.database = name
        return DatabaseURL(engine: engine, address)
    }

    /// The URL without a password.
    public var description: String {
        switch place {
        case .memory: "sqlite::memory:"
        case .file(let path): path.hasPrefix("/") ? "sqlite://\(path)" : "sqlite:\(path)"
        case .server(let address): "\(engine.schemes[0])://\(Self.text(of: address))"
        }
    }

    private static func text(of address: ServerAddress) -> String {
        let user = address.user.map { "\($0)@" } ?? ""
        let port = address.port.map { ":\($0)" } ?? ""
        return "\(user)\(address.host)\(port)/\(address.database)"
    }

    /// The same place, a path from here on seen from a folder.
    package func resolved(in folder: String) -> DatabaseURL {
        guard case .file(let path) = place, !path.hasPrefix("/") else { return self }
        return .sqlite("\(folder)/\(path)")
    }
}
