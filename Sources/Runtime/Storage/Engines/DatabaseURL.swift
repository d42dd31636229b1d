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

    private init(place: Place) {
        self.place = place
    }

    /// Reads a URL.
    ///
    /// - Parameter source: where it comes from, for the error: `DATABASE_URL`.
    /// - Throws: ``ConfigurationError``, which names the source and never the URL: it may hold a password.
    public init(_ text: String, source: String = "DATABASE_URL") throws {
        guard let colon = text.firstIndex(of: ":") else {
            throw ConfigurationError(variable: source, reason: "no URL of a database; \(Self.forms)")
        }
        let scheme = text[..<colon].lowercased()
        guard let engine = DatabaseEngine.allCases.first(where: { $0.schemes.contains(scheme) }) else {
            throw ConfigurationError(variable: source, reason: "no engine that its first word names; \(Self.forms)")
        }
        try engine.requirePresence(source: source)
        place = try Self.place(String(text[text.index(after: colon)...]), source)
    }

    private static func place(_ rest: String, _ source: String) throws -> Place {
        func refuse(_ reason: String) -> ConfigurationError { ConfigurationError(variable: source, reason: reason) }
        if rest == ":memory:" || rest == "//:memory:" { return .memory }
        var path = Substring(rest)
        if path.hasPrefix("//") {
            path = path.dropFirst(2)
            guard path.hasPrefix("/") else {
                throw refuse(
                    "a SQLite URL has no host; write sqlite:PATH for a path from here, sqlite:///PATH for a whole one")
            }
        }
        guard !path.contains("?") else { throw refuse("options behind a question mark are not there for SQLite") }
        guard !path.isEmpty, !path.hasSuffix("/"), !path.utf8.contains(0) else { throw refuse("no file; \(forms)") }
        return .file(String(path))
    }

    private static let forms = "write sqlite:db/development.sqlite3, sqlite:///var/lib/app.sqlite3 or sqlite::memory:"

    /// The URL without a password.
    public var description: String {
        switch place {
        case .memory: "sqlite::memory:"
        case .file(let path): path.hasPrefix("/") ? "sqlite://\(path)" : "sqlite:\(path)"
        }
    }

    /// The same place, a path from here on seen from a folder.
    package func resolved(in folder: String) -> DatabaseURL {
        guard case .file(let path) = place, !path.hasPrefix("/") else { return self }
        return .sqlite("\(folder)/\(path)")
    }
}
