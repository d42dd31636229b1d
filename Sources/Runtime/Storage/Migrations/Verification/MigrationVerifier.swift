import Logging

/// Proves migrations: each is run up, down and up again in a scratch database that has rows in it, and structure and rows
/// are compared.
///
/// Rows need not come back where the migration drops them, or writes them itself. All others must be what they were,
/// those in columns whose type changes too.
package struct MigrationVerifier: Sendable {
    private let settings: DatabaseConfiguration
    private let migrations: [any Migration]
    private let rows: Int
    private let seed: UInt64
    private let logger: Logger

    /// - Parameters:
    ///   - settings: the app's database, of whose engine and server the scratch database is.
    ///   - rows: how many rows a table gets.
    ///   - seed: the same seed makes the same rows.
    package init(
        _ settings: DatabaseConfiguration, migrations: [any Migration], rows: Int = 20, seed: UInt64 = 1,
        logger: Logger = Logger(label: "scaffold.verify")
    ) {
        self.settings = settings
        self.migrations = migrations
        self.rows = rows
        self.seed = seed
        self.logger = logger
    }

    /// Runs the migrations in their order.
    ///
    /// - Parameters:
    ///   - only: the name, or its stamp, of the only one to prove; those before it are run up.
    ///   - report: is told of each one that was proven, or was not.
    /// - Returns: one verdict a migration. After one that cannot be run there are no more.
    /// - Throws: ``UnknownMigrationError``, ``ConnectionError`` when there can be no scratch database.
    package func run(
        only: String? = nil, report: @escaping @Sendable (MigrationVerdict) -> Void = { _ in }
    ) async throws -> [MigrationVerdict] {
        let only = try only.map(name)
        return try await Database.withScratch(of: settings, logger: logger) { database in
            let run = VerificationRun(
                database: database, migrator: Migrator(database, migrations: migrations), rows: rows, seed: seed)
            var verdicts: [MigrationVerdict] = []
            for name in run.migrator.names {
                guard let migration = migrations.first(where: { type(of: $0).name == name }) else { continue }
                if let only, name != only {
                    guard let failure = await run.pass(name) else { continue }
                    report(failure)
                    return verdicts + [failure]
                }
                let start = ContinuousClock.now
                let (found, goesOn) = await run.prove(name, migration)
                var verdict = found
                verdict.duration = start.duration(to: .now)
                report(verdict)
                verdicts.append(verdict)
                if !goesOn || only != nil { break }
            }
            return verdicts
        }
    }

    private func name(_ text: String) throws -> String {
        let names = migrations.map { type(of: $0).name }
        if names.contains(text) { return text }
        let matches = names.filter { $0.hasPrefix(text + "-") }
        guard let match = matches.first, matches.count == 1 else {
            throw UnknownMigrationError(
                name: text,
                reason: "there is none of this name; there are: "
                    + (names.isEmpty ? "none at all" : names.sorted().joined(separator: ", ")))
        }
        return match
    }
}
