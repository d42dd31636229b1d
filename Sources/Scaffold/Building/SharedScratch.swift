/// The folder in which the apps of one machine are built: one for each toolchain, runtime and set of traits, so that
/// only the first app pays for the dependencies.
///
/// It lies in `$SCAFFOLD_CACHE`, or else in `$XDG_CACHE_HOME/scaffold` or `~/.cache/scaffold`, and may be deleted at any
/// time. Whoever uses it holds its lock.
struct SharedScratch: Sendable {
    let folder: String

    /// - Parameters:
    ///   - app: its runtime and traits, as Package.swift names them, decide.
    ///   - cache: the folder of all of them.
    init(for app: AppFolder, toolchain: Toolchain, cache: String) {
        let words = [toolchain.version, toolchain.swift, app.runtime] + app.traits
        let key = FileDigest(Array(words.joined(separator: "\n").utf8))
        folder = "\(cache)/builds/" + String(key.hash, radix: 36)
    }

    /// The folder of all builds, from the environment.
    ///
    /// - Throws: a ``Diagnostic`` when no variable says where.
    static func cache() throws -> String {
        if let cache = Machine.environment("SCAFFOLD_CACHE") {
            return cache.hasPrefix("/") ? cache : Machine.workingDirectory + "/" + cache
        }
        if let cache = Machine.environment("XDG_CACHE_HOME"), cache.hasPrefix("/") { return cache + "/scaffold" }
        if let home = Machine.environment("HOME"), home.hasPrefix("/") { return home + "/.cache/scaffold" }
        throw Diagnostic(message: "no place for builds: HOME is not set", suggestion: "set SCAFFOLD_CACHE to a folder")
    }

    /// Waits for other builds in this folder and keeps them out while the lock lives.
    func lock(waiting: () -> Void) async throws -> FolderLock {
        try Machine.makeFolders(folder)
        return try await FolderLock.takeInTurn(folder, waiting: waiting)
    }

    /// Where `swift build` leaves a product.
    func binary(_ product: String) -> String { "\(folder)/debug/\(product)" }

    /// Where SwiftPM keeps its plan of the last build.
    var plan: String { "\(folder)/debug.yaml" }

    /// Whether anything has been built here.
    var isFresh: Bool { (try? files.entry(at: "\(folder)/debug")) == nil }

    /// Throws away what was built of an app, and the plan of the last build, so that both are made anew.
    func forget(modules: [String], product: String) throws {
        for name in modules { try removeAll("\(folder)/debug/\(name).build") }
        for name in modules { try removeAll("\(folder)/debug/Modules/\(name).swiftmodule") }
        for path in ["debug.yaml", "debug/description.json", "debug/\(product)"] { try removeAll("\(folder)/\(path)") }
    }

    private func removeAll(_ path: String) throws {
        guard let entry = try files.entry(at: path) else { return }
        guard entry.kind == .directory else { return try files.remove(path) }
        for name in try files.names(in: path) { try removeAll("\(path)/\(name)") }
        try files.removeDirectory(path)
    }

    /// An app that has no versions pinned takes those that were built last: others would be fetched and built anew.
    func givePins(to app: AppFolder) throws {
        let path = "\(app.root)/Package.resolved"
        guard try files.entry(at: path) == nil, let pins = text("scaffold-pins") else { return }
        try files.write(Array(pins.utf8), to: path, mode: 0o644)
    }

    /// Remembers the versions of the app that has been built.
    func takePins(from app: AppFolder) throws {
        guard let pins = try? files.read("\(app.root)/Package.resolved") else { return }
        try files.write(pins, to: "\(folder)/scaffold-pins", mode: 0o644)
    }

    /// The folders of packages that the last build here took by path, from SwiftPM's own books.
    var localPackages: [String] { WorkspaceState.localPackages(in: text("workspace-state.json") ?? "") }

    private var files: DiskFileSystem { DiskFileSystem() }

    private func text(_ name: String) -> String? {
        (try? files.read("\(folder)/\(name)")).map { String(decoding: $0, as: UTF8.self) }
    }
}
