/// A file that an app has once: which template makes it, where it stands and how it follows the schema.
struct FileKind: Sendable {
    /// How a file follows the schema; see ``GeneratedFile/Kind``.
    enum Following: Sendable {
        case followed, once, local
        /// A list of these entries; of one that is complete, entries that are not generated any more go out.
        case list(@Sendable (GenerationContext) -> [String], isComplete: Bool)
    }

    let template: String
    let path: String
    let following: Following
    /// What the template is filled with.
    let view: @Sendable (GenerationContext) -> View

    private init(
        _ template: String, _ path: String, _ following: Following = .followed,
        view: @escaping @Sendable (GenerationContext) -> View = { .appName($0) }
    ) {
        self.template = template
        self.path = path
        self.following = following
        self.view = view
    }

    /// The one place that says which files an app is made of.
    static let ofApp = [
        FileKind("PackageManifest", "Package.swift") { .manifest($0) },
        FileKind("Environment", ".env", .local) { .environment($0, isExample: false) },
        FileKind("Environment", ".env.example") { .environment($0, isExample: true) },
        FileKind("GitIgnore", ".gitignore"),
        FileKind("GitAttributes", ".gitattributes"),
        FileKind("SwiftFormat", ".swift-format"),
        FileKind("Readme", "README.md") { .readme($0) },
        FileKind("Dockerfile", "Dockerfile"),
        FileKind("DockerIgnore", ".dockerignore"),
        FileKind("Compose", "compose.yml"),
        FileKind("AppEntrypoint", "Sources/App/Entrypoint.swift", .once),
        FileKind("Errors", "Sources/App/Errors.swift", .once),
        FileKind("Middleware", "\(Folders.middleware)/Middleware.swift", .once) { .middleware($0) },
        FileKind("Routes", "\(Folders.routes)/Routes.swift", .once) { .allRoutes($0) },
        list("RouteList", in: Folders.routes, isComplete: true) { $0.routeEntries },
        FileKind("DatabaseEntrypoint", "Sources/Database/Entrypoint.swift", .once),
        list("MigrationList", in: Folders.migrations, isComplete: false) { $0.migrationEntries },
        list("SeederList", in: Folders.seeders, isComplete: false) { $0.seederEntries },
        FileKind("Samples", "\(Folders.tests)/Sample.swift"),
    ]

    private static func list(
        _ template: String, in folder: String, isComplete: Bool,
        entries: @escaping @Sendable (GenerationContext) -> [String]
    ) -> FileKind {
        FileKind(template, "\(folder)/\(template).swift", .list(entries, isComplete: isComplete)) {
            ["entries": entries($0)]
        }
    }

    /// The same for the workspace, which knows nothing of templates.
    func kind(_ context: GenerationContext) -> GeneratedFile.Kind {
        switch following {
        case .followed: .followed
        case .once: .once
        case .local: .local
        case .list(let entries, let isComplete): .list(entries: entries(context), isComplete: isComplete)
        }
    }
}

/// A file that every model has, or those of a certain kind.
struct ModelFileKind: Sendable {
    let template: String
    let folder: String
    /// What stands behind the model's type in the file's name.
    let suffix: String
    /// What the template is filled with; nil where the model has no such file.
    let view: @Sendable (Model, GenerationContext) throws -> View?

    private init(
        _ template: String, in folder: String, _ suffix: String,
        view: @escaping @Sendable (Model, GenerationContext) throws -> View?
    ) {
        self.template = template
        self.folder = folder
        self.suffix = suffix
        self.view = view
    }

    func path(of model: Model) -> String { path(ofType: model.swiftName) }

    func path(ofType type: String) -> String { "\(folder)/\(type)\(suffix)" }

    /// The one place that says which files a model is made of.
    static let all = [
        ModelFileKind("Model", in: Folders.models, ".swift") { try .model($0, in: $1.index) },
        ModelFileKind("Storage", in: Folders.models, "+Storage.swift") { try .storage($0, in: $1.index) },
        ModelFileKind("Controller", in: Folders.controllers, "Controller.swift") { model, context in
            try model.offeredRoutes.map { try .controller(model, $0, in: context.index) }
        },
        ModelFileKind("RoutesOfModel", in: Folders.routes, "Routes.swift") { model, _ in
            model.offeredRoutes.map { .routes(model, $0) }
        },
        ModelFileKind("ModelTests", in: Folders.tests, "Tests.swift") {
            try .tests($0, app: $1.names, samples: $1.samples, in: $1.index)
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
}
