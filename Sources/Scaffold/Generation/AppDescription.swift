/// Everything that an app's files are made of.
struct AppDescription: Sendable {
    var schema: Schema
    var runtime: RuntimeDependency
    /// The migrations that stand in the app already.
    var migrations: [MigrationName] = []
    /// Those of this run.
    var plannedMigrations: [PlannedMigration] = []
    /// The seeders that stand in the app already.
    var seeders: [MigrationName] = []
    /// Those of this run.
    var plannedSeeders: [PlannedSeeder] = []

    var allMigrations: [MigrationName] { Set(migrations + plannedMigrations.map(\.name)).sorted() }
    var allSeeders: [MigrationName] { Set(seeders + plannedSeeders.map(\.name)).sorted() }
}

/// What is worked out once for all files of an app.
struct GenerationContext: Sendable {
    let app: AppDescription
    let names: AppNames
    let index: SchemaIndex
    let samples: SampleIndex

    var schema: Schema { app.schema }

    init(_ app: AppDescription) throws {
        self.app = app
        names = AppNames(app.schema.name)
        index = SchemaIndex(app.schema)
        samples = SampleIndex(index)
    }
}
