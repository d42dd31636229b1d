/// The migrations of one run in one scratch database.
struct VerificationRun: Sendable {
    let database: Database
    let migrator: Migrator
    let rows: Int
    let seed: UInt64
    /// The columns of each table when it last got rows.
    private let filled = Locked<[String: Set<String>]>([:])

    init(database: Database, migrator: Migrator, rows: Int, seed: UInt64) {
        self.database = database
        self.migrator = migrator
        self.rows = rows
        self.seed = seed
    }

    /// Runs one without proving it; a verdict only when that fails.
    func pass(_ name: String) async -> MigrationVerdict? {
        do {
            _ = try await fill(try await database.describe())
            try await migrator.up(name: name)
            return nil
        } catch {
            return MigrationVerdict(name: name, findings: [.failed(.up, reason: Self.reason(error))])
        }
    }

    /// Runs one up, down and up again.
    ///
    /// - Returns: what was found, and whether the next one can be run.
    func prove(_ name: String, _ migration: any Migration) async -> (MigrationVerdict, goesOn: Bool) {
        var verdict = MigrationVerdict(name: name)
        var moment = MigrationVerdict.Moment.up
        do {
            verdict.notes = try await fill(try await database.describe())
            let before = try await database.describe()
            let views = try await database.views()
            let rowsBefore = try await images(of: before)
            try await migrator.up(name: name)
            let after = try await database.describe()
            if let reason = Self.refusal(migration) {
                verdict.irreversible = reason
                return (verdict, true)
            }
            // So that there is something to lose in what is new.
            verdict.notes += try await fill(after, onlyEmpty: true).filter { [notes = verdict.notes] note in
                !notes.contains(note)
            }
            moment = .down
            try await migrator.undo(name: name)
            let back = try await database.describe()
            var operations = QueryInterface()
            try migration.up(&operations)
            let touched = TouchedParts(operations.operations, before: before, after: after)
            verdict.findings += back.differences(from: before).map { .structure(.down, $0) }
            verdict.findings += Self.differences(of: try await database.views(), from: views)
            verdict.findings += Self.differences(of: try await images(of: back), from: rowsBefore, touched)
            moment = .upAgain
            try await migrator.up(name: name)
            let again = try await database.describe()
            verdict.findings += again.differences(from: after).map { .structure(.upAgain, $0) }
            return (verdict, true)
        } catch let error as MigrationError where moment == .down && error.isIrreversible {
            verdict.irreversible = "\(error.cause)"
            return (verdict, true)
        } catch {
            verdict.findings.append(.failed(moment, reason: Self.reason(error)))
            // What failed on its way down is still up, where all of it was taken back.
            let isTakenBack = database.engine.takesBackDefinitions && type(of: migration).usesTransaction
            return (verdict, moment == .down && isTakenBack)
        }
    }

    /// Why a migration says that it cannot be taken back.
    private static func refusal(_ migration: any Migration) -> String? {
        if type(of: migration).isRepair { return "a repair is not taken back" }
        var operations = QueryInterface()
        do {
            try migration.down(&operations)
            return nil
        } catch {
            return "\(error)"
        }
    }

    /// The cause, without what is said of other migrations.
    private static func reason(_ error: any Error) -> String {
        guard let error = error as? MigrationError else { return "\(error)" }
        return (error.operation.map { "at \($0): " } ?? "") + "\(error.cause)"
    }
}

// Rows.
extension VerificationRun {
    /// Gives rows to tables that have none, and to those whose columns are others since they got some.
    ///
    /// - Returns: what could not be made.
    private func fill(_ tables: [TableDescription], onlyEmpty: Bool = false) async throws -> [String] {
        let counts = try await database.rowCounts(of: tables)
        let wanted = tables.filter { table in
            let columns = Set(table.columns.map(\.name))
            let isKnown = filled.withLock { $0[table.name] == columns }
            return counts[table.name] == 0 || (!onlyEmpty && !isKnown)
        }
        guard !wanted.isEmpty else { return [] }
        // On connections of its own: a server may hold on to what statements meant before the tables changed.
        let fresh = try Database(database.configuration, logger: database.logger)
        let problems = try await SampleRows(tables, seed: seed).insert(rows, into: Set(wanted.map(\.name)), in: fresh)
        filled.withLock { filled in
            for table in wanted { filled[table.name] = Set(table.columns.map(\.name)) }
        }
        return problems.map(\.description)
    }

    private func images(of tables: [TableDescription]) async throws -> [RowImage] {
        try await database.read { [dialect = database.dialect] connection in
            try tables.map { try RowImage($0, connection, dialect) }
        }
    }

    private static func differences(
        of rows: [RowImage], from before: [RowImage], _ touched: TouchedParts
    ) -> [MigrationVerdict.Finding] {
        before.filter { !touched.tables.contains($0.table) }.flatMap { old -> [MigrationVerdict.Finding] in
            guard let new = rows.first(where: { $0.table == old.table }) else { return [] }
            return new.differences(
                from: old, without: touched.columns[old.table] ?? [], rowsMayGo: touched.emptied.contains(old.table)
            ).map { .rows($0) }
        }
    }

    private static func differences(
        of views: [ViewDescription], from before: [ViewDescription]
    ) -> [MigrationVerdict.Finding] {
        let missing = before.filter { !views.contains($0) }
        let added = views.filter { !before.contains($0) }
        return missing.map { .structure(.down, DescriptionDifference(table: "view \($0.name)", before: $0.definition)) }
            + added.map { .structure(.down, DescriptionDifference(table: "view \($0.name)", after: $0.definition)) }
    }
}
