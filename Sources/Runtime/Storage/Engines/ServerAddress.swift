/// Where a database server is, who asks, and how the way there is kept safe.
public struct ServerAddress: Sendable, Hashable {
    /// A name or an address; for a socket of this machine the folder (PostgreSQL) or the socket itself (MySQL), which
    /// starts with a slash.
    public var host: String
    /// Nil for the engine's own.
    public var port: Int?
    /// Who asks; nil for the name of whoever runs the app.
    public var user: String?
    /// Never part of a description.
    public var password: String?
    /// The database on the server.
    public var database: String
    /// Options behind the question mark.
    public var options: ServerOptions

    /// An address.
    public init(
        host: String, port: Int? = nil, user: String? = nil, password: String? = nil, database: String,
        options: ServerOptions = ServerOptions()
    ) {
        self.host = host
        self.port = port
        self.user = user
        self.password = password
        self.database = database
        self.options = options
    }
}

/// What a URL of a server says behind its question mark: `?sslmode=verify-full&sslrootcert=/etc/ca.pem`.
public struct ServerOptions: Sendable, Hashable {
    /// How the connection is encrypted, in libpq's words.
    public enum Encryption: String, Sendable, Hashable, CaseIterable {
        /// Not at all.
        case disable
        /// When the server can.
        case prefer
        /// Always, whoever the server is.
        case require
        /// Always, and the server's certificate is signed by one that is trusted.
        case verifyAuthority = "verify-ca"
        /// Always, and the certificate is of this host.
        case verifyFull = "verify-full"
    }

    /// `sslmode`; `prefer` when nothing is said.
    public var encryption: Encryption?
    /// `sslrootcert`: the file of the certificates that are trusted.
    public var rootCertificate: String?
    /// `sslcert`: the file of the app's own certificate.
    public var certificate: String?
    /// `sslkey`: the file of its key.
    public var key: String?
    /// `connect_timeout` in seconds.
    public var connectTimeout: Int?
    /// `application_name`, as the server's lists of connections show it.
    public var applicationName: String?

    /// Nothing said.
    public init() {}
}
