// The database that is bound to the task.
extension Database {
    @TaskLocal static var bound: Database?

    /// The database that is bound.
    ///
    /// - Throws: ``ConnectionError`` when none is.
    public static var current: Database {
        get throws {
            guard let bound else {
                throw ConnectionError(
                    message:
                        "no database is bound here: run this inside of `database.run { }` or `database.withValue { }`")
            }
            return bound
        }
    }

    /// Runs the body with this database as the one that models and queries use.
    public func withValue<R>(
        isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
    ) async rethrows -> R {
        try await Self.$bound.withValue(self, operation: body)
    }

    /// Runs the body with a database as the one that models and queries use.
    public static func with<R>(
        _ database: Database, isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> R
    ) async rethrows -> R {
        try await $bound.withValue(database, operation: body)
    }

    /// Runs the body with this database bound and on the threads that may block: an app's services run inside.
    public func run<R: Sendable>(_ body: @Sendable () async throws -> R) async rethrows -> R {
        try await withExecutor {
            try await Self.$bound.withValue(self, operation: body)
        }
    }

    /// Runs the body on the threads that may block, so that its queries need not move there one by one.
    public func withExecutor<R: Sendable>(_ body: @Sendable () async throws -> R) async rethrows -> R {
        try await withTaskExecutorPreference(BlockingExecutor.shared, operation: body)
    }
}

/// The database that is bound: what app code calls `try database`.
///
/// - Throws: ``ConnectionError`` when none is.
public var database: Database {
    get throws { try Database.current }
}
