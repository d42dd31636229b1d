/// The engine that `database:` names, or the first word of a `DATABASE_URL`.
enum DatabaseEngine: String, CaseIterable, Sendable {
    case sqlite, postgresql, mysql

    /// The engine of a URL such as `postgres://localhost/blog`; nil where its first word names none.
    init?(url: String) {
        switch url.prefix(while: { $0 != ":" }).lowercased() {
        case "sqlite": self = .sqlite
        case "postgresql", "postgres": self = .postgresql
        case "mysql", "mariadb": self = .mysql
        default: return nil
        }
    }

    /// The trait of the runtime that brings it along; nil for the one that is always there.
    var trait: String? {
        switch self {
        case .sqlite: nil
        case .postgresql: "PostgreSQL"
        case .mysql: "MySQL"
        }
    }

    /// Whether its databases are on a server, where they have to be made first.
    var isOnServer: Bool { self != .sqlite }

    /// Whether values may have to be unique among the rows that fulfil a condition.
    var hasUniqueIndexesOfSomeRows: Bool { self != .mysql }

    /// As people write it.
    var title: String {
        switch self {
        case .sqlite: "SQLite"
        case .postgresql: "PostgreSQL"
        case .mysql: "MySQL"
        }
    }

    /// What building with it takes beside SQLite's, by the names of Debian and of Homebrew, and what running does.
    var packages: (apt: String, brew: String, run: String)? {
        switch self {
        case .sqlite: nil
        case .postgresql: ("libpq-dev", "libpq", "libpq5")
        case .mysql: ("libmariadb-dev", "mariadb-connector-c", "libmariadb3")
        }
    }
}
