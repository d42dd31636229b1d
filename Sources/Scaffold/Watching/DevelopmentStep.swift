/// What a change asks for.
struct DevelopmentSteps: OptionSet, Sendable {
    let rawValue: Int

    /// Write what the schema asks for.
    static let generate = DevelopmentSteps(rawValue: 1)
    /// Run the migrations that have not run.
    static let migrate = DevelopmentSteps(rawValue: 2)
    /// Build the app and let the new server take the place of the old one.
    static let serve = DevelopmentSteps(rawValue: 4)

    static let all: DevelopmentSteps = [.generate, .migrate, .serve]

    /// The steps that changed files ask for.
    ///
    /// - Parameter paths: as ``FileSnapshot`` has them.
    static func after(changesOf paths: [String]) -> DevelopmentSteps {
        paths.reduce(into: []) { $0.formUnion(after(changeOf: $1)) }
    }

    private static func after(changeOf path: String) -> DevelopmentSteps {
        if isSchema(path) { return .generate }
        // Nothing in the app imports the migrations; where some run, the server starts anew.
        if path.hasPrefix("Sources/Database/") { return .migrate }
        if path.hasPrefix("Sources/App/") { return .serve }
        return [.migrate, .serve]
    }

    static func isSchema(_ path: String) -> Bool { path == Project.schemaPath || path.hasPrefix("schema/") }
}
