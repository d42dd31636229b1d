/// The schema that a new app begins with.
enum InitialSchema {
    /// The text of schema.yml without a model.
    ///
    /// - Parameters:
    ///   - name: The app's name, as the schema allows it.
    ///   - database: The engine.
    static func text(name: String, database: DatabaseEngine) -> String {
        """
        # yaml-language-server: $schema=\(SchemaJSONSchema.path)
        name: \(name)
        database: \(database.rawValue)
        api: {prefix: /api}
        models:

        """
    }
}
