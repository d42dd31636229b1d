extension Project {
    /// The app, built and ready to be asked about its database.
    func app(_ options: [String]) async throws -> AppOutput {
        try await .built(try AppFolder(at: workspace.root), options: options)
    }

    /// How the database differs from the schema.
    ///
    /// - Parameter live: the database, where it was asked already.
    func drift(from schema: Schema, of live: LiveDatabase? = nil, asking app: AppOutput) async throws -> Drift {
        let wanted = try schema.tables()
        let found = if let live { live } else { try await app.database() }
        return Drift(
            of: found, likeness: try await app.likeness(of: wanted), wanted: wanted,
            recorded: try recordedTables(), unmanaged: Set(schema.models.filter { !$0.isManaged }.map(\.tableName)))
    }

    /// Refuses a schema with changes that no migration makes yet.
    func requireGenerated(_ schema: Schema) throws {
        guard try TableDifference(from: recordedTables(), to: schema.tables()).operations.isEmpty else {
            throw Diagnostic(
                message: "the schema has changes of which no migration was written yet",
                suggestion: "run 'scaffold generate' and 'scaffold db:migrate' first")
        }
    }
}
