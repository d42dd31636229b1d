import Logging

/// A database and the connections to it.
///
/// An app binds one around its services; models, queries and transactions use the one that is bound:
///
/// ```swift
/// let database = try Database(DatabaseConfiguration(url: .sqlite("db/development.sqlite3")))
/// try await database.run {
///     let posts = try await Post.findAll()
/// }
/// ```
public final class Database: Sendable {
    /// How the database is used.
    public let configuration: DatabaseConfiguration

    /// What differs between engines.
    package let dialect: any Dialect

    /// Opens a database.
    ///
    /// - Throws: ``ConnectionError`` when it cannot be opened.
    public init(_ configuration: DatabaseConfiguration, logger: Logger = Logger(label: "scaffold.database")) throws {
        self.configuration = configuration
        fatalError("to come")
    }

    /// Reads: the body gets a connection for as long as it runs, that of the transaction at hand if there is one.
    package func read<R: Sendable>(_ body: @Sendable (any Connection) throws -> R) async throws -> R {
        fatalError("to come")
    }

    /// Writes: the body gets the writing connection, that of the transaction at hand if there is one. Without one,
    /// every statement stands for itself; what must hold together goes into ``transaction(isolation:_:)``.
    package func write<R: Sendable>(_ body: @Sendable (any Connection) throws -> R) async throws -> R {
        fatalError("to come")
    }

    /// Runs the body as one transaction: all of its queries or none.
    public func transaction<R>(
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
    ) async throws -> R {
        fatalError("to come")
    }

    /// Runs the body with this database as the one that models and queries use.
    public func withValue<R>(
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
    ) async rethrows -> R {
        fatalError("to come")
    }

    /// Runs the body with this database bound and on the threads that may block: an app's services run inside.
    public func run<R: Sendable>(_ body: @Sendable () async throws -> R) async rethrows -> R {
        fatalError("to come")
    }

    /// The database that is bound.
    ///
    /// - Throws: ``ConnectionError`` when none is.
    public static var current: Database {
        get throws { fatalError("to come") }
    }
}

/// The database that is bound: what app code calls `try database`.
///
/// - Throws: ``ConnectionError`` when none is.
public var database: Database {
    get throws { try Database.current }
}
