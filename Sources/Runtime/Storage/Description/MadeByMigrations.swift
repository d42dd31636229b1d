import Logging

/// The tables that an app's migrations make: as their operations tell, or, where these do not tell all, as a scratch
/// database has them in which they have run.
package struct MadeByMigrations: Sendable {
    package let tables: [TableDescription]
    /// Whether no database was asked.
    package let isTold: Bool
    /// The steps whose effect is not known.
    package let unseen: [String]
    /// Why no database could be asked.
    package let reason: String?
    private let names: [String]

    /// - Parameter settings: the app's database, of whose engine and server the scratch database is.
    /// - Throws: what a migration throws instead of saying what it does.
    package init(
        _ migrations: [any Migration], in settings: DatabaseConfiguration,
        logger: Logger = Logger(label: "scaffold.scratch")
    ) async throws {
        names = migrations.map { type(of: $0).name }
        let told = try MigratedTables(migrations)
        guard !told.unseen.isEmpty else {
            (tables, isTold, unseen, reason) = (told.tables, true, [], nil)
            return
        }
        do {
            tables = try await Database.withScratch(of: settings, logger: logger) { database in
                try await Migrator(database, migrations: migrations).up()
                return try await database.describe()
            }
            (isTold, unseen, reason) = (false, [], nil)
        } catch {
            (tables, isTold, unseen, reason) = (told.tables, true, told.unseen, "\(error)")
        }
    }

    /// The lines in front of those of the tables: which migrations there are, what is not known of them, and how the
    /// tables were come by.
    ///
    /// ```json
    /// {"migrations":["20261120093000-create-post"],"told":true,"unseen":[]}
    /// ```
    package var head: String {
        var json = JSONWriter()
        json.object { json in
            json.member("migrations", names)
            json.member("told", isTold)
            json.member("unseen", unseen)
            if let reason { json.member("reason", reason) }
        }
        return String(decoding: json.bytes, as: UTF8.self) + "\n"
    }
}
