extension Project {
    /// What a migration to a schema starts from. The app is asked what its migrations make, and built for that, only where
    /// the schema wants something new and there are migrations of the user's own that are not accounted for.
    ///
    /// - Throws: ``Diagnostic`` for recorded tables that cannot be read.
    func standing(for schema: Schema) async throws -> Standing {
        let wanted = try schema.tables()
        let recorded = try recordedTables(for: wanted)
        let book = try handWritten()
        let known = Standing(
            recorded: recorded, made: book.made(over: recorded), wanted: wanted, migrations: book.migrations)
        let texts = try handWrittenTexts()
        let new = texts.filter { !book.migrations[$0.key, default: []].contains($0.value) }.map(\.key).sorted()
        let isOutdated = !new.isEmpty || book.migrations.keys.contains { texts[$0] == nil }
        guard isOutdated, try !TableDifference(from: known.tables, to: wanted).operations.isEmpty else { return known }
        do {
            let app = try await app([])
            let made = try await app.madeByMigrations()
            let unknown = new.filter { !made.migrations.contains($0) }
            let tables = made.tables(
                likeness: try await app.likeness(of: wanted, isTold: made.isTold), wanted: wanted, recorded: recorded)
            var standing = Standing(
                recorded: recorded, made: tables, wanted: wanted, isExact: made.unseen.isEmpty,
                migrations: texts.filter { !unknown.contains($0.key) }.mapValues { [$0] })
            standing.warnings = Self.warnings(of: made, unknown: unknown)
            return standing
        } catch {
            var standing = known
            let names = new + book.migrations.keys.filter { texts[$0] == nil }
            let reason = Scaffold.words(for: error).linesOfAnySystem.first.map { String($0) } ?? ""
            standing.warnings = [
                "written by hand: \(Self.list(names.sorted())); what is made there could not be found out "
                    + "(\(reason)): see that the new migration does not do it again, or say --no-migration"
            ]
            return standing
        }
    }

    /// What was found out at earlier runs; nil where nothing was written by hand.
    func recordedStanding(for wanted: [Table]) throws -> Standing? {
        let book = try handWritten()
        guard book != HandWritten() else { return nil }
        let recorded = try recordedTables(for: wanted)
        return Standing(
            recorded: recorded, made: book.made(over: recorded), wanted: wanted, migrations: book.migrations)
    }

    /// What is remembered of migrations that were written by hand.
    func handWritten() throws -> HandWritten {
        try workspace.book(HandWritten.name).map { try HandWritten(parsing: $0) } ?? HandWritten()
    }

    /// The checksums of all migrations that are not as the tool wrote them, by name.
    private func handWrittenTexts() throws -> [String: String] {
        let records = Records(tree: AppTree(root: workspace.root, files: workspace.files))
        var texts: [String: String] = [:]
        for name in try names(in: Folders.migrations) {
            let path = "\(Folders.migrations)/\(name.fileName)"
            guard let mine = try records.tree.text(path),
                try !LineEndings.same(Array(mine.utf8), records.text(.once, path))
            else { continue }
            let digest = FileDigest(mine.utf8.filter { $0 != UInt8(ascii: "\r") })
            texts[name.text] = String(digest.hash, radix: 16)
        }
        return texts
    }

    private static func warnings(of made: MadeTables, unknown: [String]) -> [String] {
        var warnings: [String] = []
        if !unknown.isEmpty {
            warnings.append(
                "\(list(unknown)): not in MigrationList.swift until now, so that what is made there was not seen; see that "
                    + "the new migration does not do it again")
        }
        if !made.unseen.isEmpty {
            let reason = made.reason?.linesOfAnySystem.first.map { String($0) } ?? ""
            warnings.append(
                "what SQL and code in migrations do could not be seen, since they could not be run (\(reason)): "
                    + "\(list(made.unseen)); see that the new migration does not do it again")
        }
        return warnings
    }

    private static func list(_ names: [String]) -> String {
        names.count > 5
            ? names.prefix(5).joined(separator: ", ") + " and \(names.count - 5) more"
            : names.joined(separator: ", ")
    }
}
