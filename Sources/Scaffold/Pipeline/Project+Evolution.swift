extension Project {
    /// The migrations that a schema asks for, with all that has to be said for them.
    ///
    /// - Parameters:
    ///   - tables: what there is; what the migrations so far leave unless said.
    ///   - hints: what is said already.
    ///   - interview: asks the person at the terminal; nil where nobody is there.
    ///   - rows: how many rows tables have, where somebody has counted them.
    /// - Throws: ``OpenQuestions`` where something is left to be said.
    func migrations(
        from tables: [Table]? = nil, to schema: Schema, hints: [Hint] = [], asking interview: Interview? = nil,
        rows: [String: Int] = [:]
    ) throws -> [PlannedMigration] {
        let recorded = try tables ?? recordedTables(for: schema.tables())
        let existing = try names(in: Folders.migrations)
        var hints = hints
        while true {
            let inquiry = try Inquiry(
                from: recorded, to: schema, hints: hints, existing: existing, now: now, rows: rows)
            guard let question = inquiry.questions.first else { return inquiry.evolution.migrations }
            guard let hint = interview?.answer(to: question) else {
                throw OpenQuestions(questions: inquiry.questions)
            }
            hints.append(hint)
        }
    }

    /// How many rows there are in tables of which a migration to this schema would lose something; counted only then, and
    /// only where the database is at hand.
    func rowsAtRisk(to schema: Schema) async -> [String: Int] {
        let evolution = (try? recordedTables()).flatMap {
            try? Evolution(from: $0, to: schema, existing: [], now: now)
        }
        guard evolution?.migrations.contains(where: { $0.up.contains { $0.loss != nil } }) == true else { return [:] }
        return await RowCounts.atHand(workspace.root)
    }
}
