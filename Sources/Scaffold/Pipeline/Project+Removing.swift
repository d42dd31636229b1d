extension Project {
    /// Works out how a model goes: out of the schema, its files, and a migration that drops its table.
    ///
    /// - Parameters:
    ///   - name: the model; it may have been taken out of the schema by hand already.
    ///   - writesMigration: false where the table has been dropped by hand.
    /// - Throws: ``Diagnostics``, for instance where other models still refer to it.
    func planRemoval(
        ofModel name: String, hints: [Hint] = [], asking interview: Interview? = nil, writesMigration: Bool = true
    ) throws -> Run {
        func migrations(to schema: Schema) throws -> [PlannedMigration] {
            guard writesMigration else { return [] }
            return try self.migrations(to: schema, hints: [.drop(SchemaPath(name))] + hints, asking: interview)
        }
        let sources = try sources()
        let schema = try SchemaReader.read(sources)
        guard let model = schema.model(named: name) else {
            guard try recordedTables().contains(where: { $0.model == name }) else {
                let known = schema.models.map(\.name)
                throw Diagnostic(
                    message: "there is no model '\(Shown.text(name))'",
                    suggestion: Diagnostic.didYouMean(name, among: known))
            }
            return try plan(schema, migrations: migrations(to: schema))
        }
        var edited = sources
        guard let place = sources.firstIndex(where: { $0.file == model.position.file }) else {
            throw Diagnostic(message: "the file of '\(name)' is not there", position: model.position)
        }
        edited[place].text = try SchemaEditor.text(sources[place], without: model)
        let file = GeneratedFile(
            path: sources[place].file, text: edited[place].text, kind: .edit(of: sources[place].text))
        let rest = try SchemaReader.read(edited)
        return try plan(rest, edits: [file], migrations: migrations(to: rest))
    }
}
