extension Project {
    /// The migrations that a schema asks for, with all that has to be said for them.
    ///
    /// - Parameters:
    ///   - tables: what there is; what the migrations so far leave unless said.
    ///   - hints: what is said already.
    ///   - interview: asks the person at the terminal; nil where nobody is there.
    /// - Throws: ``OpenQuestions`` where something is left to be said.
    func migrations(
        from tables: [Table]? = nil, to schema: Schema, hints: [Hint] = [], asking interview: Interview? = nil
    ) throws -> [PlannedMigration] {
        let recorded = try tables ?? recordedTables()
        let existing = try names(in: Folders.migrations)
        var hints = hints
        while true {
            let inquiry = try Inquiry(from: recorded, to: schema, hints: hints, existing: existing, now: now)
            guard let question = inquiry.questions.first else { return inquiry.evolution.migrations }
            guard let hint = interview?.answer(to: question) else {
                throw OpenQuestions(questions: inquiry.questions)
            }
            hints.append(hint)
        }
    }
}
