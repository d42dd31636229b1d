extension Project {
    /// Works out the migration that leads a database from what it is to what the schema says.
    ///
    /// - Parameters:
    ///   - schema: nothing of it may be left to be generated.
    ///   - drift: what is to be repaired.
    ///   - hints: what is said already.
    ///   - counts: how much there is to lose.
    ///   - interview: asks the person at the terminal; nil where nobody is there.
    /// - Throws: ``OpenQuestions`` where something is left to be said.
    func planRepair(
        of drift: Drift, to schema: Schema, hints: [Hint] = [], counts: LiveCounts = LiveCounts(),
        asking interview: Interview? = nil
    ) throws -> Run {
        let steps = try migrations(
            from: drift.tables, to: schema, hints: hints, asking: interview, counts: counts
        ).flatMap(\.up)
        var migration = PlannedMigration(name: try name("repair-\(steps.slug)", in: Folders.migrations), up: steps)
        migration.isRepair = true
        return try plan(schema, migrations: [migration])
    }
}
