/// An app meets a `DATABASE_URL` of an engine that it is not built with: the tool says which line of Package.swift to
/// change and, at a terminal, changes it.
struct EngineOffer {
    let app: AppFolder
    /// Asks a question; true only for a yes, never at the end of input.
    var ask: (String) -> Bool = Terminal.asksYes
    var environment: (String) -> String? = Machine.environment

    /// Goes on where the app has the engine of its database, or has it from now on.
    ///
    /// - Parameter arguments: those of the command that is handed over: `--url` stands among them.
    /// - Throws: a ``Diagnostic`` where it has not.
    func settle(_ arguments: [String]) throws {
        guard let (url, source) = url(arguments), let engine = DatabaseEngine(url: url), let trait = engine.trait,
            !app.traits.contains(trait)
        else { return }
        let path = "\(app.root)/Package.swift"
        let text = String(decoding: try DiskFileSystem().read(path), as: UTF8.self)
        guard let (line, declaration) = place(in: text) else { return }
        let wanted = RuntimeTraits(in: declaration).declaration(adding: trait)
        let message = "\(source) names a \(engine.title) database, and this app is built without \(engine.title)"
        guard ask("\(message).\nAdd it to line \(line) of Package.swift?\n    \(wanted)\n") else {
            throw Diagnostic(
                message: message, position: SourcePosition(file: "Package.swift", line: line, column: 1),
                suggestion: "make the line \(wanted), or 'scaffold database \(engine.rawValue)' to keep to it")
        }
        let edited = text.replacing(declaration, with: wanted, maxReplacements: 1)
        try DiskFileSystem().write(Array(edited.utf8), to: path, mode: 0o644)
    }

    /// The first place that says where the database is: the flag, the environment, the app's `.env`.
    private func url(_ arguments: [String]) -> (url: String, source: String)? {
        for (place, word) in arguments.enumerated() {
            if word == "--url", arguments.indices.contains(place + 1) { return (arguments[place + 1], "--url") }
            if word.hasPrefix("--url=") { return (String(word.dropFirst(6)), "--url") }
        }
        if let url = environment("DATABASE_URL") { return (url, "DATABASE_URL") }
        return DotEnv.value(of: "DATABASE_URL", in: "\(app.root)/.env").map { ($0, "DATABASE_URL in .env") }
    }

    /// The line of the runtime's `.package(…)`, and its text where it stands on one line.
    private func place(in text: String) -> (line: Int, declaration: String)? {
        guard let inside = ManifestText(text).runtimeDependency, let range = text.firstRange(of: inside) else {
            return nil
        }
        let line = text[..<range.lowerBound].utf8.count { $0 == UInt8(ascii: "\n") } + 1
        return (line, ".package(\(inside))")
    }
}
