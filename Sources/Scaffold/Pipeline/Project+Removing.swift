extension Project {
    /// What a schema is without a model.
    struct Removal {
        var schema: Schema
        /// The change of the schema's own file.
        var edits: [GeneratedFile]
    }

    /// Works out how a model goes out of the schema.
    ///
    /// - Parameter name: the model; it may have been taken out of the schema by hand already.
    /// - Throws: ``Diagnostics``, for instance where other models still refer to it.
    func removal(ofModel name: String) throws -> Removal {
        let sources = try sources()
        let schema = try SchemaReader.read(sources)
        guard let model = schema.model(named: name) else {
            guard try recordedTables().contains(where: { $0.model == name }) else {
                let known = schema.models.map(\.name)
                throw Diagnostic(
                    message: "there is no model '\(Shown.text(name))'",
                    suggestion: Diagnostic.didYouMean(name, among: known))
            }
            return Removal(schema: schema, edits: [])
        }
        var edited = sources
        guard let place = sources.firstIndex(where: { $0.file == model.position.file }) else {
            throw Diagnostic(message: "the file of '\(name)' is not there", position: model.position)
        }
        edited[place].text = try SchemaEditor.text(sources[place], without: model)
        let file = GeneratedFile(
            path: sources[place].file, text: edited[place].text, kind: .edit(of: sources[place].text))
        return Removal(schema: try SchemaReader.read(edited), edits: [file])
    }
}
