/// Where a database is.
///
/// - `sqlite:db/development.sqlite3`: a file, from the working directory on
/// - `sqlite:///var/lib/blog.sqlite3`: a file by its whole path
/// - `sqlite::memory:`: a database in memory, gone when it is closed
public struct DatabaseURL: Sendable, Hashable, CustomStringConvertible {
    package enum Place: Sendable, Hashable {
        case file(String)
        case memory
    }

    package let place: Place

    /// A SQLite database in a file.
    public static func sqlite(_ path: String) -> DatabaseURL { DatabaseURL(place: .file(path)) }

    /// A SQLite database in memory.
    public static var memory: DatabaseURL { DatabaseURL(place: .memory) }

    /// The URL without a password.
    public var description: String {
        switch place {
        case .memory: "sqlite::memory:"
        case .file(let path): path.hasPrefix("/") ? "sqlite://\(path)" : "sqlite:\(path)"
        }
    }
}
