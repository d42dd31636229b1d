/// A file that an app has once: which template makes it, where it stands and when.
struct FileKind: Sendable {
    var template: String
    var path: String
    /// What the template is filled with; nil where the app has no such file.
    var view: @Sendable (GenerationContext) throws -> View?
    /// Whether the file keeps following the schema.
    var follows: @Sendable (GenerationContext) -> GeneratedFile.Kind = { _ in .followed }

    /// The one place that says which files an app is made of.
    static let ofApp: [FileKind] = [
        FileKind("PackageManifest", "Package.swift") { .manifest($0) },
        FileKind("Environment", ".env", follows: { _ in .local }) { .environment($0, isExample: false) },
        FileKind("Environment", ".env.example") { .environment($0, isExample: true) },
        FileKind("GitIgnore", ".gitignore") { .appName($0) },
        FileKind("GitAttributes", ".gitattributes") { .appName($0) },
        FileKind("SwiftFormat", ".swift-format") { .appName($0) },
        FileKind("Readme", "README.md") { .readme($0) },
        FileKind("Dockerfile", "Dockerfile") { .appName($0) },
        FileKind("DockerIgnore", ".dockerignore") { .appName($0) },
        FileKind("Compose", "compose.yml") { .appName($0) },
        FileKind("AppEntrypoint", "Sources/App/Entrypoint.swift", follows: { _ in .once }) { .appName($0) },
        FileKind("Errors", "Sources/App/Errors.swift", follows: { _ in .once }) { .appName($0) },
        FileKind("Routes", "\(Folders.routes)/Routes.swift", follows: { _ in .once }) { .allRoutes($0) },
        FileKind("RouteList", "\(Folders.routes)/RouteList.swift", follows: { $0.list($0.routeEntries, isComplete: true) }) {
            ["entries": $0.routeEntries]
        },
        FileKind("DatabaseEntrypoint", "Sources/Database/Entrypoint.swift", follows: { _ in .once }) { .appName($0) },
        FileKind(
            "MigrationList", "\(Folders.migrations)/MigrationList.swift",
            follows: { $0.list($0.migrationEntries, isComplete: false) }
        ) { ["entries": $0.migrationEntries] },
        FileKind(
            "SeederList", "\(Folders.seeders)/SeederList.swift", follows: { $0.list($0.seederEntries, isComplete: false) }
        ) { ["entries": $0.seederEntries] },
        FileKind("Samples", "\(Folders.tests)/Sample.swift") { .appName($0) },
    ]

    private init(
        _ template: String, _ path: String,
        follows: @escaping @Sendable (GenerationContext) -> GeneratedFile.Kind = { _ in .followed },
        view: @escaping @Sendable (GenerationContext) throws -> View?
    ) {
        self.template = template
        self.path = path
        self.view = view
        self.follows = follows
    }
}

/// A file that every model has, or those of a certain kind.
struct ModelFileKind: Sendable {
    var template: String
    var path: @Sendable (Model) -> String
    /// What the template is filled with; nil where the model has no such file.
    var view: @Sendable (Model, GenerationContext) throws -> View?

    /// The one place that says which files a model is made of.
    static let all: [ModelFileKind] = [
        ModelFileKind(template: "Model", path: { "\(Folders.models)/\($0.swiftName).swift" }) { model, context in
            try .model(model, in: context.index)
        },
        ModelFileKind(template: "Storage", path: { "\(Folders.models)/\($0.swiftName)+Storage.swift" }) { model, context in
            try .storage(model, in: context.index)
        },
        ModelFileKind(template: "Controller", path: { "\(Folders.controllers)/\($0.swiftName)Controller.swift" }) { model, context in
            try model.offeredRoutes.map { try .controller(model, $0, in: context.index) }
        },
        ModelFileKind(template: "RoutesOfModel", path: { "\(Folders.routes)/\($0.swiftName)Routes.swift" }) { model, _ in
            model.offeredRoutes.map { .routes(model, $0) }
        },
        ModelFileKind(template: "ModelTests", path: { "\(Folders.tests)/\($0.swiftName)Tests.swift" }) { model, context in
            try .tests(model, app: context.names, samples: context.samples, in: context.index)
        },
    ]
}

extension GenerationContext {
    /// `PostRoutes()`, by the models' names.
    var routeEntries: [String] {
        schema.models.filter { $0.offeredRoutes != nil }.map { "\($0.swiftName)Routes()" }.sorted()
    }

    /// `CreatePost_20261120093000()`, the earliest first.
    var migrationEntries: [String] { app.allMigrations.map { "\($0.typeName)()" } }

    var seederEntries: [String] { app.allSeeders.map { "\($0.typeName)()" } }

    func list(_ entries: [String], isComplete: Bool) -> GeneratedFile.Kind {
        .list(entries: entries, isComplete: isComplete)
    }
}
