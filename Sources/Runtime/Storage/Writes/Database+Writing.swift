extension Database {
    /// Writes on the writing connection; one statement, or several that need not hold together.
    nonisolated(nonsending) func writing<R: Sendable>(_ body: @Sendable (Writer) throws -> R) async throws -> R {
        try await write { [dialect] in try body(Writer(connection: $0, dialect: dialect)) }
    }

    /// Writes all or nothing.
    nonisolated(nonsending) func writingAll<R: Sendable>(_ body: @Sendable (Writer) throws -> R) async throws -> R {
        try await atomic { [dialect] in try body(Writer(connection: $0, dialect: dialect)) }
    }

    /// Writes all or nothing, and again when somebody else inserted the same row between looking for it and inserting
    /// it. The first attempt is taken back before the next one, so a transaction at hand goes on after it.
    nonisolated(nonsending) func retryingDuplicates<R: Sendable>(_ body: @Sendable (Writer) throws -> R) async throws
        -> R
    {
        var attempts = 3
        while true {
            do {
                return try await writingAll(body)
            } catch let error as UniqueConstraintError {
                attempts -= 1
                // a row that is not found and cannot be inserted either: another attribute is the reason
                guard attempts > 0 else { throw error }
            }
        }
    }
}
