#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An app's folder with the whole line of stages behind it: schema.yml -> ``Schema`` -> ``Evolution`` -> ``Generator``
/// -> ``Workspace``. Every command that writes goes through one.
///
/// ```swift
/// let project = try Project(at: root)
/// let run = try project.plan(project.schema())
/// try project.apply(run)
/// ```
struct Project {
    let workspace: Workspace
    /// What the app's manifest says of the runtime.
    var runtime: RuntimeDependency
    /// The moment that new migrations are named by.
    var now = Date()
    let memory = RecordMemory()

    /// What a run is going to write.
    struct Run {
        var plan: Plan
        var schema: Schema
        /// The migrations that the difference makes.
        var migrations: [PlannedMigration]
    }

    /// Opens an app that is there: takes its lock and clears up after a run that was killed.
    ///
    /// - Parameter folder: where the command was given, in the app or below it.
    init(from folder: String = Machine.workingDirectory) throws {
        let app = try AppFolder.find(from: folder)
        let manifest = ManifestText(
            String(decoding: try DiskFileSystem().read(app.root + "/Package.swift"), as: UTF8.self))
        guard let dependency = manifest.runtimeDependency else {
            throw Diagnostic(
                message: "\(app.root)/Package.swift does not depend on the runtime 'scaffold'",
                suggestion: "put its .package(…) line back; Package.swift under .scaffold/base has it")
        }
        try self.init(
            at: app.root,
            runtime: RuntimeDependency(
                declaration: ".package(\(dependency))", package: manifest.runtimePackage ?? "scaffold"))
    }

    /// Opens a folder that is, or will be, an app.
    init(at root: String, runtime: RuntimeDependency) throws {
        workspace = try Workspace(at: root) { Machine.note("waiting for another run of scaffold\n") }
        self.runtime = runtime
        if let words = workspace.recovery { Machine.note(words + "\n") }
    }

    /// The path of the schema in an app.
    static let schemaPath = "schema.yml"

    /// The text of schema.yml; nil when it is not there.
    func schemaText() throws -> String? { try workspace.text(Project.schemaPath) }

    /// The files of the schema: schema.yml and those under `schema/`.
    ///
    /// - Parameters:
    ///   - edited: stands for the text of schema.yml, which a command is about to change.
    ///   - name: what messages call that text, where it comes from another file.
    func sources(edited: String? = nil, from name: String = schemaPath) throws -> [SchemaReader.Source] {
        guard let text = try edited ?? schemaText() else {
            throw Diagnostic(
                message: "there is no \(Project.schemaPath) in \(workspace.root)",
                suggestion: "write one, or let 'scaffold init' do it")
        }
        var sources = [SchemaReader.Source(file: edited == nil ? Project.schemaPath : name, text: text)]
        for path in try workspace.paths(below: "schema") where path.hasSuffix(".yml") || path.hasSuffix(".yaml") {
            sources.append(.init(file: path, text: try workspace.text(path) ?? ""))
        }
        return sources
    }

    /// Reads and checks the schema; the parameters are those of ``sources(edited:from:)``.
    func schema(edited: String? = nil, from name: String = schemaPath) throws -> Schema {
        try SchemaReader.read(sources(edited: edited, from: name))
    }

    /// Works out everything that a schema asks of the app; writes nothing.
    ///
    /// - Parameters:
    ///   - edits: files that the command changes itself, such as schema.yml.
    ///   - migrations: those to write; an empty list takes the schema for done as it is. Nil for those that the schema
    ///     asks for.
    ///   - seeders: seeders to add.
    ///   - names: what else is called otherwise now, besides models and attributes, which the tables tell.
    ///   - standing: what the migrations start from, where that was found out.
    /// - Throws: ``OpenQuestions`` where something must be said before a migration can be written.
    func plan(
        _ schema: Schema, edits: [GeneratedFile] = [], migrations: [PlannedMigration]? = nil,
        seeders: [PlannedSeeder] = [], names: NewNames = NewNames(), standing: Standing? = nil
    ) throws -> Run {
        let hazards = Hazards(engine: schema.database)
        let planned = try (migrations ?? self.migrations(to: schema)).map { $0.with(hazards) }
        let app = try description(of: schema, migrations: planned, seeders: seeders)
        let templates = try templates()
        let rendered = try renderedModels(of: schema, by: templates, after: edits)
        let files = try files(of: app, by: templates, known: edits.isEmpty ? rendered : nil)
        let wanted = try schema.tables()
        let operations = planned.flatMap(\.up)
        let standing = try standing ?? recordedStanding(for: wanted)
        var books: [String: String?] = [
            Snapshot.name: try recordText(of: wanted, after: planned),
            HandWritten.name: standing?.book(after: operations, wanted: wanted).text,
            SchemaJSONSchema.name: SchemaJSONSchema.text,
        ]
        if let rendered, let book = rendered.book(of: modelFiles(of: schema, in: files)) {
            books[RenderedModels.name] = book
        }
        let renamed = try self.seeders(after: operations)
        let renames = SchemaRenames(
            from: (try? recordedTables()) ?? [], to: schema, by: operations, names: names)
        let (moves, own) = try self.moves(after: renames, files: files)
        var plan = try workspace.plan(
            edits + files + own + renamed.files, isWholeApp: true, books: books, moves: moves)
        plan.warnings += try recordWarnings() + (standing?.warnings ?? []) + renamed.warnings
        plan.warnings += planned.flatMap { migration in
            migration.hazards.flatMap { $0 }.map { "\(migration.name.text): \($0)" } + migration.limitsOfUndoing
        }
        return Run(plan: plan, schema: schema, migrations: planned)
    }

    /// What the files of the app are made of, with migrations and seeders of this run.
    func description(
        of schema: Schema, migrations: [PlannedMigration] = [], seeders: [PlannedSeeder] = []
    ) throws -> AppDescription {
        AppDescription(
            schema: schema, runtime: runtime.with(schema.database.trait), migrations: try names(in: Folders.migrations),
            plannedMigrations: migrations, seeders: try names(in: Folders.seeders), plannedSeeders: seeders)
    }

    func apply(_ run: Run) throws { try workspace.apply(run.plan) }

    /// The migrations or seeders that stand in a folder of the app.
    func names(in folder: String) throws -> [MigrationName] {
        try workspace.paths(below: folder).compactMap { MigrationName(fileName: RelativePath.name(of: $0)) }.sorted()
    }

    /// A name for a new migration or seeder, later than those there are.
    func name(_ slug: String, in folder: String) throws -> MigrationName {
        var stamps = TimestampSequence(now: now, after: try names(in: folder))
        return MigrationName(stamp: stamps.next(), slug: slug)
    }

    /// The tables as the migrations so far leave them.
    ///
    /// - Throws: ``Diagnostic`` when there are migrations and no record of what they make.
    func recordedTables(for wanted: [Table] = []) throws -> [Table] {
        if let record = try record(for: wanted) { return record.tables }
        guard try names(in: Folders.migrations).isEmpty else {
            throw Diagnostic(
                message: "\(Snapshot.path), the record of what the migrations have made so far, is missing",
                suggestion: Snapshot.wayOut)
        }
        return []
    }
}
