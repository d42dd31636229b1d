import Foundation

@testable import ScaffoldTests
@testable import scaffold

/// An app in a folder of its own that is generated and generated again, as the command does it.
final class RegeneratedApp {
    /// What stands at a path.
    enum Entry: Equatable {
        case file([UInt8], mode: Int)
        case link(String)
        case folder

        var bytes: [UInt8]? { if case .file(let bytes, _) = self { bytes } else { nil } }
    }

    let folder: TemporaryApp
    var root: String { folder.root }
    private let runtime: RuntimeDependency

    init(runtime: RuntimeDependency = .init(declaration: #".package(path: "../scaffold")"#, package: "scaffold")) throws
    {
        folder = try TemporaryApp()
        self.runtime = runtime
    }

    /// The same app in another folder.
    func copied() throws -> RegeneratedApp {
        let copy = try RegeneratedApp(runtime: runtime)
        try FileManager.default.removeItem(atPath: copy.root)
        try FileManager.default.copyItem(atPath: root, toPath: copy.root)
        return copy
    }

    /// Writes what schema.yml asks for.
    ///
    /// - Parameters:
    ///   - hints: what is said for the migration; what else is asked gets an answer too.
    ///   - policy: what becomes of conflicts.
    /// - Returns: what was done.
    func generate(hints: [Hint] = [], at now: Date, _ policy: FileConflict.Resolution = .skip) throws -> Plan {
        var project = try Project(at: root, runtime: runtime)
        project.now = now
        let schema = try project.schema()
        var run = try project.plan(schema, migrations: migrations(to: schema, hints, in: project))
        try run.plan.settleAll(by: policy)
        try project.apply(run)
        return run.plan
    }

    /// Takes back the last run.
    func undo() throws {
        let workspace = try Workspace(at: root)
        guard let record = try workspace.lastRun() else { throw Diagnostic(message: "there is no run to take back") }
        let plan = try workspace.plan(takingBack: record)
        guard plan.edited.isEmpty else { throw Diagnostic(message: "edited since: \(plan.edited)") }
        try workspace.apply(plan)
    }

    private func migrations(to schema: Schema, _ hints: [Hint], in project: Project) throws -> [PlannedMigration] {
        var hints = hints + [.allowDataLoss]
        for _ in 0..<20 {
            do {
                return try project.migrations(to: schema, hints: hints)
            } catch let open as OpenQuestions {
                hints += open.questions.compactMap { question in
                    switch question.kind {
                    case .rename, .loss: question.answers.last?.hint
                    case .value: .backfill(question.subject, "sql:lower(id)")
                    }
                }
            }
        }
        throw Diagnostic(message: "questions without end")
    }

    /// Everything in the app, by its path.
    func entries() throws -> [String: Entry] {
        var found: [String: Entry] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: root) ?? .init() {
            let attributes = try FileManager.default.attributesOfItem(atPath: root + "/" + path)
            switch attributes[.type] as? FileAttributeType {
            case .typeSymbolicLink?:
                found[path] = .link(try FileManager.default.destinationOfSymbolicLink(atPath: root + "/" + path))
            case .typeDirectory?:
                // Folders that files stand in say nothing.
                if try FileManager.default.contentsOfDirectory(atPath: root + "/" + path).isEmpty {
                    found[path] = .folder
                }
            default:
                let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: root + "/" + path)))
                found[path] = .file(bytes, mode: attributes[.posixPermissions] as? Int ?? 0)
            }
        }
        return found
    }

    func write(_ bytes: [UInt8], to path: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: root + "/" + path))
    }

    /// Puts something else in the place of a file.
    func obstruct(_ path: String, _ kind: HandEdit) throws {
        switch kind {
        case .readOnly: try folder.setMode(0o444, of: path)
        default:
            try folder.delete(path)
            if kind == .link { try folder.link(path, to: "/dev/null") }
            if kind == .folder {
                try FileManager.default.createDirectory(atPath: root + "/" + path, withIntermediateDirectories: true)
            }
        }
    }
}
