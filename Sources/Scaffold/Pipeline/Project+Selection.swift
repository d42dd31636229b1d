extension Project {
    /// Works out what a schema asks of a part of the app's code. Migrations and the record of the tables belong together
    /// and are left to a run over the whole.
    ///
    /// - Parameters:
    ///   - words: models by name, files and folders by path.
    ///   - folder: where they were typed.
    /// - Throws: ``Diagnostics`` for words that select nothing.
    func plan(
        _ schema: Schema, selecting words: [String], from folder: String = Machine.workingDirectory
    ) throws -> Run {
        let files = try files(of: description(of: schema), by: templates())
        let generated = Set(files.map(\.path))
        let recorded = try Records(tree: AppTree(root: workspace.root, files: workspace.files)).paths(on: .base)
        let models = schema.models.map { model in
            (model.name, ModelFileKind.all.map { $0.path(of: model) }.filter(generated.contains))
        }
        let selection = try Selection(
            words, among: files.map(\.path) + recorded, models: Dictionary(uniqueKeysWithValues: models),
            from: folder.hasPrefix(workspace.root) ? String(folder.dropFirst(workspace.root.count)) : "",
            to: "generate")
        var plan = try workspace.plan(
            files.filter { selection.contains($0.path) }, isWholeApp: false,
            takingBack: recorded.filter { selection.contains($0) && !generated.contains($0) })
        if try !TableDifference(from: recordedTables(), to: schema.tables()).operations.isEmpty {
            plan.warnings.append(
                "the schema asks for a migration; 'scaffold generate' writes it, a selection is code alone")
        }
        return Run(plan: plan, schema: schema, migrations: [])
    }
}
