import Templates

/// Makes every file of an app out of its schema.
///
/// ```swift
/// let files = try Generator().files(of: app)
/// ```
struct Generator: Sendable {
    let renderer: Renderer

    /// - Parameter templates: the text of each template, by name.
    /// - Throws: ``GenerationError`` when a template does not parse.
    init(templates: [String: String] = Templates.all) throws { renderer = try Renderer(templates: templates) }

    /// The files of an app, those of the app first and then those of each model, in one order always.
    ///
    /// - Parameter known: files of models that need not be rendered again.
    /// - Throws: ``GenerationError``, which is a defect of the tool or of a schema that did not come from its reader.
    func files(of app: AppDescription, known: RenderedModels? = nil) throws -> [GeneratedFile] {
        let context = try GenerationContext(app)
        var files = try FileKind.ofApp.map { try file($0, context) }
        files += try modelFiles(context, known: known)
        files += try app.plannedMigrations.map { try migration($0) }
        files += try app.plannedSeeders.map { try seeder($0) }
        return files
    }

    private func modelFiles(_ context: GenerationContext, known: RenderedModels?) throws -> [GeneratedFile] {
        try context.schema.models.concurrentMap { model -> [GeneratedFile] in
            try ModelFileKind.all.compactMap { kind -> GeneratedFile? in
                let path = kind.path(of: model)
                if let paths = known?.paths, !paths.contains(path) { return nil }
                if let text = known?.texts[path] { return GeneratedFile(path: path, text: text) }
                return try file(kind, model, context)
            }
        }.flatMap { $0 }
    }

    private func file(_ kind: FileKind, _ context: GenerationContext) throws -> GeneratedFile {
        GeneratedFile(
            path: kind.path, text: try text(kind.template, kind.view(context), path: kind.path),
            kind: kind.kind(context))
    }

    private func file(_ kind: ModelFileKind, _ model: Model, _ context: GenerationContext) throws -> GeneratedFile? {
        guard let view = try kind.view(model, context) else { return nil }
        let path = kind.path(of: model)
        return GeneratedFile(path: path, text: try text(kind.template, view, path: path))
    }

    /// The file of one migration.
    func migration(_ migration: PlannedMigration) throws -> GeneratedFile {
        let path = "\(Folders.migrations)/\(migration.name.fileName)"
        return GeneratedFile(path: path, text: try text("Migration", .migration(migration), path: path), kind: .once)
    }

    /// The file of one seeder.
    func seeder(_ seeder: PlannedSeeder) throws -> GeneratedFile {
        let path = "\(Folders.seeders)/\(seeder.name.fileName)"
        return GeneratedFile(path: path, text: try text("Seeder", .seeder(seeder), path: path), kind: .once)
    }

    private func text(_ template: String, _ view: View, path: String) throws -> String {
        let text = try renderer.render(template, view)
        return path.hasSuffix(".swift") && path != "Package.swift" ? Layout.fit(text) : text
    }
}

/// Where the parts of an app stand.
enum Folders {
    static let app = "Sources/App"
    static let allTests = "Tests"
    static let models = "Sources/App/Models"
    static let controllers = "Sources/App/Controllers"
    static let middleware = "Sources/App/Middleware"
    static let routes = "Sources/App/Routes"
    static let migrations = "Sources/Database/Migrations"
    static let seeders = "Sources/Database/Seeders"
    static let tests = "Tests/AppTests"
}
