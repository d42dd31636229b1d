extension Project {
    /// Works out how a model goes: out of the schema, its files, and a migration that drops its table.
    ///
    /// - Parameter name: the model; it may have been taken out of the schema by hand already.
    /// - Throws: ``Diagnostics``, for instance where other models still refer to it.
    func planRemoval(ofModel name: String, hints: [Hint] = [], asking interview: Interview? = nil) throws -> Run {
        let sources = try sources()
        let schema = try SchemaReader.read(sources)
        guard let model = schema.model(named: name) else {
            guard try recordedTables().contains(where: { $0.model == name }) else {
                let known = schema.models.map(\.name)
                throw Diagnostic(
                    message: "there is no model '\(Shown.text(name))'",
                    suggestion: Diagnostic.didYouMean(name, among: known))
            }
            let hints = [.drop(SchemaPath(name))] + hints
            return try plan(schema, migrations: migrations(to: schema, hints: hints, asking: interview))
        }
        var edited = sources
        guard let place = sources.firstIndex(where: { $0.file == model.position.file }) else {
            throw Diagnostic(message: "the file of '\(name)' is not there", position: model.position)
        }
        edited[place].text = try SchemaEditor.text(sources[place], without: model)
        let file = GeneratedFile(
            path: sources[place].file, text: edited[place].text, kind: .edit(of: sources[place].text))
        let rest = try SchemaReader.read(edited)
        let migrations = try migrations(to: rest, hints: [.drop(SchemaPath(name))] + hints, asking: interview)
        return try plan(rest, edits: [file], migrations: migrations)
    }
}
