/// Runs migrations or seeders, each as a transaction of its own where the engine can, and remembers which ran.
///
/// One runner at a time: the others wait for it, and find done what it did. A process that is killed lets go of the
/// lock and leaves no half-done migration behind; on MySQL, which cannot take back changes of tables, the next run goes
/// on where it stopped.
public struct Migrator: Sendable {
    let database: Database
    /// In the order of their names.
    let scripts: [Script]
    private let byName: [String: Script]
    let executed: ExecutedScripts
    let records: ScriptRecords

    /// How they are run.
    public var options: MigratorOptions

    /// The names of all, in order.
    public var names: [String] { scripts.map(\.name) }

    /// Names that stood in the list more than once (merging two branches can double a line); they run once.
    public let duplicates: [String]

    /// A runner of migrations, remembered in the table `SequelizeMeta`.
    public init(_ database: Database, migrations: [any Migration], options: MigratorOptions = .init()) {
        self.init(database, migrations.map(Script.init), table: "SequelizeMeta", kind: "migration", options)
    }

    /// A runner of seeders, remembered in the table `SequelizeData`.
    public init(_ database: Database, seeders: [any Seeder], options: MigratorOptions = .init()) {
        self.init(database, seeders.map(Script.init), table: "SequelizeData", kind: "seeder", options)
    }

    init(
        _ database: Database, _ scripts: [Script], table: String, kind: String, _ options: MigratorOptions
    ) {
        self.database = database
        self.options = options
        var seen: Set<String> = []
        var duplicates: [String] = []
        self.scripts = scripts.filter { script in
            let isNew = seen.insert(script.name).inserted
            if !isNew, !duplicates.contains(script.name) { duplicates.append(script.name) }
            return isNew
        }.sorted { $0.name < $1.name }
        self.duplicates = duplicates
        byName = Dictionary(self.scripts.map { ($0.name, $0) }) { first, _ in first }
        executed = ExecutedScripts(table: table, dialect: database.dialect)
        records = ScriptRecords(kind: kind, dialect: database.dialect)
    }

    /// Forgets which ran, without taking anything back: for seeders whose tables are gone.
    public func forgetAll() async throws {
        try await database.exclusive { [executed, records] connection in
            try executed.removeAll(connection)
            try records.removeAll(connection)
        }
    }
}

// Finding.
extension Migrator {
    func history() async throws -> MigrationHistory {
        try await database.read { try history($0) }
    }

    func history(_ connection: any Connection) throws -> MigrationHistory {
        MigrationHistory(
            names: try executed.names(connection), records: try records.all(connection), known: Set(byName.keys))
    }

    /// The one that a name or a stamp means.
    func script(_ name: String) throws -> Script {
        let name = SequelizeName.withoutEnding(name) ?? name
        if let exact = byName[name] { return exact }
        // The stamp alone is enough.
        let matches = scripts.filter { $0.name.hasPrefix(name + "-") }
        guard let match = matches.first, matches.count == 1 else {
            throw UnknownMigrationError(
                name: name,
                reason: "there is none of this name; there are: "
                    + (scripts.isEmpty ? "none at all" : scripts.map(\.name).joined(separator: ", ")))
        }
        return match
    }

    func isKnown(_ name: String) -> Bool { byName[name] != nil }

    /// One that ran, to be taken back.
    func executedScript(_ name: String) throws -> Script {
        guard let script = byName[name] else {
            throw UnknownMigrationError(name: name, reason: "it ran, but is missing here: it cannot be undone")
        }
        return script
    }
}
