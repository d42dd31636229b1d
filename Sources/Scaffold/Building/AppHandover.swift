/// Commands that the app answers itself: the tool builds it and becomes it.
enum AppHandover {
    /// Clears up after an interrupted run, builds what is needed and runs it in the app's folder. Signals, standard
    /// input and the exit status are the app's.
    ///
    ///     try await AppHandover.run(command: "db:migrate", arguments: [])
    ///
    /// - Parameters:
    ///   - command: `db:…` and `migration:…` are answered by the product `NAME-db`, anything else by `NAME`.
    ///   - arguments: passed on as they are.
    ///   - folder: where the command was given; the app is looked for from here upwards.
    ///   - isVerbose: shows every line of the build.
    /// - Throws: ``Diagnostic`` without an app or a toolchain; ``BuildFailure`` with the compiler's errors;
    ///   ``FileSystemError``. It does not return.
    static func run(
        command: String, arguments: [String], in folder: String = Machine.workingDirectory, isVerbose: Bool = false
    ) async throws -> Never {
        var app = try AppFolder.find(from: folder)
        try clearUp(app)
        try EngineOffer(app: app).settle(arguments)
        app = try AppFolder.find(from: folder)
        var build = try AppBuild(app)
        build.isVerbose = isVerbose
        let binary = try await build.binary(of: product(of: app, for: command))
        try Machine.become(binary, arguments: [command] + arguments, in: app.root)
    }

    /// The product that answers a command.
    static func product(of app: AppFolder, for command: String) -> String {
        command.hasPrefix("db:") || command.hasPrefix("migration:") ? app.name + "-db" : app.name
    }

    /// Completes or takes back an interrupted run. The app's lock is let go again: a server may run for months.
    static func clearUp(_ app: AppFolder) throws {
        let workspace = try Workspace(at: app.root) { Machine.note("waiting for another run of scaffold\n") }
        if let words = workspace.recovery { Machine.note(words + "\n") }
    }
}
