/// An app that is to be made: in a new folder, or in place.
struct NewApp {
    let name: String
    /// Absolute.
    let root: String
    let runtime: RuntimeLocation
    /// The text of schema.yml, and of the file that it comes from.
    private let schemaText: String
    private let schemaName: String
    private let hasSchema: Bool

    /// - Parameters:
    ///   - root: the app's folder; it need not be there yet.
    ///   - isInPlace: keep what is in the folder instead of refusing one that is not empty.
    /// - Throws: ``Diagnostic`` for a name that no app can have, a folder in use, a schema or a runtime that is not there.
    init(name: String, root: String, start: StartOptions, isInPlace: Bool = false) throws {
        let files = DiskFileSystem()
        guard !name.contains("/"), name != ".", name != ".." else {
            throw Diagnostic(
                message: "'\(name)' is a path, not the name of an app", suggestion: "go to the folder first")
        }
        if !isInPlace, try files.entry(at: root) != nil, try !files.names(in: root).isEmpty {
            throw Diagnostic(
                message: "\(root) is there already and not empty", suggestion: "'scaffold init' makes an app in place")
        }
        if isInPlace, (try? AppFolder(at: root)) != nil, try files.entry(at: root + "/.scaffold") != nil {
            throw Diagnostic(message: "\(root) is an app already", suggestion: "'scaffold generate' applies its schema")
        }
        self.name = name
        self.root = root
        schemaName = start.schema ?? Project.schemaPath
        runtime = try RuntimeLocation(start.runtime)
        let existing = isInPlace ? "\(root)/\(Project.schemaPath)" : nil
        if let path = try start.schema ?? existing.flatMap({ try files.entry(at: $0) == nil ? nil : $0 }) {
            let text = String(validating: try files.read(path), as: UTF8.self)
            guard let text else { throw Diagnostic(message: "\(path) is not text in UTF-8") }
            schemaText = SchemaHead.set(name: name, database: start.database, in: text)
            hasSchema = true
        } else {
            schemaText = InitialSchema.text(name: name, database: start.database ?? .sqlite)
            hasSchema = false
        }
    }

    /// Writes the app and says so.
    ///
    /// - Returns: what it is made of.
    func make(with options: PlanOptions) throws -> Schema {
        let files = DiskFileSystem()
        let isNew = try files.entry(at: root) == nil
        if isNew { try files.makeDirectory(root) }
        do {
            let schema = try write(with: options)
            if isNew, options.writesNothing { try files.removeDirectory(root) }
            return schema
        } catch {
            if isNew { try? files.removeDirectory(root) }
            throw error
        }
    }

    private func write(with options: PlanOptions) throws -> Schema {
        let project = try Project(at: root, runtime: RuntimeDependency(runtime, forAppAt: root))
        let schema = try project.schema(edited: schemaText, from: schemaName)
        var edits = [
            GeneratedFile(path: Project.schemaPath, text: schemaText, kind: .edit(of: try project.schemaText()))
        ]
        if case .copy(let folder) = runtime { edits += try project.runtimeCopy(of: folder) }
        var seeders: [PlannedSeeder] = []
        if hasSchema, !schema.models.isEmpty {
            seeders = [try .demo(of: schema, at: try project.name("demo", in: Folders.seeders).stamp)]
        }
        // What is there already is kept, and the generated text lies ready for whoever wants it.
        try options.carryOut(try project.plan(schema, edits: edits, seeders: seeders), in: project, usually: .skip)
        return schema
    }
}
