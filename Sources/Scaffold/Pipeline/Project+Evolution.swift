extension Project {
    /// The migrations that a schema asks for, with all that has to be said for them.
    ///
    /// - Parameters:
    ///   - tables: what there is; what the migrations so far leave unless said.
    ///   - hints: what is said already.
    ///   - interview: asks the person at the terminal; nil where nobody is there.
    ///   - counts: how much there is to lose, where somebody has counted it.
    /// - Throws: ``OpenQuestions`` where something is left to be said.
    func migrations(
        from tables: [Table]? = nil, to schema: Schema, hints: [Hint] = [], asking interview: Interview? = nil,
        counts: LiveCounts = LiveCounts()
    ) throws -> [PlannedMigration] {
        let recorded = try tables ?? recordedTables(for: schema.tables())
        let existing = try names(in: Folders.migrations)
        var hints = hints
        while true {
            let inquiry = try Inquiry(
                from: recorded, to: schema, hints: hints, existing: existing, now: now, counts: counts)
            guard let question = inquiry.questions.first else { return inquiry.evolution.migrations }
            guard let hint = interview?.answer(to: question) else {
                throw OpenQuestions(questions: inquiry.questions)
            }
            hints.append(hint)
        }
    }

    /// How much there is of what a migration to this schema would lose; counted only where it would lose something, and only
    /// where the database is at hand.
    ///
    /// - Parameter app: the app, where it is built already.
    func counts(
        atRiskFrom tables: [Table], to schema: Schema, hints: [Hint], in app: AppOutput? = nil
    ) async -> LiveCounts {
        let inquiry = try? Inquiry(from: tables, to: schema, hints: hints, now: now)
        let steps = (inquiry?.evolution.migrations ?? []).flatMap(\.up)
        guard steps.contains(where: { $0.loss != nil }), inquiry?.questions.isEmpty == false else {
            return LiveCounts()
        }
        let ready = app ?? (try? AppFolder(at: workspace.root)).flatMap(AppOutput.ready)
        return await LiveCounts.atHand(of: steps, in: ready)
    }
}
