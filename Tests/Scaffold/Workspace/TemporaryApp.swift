import Foundation

@testable import scaffold

/// An app's folder for one test, gone with the value.
final class TemporaryApp: Sendable {
    let root: String

    init(_ texts: [String: String] = [:]) throws {
        root = NSTemporaryDirectory() + "scaffold-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        for (path, text) in texts { try write(text, to: path) }
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func absolute(_ path: String) -> String { root + "/" + path }

    func write(_ text: String, to path: String) throws {
        let folder = (absolute(path) as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: absolute(path)))
    }

    func text(_ path: String) -> String? { try? String(contentsOfFile: absolute(path), encoding: .utf8) }

    func delete(_ path: String) throws { try FileManager.default.removeItem(atPath: absolute(path)) }

    func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: absolute(path), withDestinationPath: target)
    }

    func setMode(_ mode: Int, of path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: absolute(path))
    }

    func mode(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: absolute(path))[.posixPermissions] as? Int
    }

    /// Every file below the app with its text, folders with nil.
    func snapshot() -> [String: String?] {
        var found: [String: String?] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: root) ?? .init() {
            found.updateValue(text(path), forKey: path)
        }
        return found
    }

    /// Plans and writes, as a command does; conflicts are skipped unless said otherwise.
    @discardableResult
    func run(
        _ files: [GeneratedFile], isWholeApp: Bool = true, takingBack: [String] = [],
        books: [String: String?] = [:], conflicts resolution: FileConflict.Resolution = .skip,
        on system: any FileSystem = DiskFileSystem()
    ) throws -> Plan {
        let workspace = try Workspace(at: root, files: system)
        var plan = try workspace.plan(files, isWholeApp: isWholeApp, takingBack: takingBack, books: books)
        try plan.settleAll(by: resolution)
        try workspace.apply(plan, as: .init(command: "generate", at: 0))
        return plan
    }

    /// Takes back the last run, as `scaffold undo` does.
    @discardableResult
    func undo(on system: any FileSystem = DiskFileSystem()) throws -> UndoPlan {
        let workspace = try Workspace(at: root, files: system)
        guard let record = try workspace.lastRun() else { throw Diagnostic(message: "nothing to take back") }
        let plan = try workspace.plan(takingBack: record)
        try workspace.apply(plan, as: .init(command: "undo", at: 0))
        return plan
    }
}

extension Plan {
    func status(_ path: String) -> FileStatus? { items.first { $0.path == path }?.status }
}

extension GeneratedFile {
    static func followed(_ path: String, _ text: String) -> GeneratedFile { .init(path: path, text: text) }
    static func once(_ path: String, _ text: String) -> GeneratedFile { .init(path: path, text: text, kind: .once) }
}
