extension Project {
    /// What is known of the models' files from the last run; nil where looking it up is not worth its while.
    ///
    /// - Parameters:
    ///   - templates: what they are made by.
    ///   - edits: files that the command changes, the schema among them.
    func renderedModels(
        of schema: Schema, by templates: AppTemplates = AppTemplates(), after edits: [GeneratedFile]
    ) throws -> RenderedModels? {
        guard schema.models.count >= RenderedModels.least else { return nil }
        let place = "\(Records.folder)/\(RenderedModels.name)"
        if case .blocked = try AppTree(root: workspace.root, files: workspace.files).find(place) { return nil }
        let texts = Dictionary(edits.map { ($0.path, $0.text) }) { first, _ in first }
        var sources = try self.sources(edited: texts[Project.schemaPath])
        for place in sources.indices { sources[place].text = texts[sources[place].file] ?? sources[place].text }
        for file in templates.files {
            sources.append(.init(file: file.path, text: templates.texts[AppTemplates.name(of: file.path)] ?? ""))
        }
        return try RenderedModels(of: sources, in: workspace)
    }

    /// Those of the generated files that belong to models.
    func modelFiles(of schema: Schema, in files: [GeneratedFile]) -> [GeneratedFile] {
        let paths = Set(schema.models.flatMap { model in ModelFileKind.all.map { $0.path(of: model) } })
        return files.filter { paths.contains($0.path) }
    }
}
