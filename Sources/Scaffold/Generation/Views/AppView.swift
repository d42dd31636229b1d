extension View {
    /// What most files of an app need to know of it: its name.
    static func appName(_ context: GenerationContext) -> View {
        [
            "app": context.names.product,
            "appLiteral": SwiftText.literal(context.names.product),
            "engine": context.schema.database.rawValue,
            "sqlite": context.schema.database == .sqlite,
            "server": server(context) ?? false,
            "records": Records.folder,
        ]
    }

    /// What an app on a database server has to know of it.
    private static func server(_ context: GenerationContext) -> View? {
        let engine = context.schema.database
        guard let packages = engine.packages else { return nil }
        let isPostgreSQL = engine == .postgresql
        let database = context.names.product.replacing("-", with: "_")
        return [
            "title": engine.title, "scheme": engine.rawValue, "port": isPostgreSQL ? 5432 : 3306,
            "user": isPostgreSQL ? "postgres" : "root",
            "databaseName": database,
            "development": "\(database)_development",
            "buildPackage": packages.apt, "runPackage": packages.run,
            "postgresql": isPostgreSQL,
        ]
    }

    /// `Package.swift`.
    static func manifest(_ context: GenerationContext) -> View {
        [
            "app": SwiftText.literal(context.names.product),
            "databaseProduct": SwiftText.literal(context.names.databaseProduct),
            "appModule": SwiftText.literal(context.names.appModule),
            "databaseModule": SwiftText.literal(context.names.databaseModule),
            "dependency": context.app.runtime.declaration,
            "package": SwiftText.literal(context.app.runtime.package),
        ]
    }

    /// `.env`, and `.env.example` that is committed.
    static func environment(_ context: GenerationContext, isExample: Bool) -> View {
        appName(context).merging(["isExample": isExample])
    }

    /// `Routes.swift`.
    static func allRoutes(_ context: GenerationContext) -> View {
        let prefix = context.schema.api.prefix
        return ["prefix": prefix.isEmpty ? false : SwiftText.literal(prefix)]
    }

    /// `README.md`.
    static func readme(_ context: GenerationContext) -> View {
        let routes = context.schema.models.flatMap { model in
            (model.offeredRoutes?.summary(of: model, in: context.index) ?? []).map { line -> View in
                [
                    "methods": "\(line.methods) \(context.schema.api.prefix)\(line.path)", "model": model.name,
                    "actions": line.actions,
                ]
            }
        }
        return appName(context).merging(["hasRoutes": !routes.isEmpty, "routes": routes])
    }
}

extension Routes {
    /// Methods and actions by path, for people: `GET POST /posts`, `list, create`.
    fileprivate func summary(
        of model: Model, in index: SchemaIndex
    ) -> [(methods: String, path: String, actions: String)] {
        let own = lines(of: model).map { (method: $0.method, path: $0.path, handler: $0.action.rawValue) }
        let nested = (try? model.nestedRoutes(in: index)) ?? []
        let all =
            own + (bulk ? [(method: "post", path: bulkPath, handler: "bulkCreate")] : [])
            + nested.flatMap { route in route.methods.map { ($0, route.path, route.handler) } }
        return all.map(\.path).distinct.map { path in
            let lines = all.filter { $0.path == path }
            let methods = lines.map { $0.method.uppercased() }.joined(separator: " ")
            return (methods, path, lines.map(\.handler).distinct.joined(separator: ", "))
        }
    }
}

extension [String] {
    /// Each once, where it first stands.
    fileprivate var distinct: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
