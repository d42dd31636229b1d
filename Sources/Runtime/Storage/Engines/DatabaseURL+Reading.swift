extension DatabaseURL {
    /// Reads a URL.
    ///
    /// - Parameter source: where it comes from, for the error: `DATABASE_URL`.
    /// - Throws: ``ConfigurationError``, which names the source and never the URL: it may hold a password.
    public init(_ text: String, source: String = "DATABASE_URL") throws {
        func refuse(_ reason: String) -> ConfigurationError { ConfigurationError(variable: source, reason: reason) }
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            throw refuse("no URL of a database; \(Self.forms)")
        }
        let scheme = text[..<colon].lowercased()
        guard let engine = DatabaseEngine.allCases.first(where: { $0.schemes.contains(scheme) }) else {
            throw refuse("no engine that its first word names; \(Self.forms)")
        }
        self.init(engine: engine, place: try Self.place(text[text.index(after: colon)...], engine, source))
    }

    private static func place(_ rest: Substring, _ engine: DatabaseEngine, _ source: String) throws -> Place {
        do {
            return engine.standardPort == nil ? try file(rest) : .server(try ServerAddress(urlPart: rest))
        } catch {
            throw ConfigurationError(variable: source, reason: error.reason)
        }
    }

    private static func file(_ rest: Substring) throws(URLProblem) -> Place {
        if rest == ":memory:" || rest == "//:memory:" { return .memory }
        var path = rest
        if path.hasPrefix("//") {
            path = path.dropFirst(2)
            guard path.hasPrefix("/") else {
                throw URLProblem(
                    "a SQLite URL has no host; write sqlite:PATH for a path from here, sqlite:///PATH for a whole one")
            }
        }
        guard !path.contains("?") else {
            throw URLProblem("options behind a question mark are not there for SQLite")
        }
        guard !path.isEmpty, !path.hasSuffix("/"), !path.utf8.contains(0) else { throw URLProblem("no file; \(forms)") }
        return .file(String(path))
    }

    private static let forms =
        "write sqlite:db/development.sqlite3, sqlite:///var/lib/app.sqlite3, sqlite::memory:, "
        + "postgresql://user:password@host/database or mysql://user:password@host/database"
}

/// What is wrong with a URL, without the URL.
struct URLProblem: Error {
    var reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}

extension ServerAddress {
    /// Reads what follows the first colon: `//user:password@host:5432/database?option=value`, percent signs decoded.
    init(urlPart text: Substring) throws(URLProblem) {
        guard text.hasPrefix("//") else { throw URLProblem("two slashes and a host are needed behind the first colon") }
        let (beforeOptions, query) = Self.cut(text.dropFirst(2), at: "?")
        let (authority, path) = Self.cut(beforeOptions, at: "/")
        guard let path, !path.isEmpty, !path.contains("/") else {
            throw URLProblem("no database; its name stands behind the host: //host/database")
        }
        var place = authority
        var user: String?
        var password: String?
        if let at = authority.lastIndex(of: "@") {
            let (name, secret) = Self.cut(authority[..<at], at: ":")
            user = name.isEmpty ? nil : try Self.decoded(name, "the user")
            if let secret { password = try Self.decoded(secret, "the password") }
            place = authority[authority.index(after: at)...]
        }
        let (host, port) = try Self.hostAndPort(place)
        self.init(
            host: host.isEmpty ? "127.0.0.1" : try Self.decoded(host, "the host"), port: port, user: user,
            password: password, database: try Self.decoded(path, "the database"))
        if let query { try read(options: query) }
    }

    private static func hostAndPort(_ place: Substring) throws(URLProblem) -> (Substring, Int?) {
        var host = place
        var rest: Substring = ""
        if place.hasPrefix("["), let end = place.firstIndex(of: "]") {
            // an address of version 6 has colons of its own
            host = place[place.index(after: place.startIndex)..<end]
            rest = place[place.index(after: end)...]
        } else if let colon = place.firstIndex(of: ":") {
            host = place[..<colon]
            rest = place[colon...]
        }
        guard !rest.isEmpty else { return (host, nil) }
        guard rest.hasPrefix(":"), let port = Int(rest.dropFirst()), (1...65_535).contains(port) else {
            throw URLProblem("the port is no number from 1 to 65535")
        }
        return (host, port)
    }

    private mutating func read(options query: Substring) throws(URLProblem) {
        for part in query.split(separator: "&") {
            let (name, value) = Self.cut(part, at: "=")
            let text = try Self.decoded(value ?? "", "the option \(name)")
            switch name {
            case "host": host = text
            case "sslmode", "ssl-mode":
                guard let mode = ServerOptions.Encryption(rawValue: text.lowercased()) else {
                    let all = ServerOptions.Encryption.allCases.map(\.rawValue).joined(separator: ", ")
                    throw URLProblem("sslmode is one of \(all)")
                }
                options.encryption = mode
            case "sslrootcert", "ssl-ca": options.rootCertificate = text
            case "sslcert", "ssl-cert": options.certificate = text
            case "sslkey", "ssl-key": options.key = text
            case "connect_timeout":
                guard let seconds = Int(text), (1...3600).contains(seconds) else {
                    throw URLProblem("connect_timeout is a number of seconds from 1 to 3600")
                }
                options.connectTimeout = seconds
            case "application_name": options.applicationName = text
            default:
                throw URLProblem(
                    "an option that is not known; there are host, sslmode, sslrootcert, sslcert, sslkey, "
                        + "connect_timeout and application_name")
            }
        }
    }

    /// What stands before and behind the first of a character.
    private static func cut(_ text: Substring, at mark: Character) -> (Substring, Substring?) {
        guard let place = text.firstIndex(of: mark) else { return (text, nil) }
        return (text[..<place], text[text.index(after: place)...])
    }

    /// The text with its percent signs decoded; a NUL would end it early in the hands of a C library.
    private static func decoded(_ text: Substring, _ what: String) throws(URLProblem) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            guard digits.count == 2, let code = UInt8(String(Substring(digits)), radix: 16) else {
                throw URLProblem("\(what) has a percent sign without two hexadecimal digits; %25 is the sign itself")
            }
            bytes.append(code)
            rest = rest.dropFirst(2)
        }
        guard !bytes.contains(0), let decoded = String(validating: bytes, as: UTF8.self) else {
            throw URLProblem("\(what) is no text in UTF-8")
        }
        return decoded
    }
}
