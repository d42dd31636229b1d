/// An app on disk, as far as building and running it goes. It is found without reading schema.yml: a broken schema must
/// not stop an undo.
struct AppFolder: Equatable, Sendable {
    /// Absolute, without symbolic links: the compiler writes it into the binary, where it is looked for.
    var root: String
    /// `blog`: the products are `blog` and `blog-db`.
    var name: String
    /// The runtime as Package.swift names it, a path made absolute: apps with the same one share their builds.
    var runtime: String
    /// The engines that it is built with beside SQLite: `PostgreSQL`.
    var traits: [String] = []

    /// The packages by path that Package.swift is seen to name: the runtime, unless it comes by URL.
    var localPackages: [String] { runtime.hasPrefix("/") && runtime != root ? [runtime] : [] }

    /// Where the tool puts the app's binaries; not for git.
    var binaries: String { "\(root)/\(Records.folder)/bin" }

}

extension AppFolder {
    /// Walks up from a folder to the first one with a Package.swift and a schema.yml or `.scaffold` beside it.
    ///
    /// - Parameter folder: where the command was given.
    /// - Throws: a ``Diagnostic`` when there is none, or when its Package.swift has no name.
    static func find(from folder: String = Machine.workingDirectory) throws -> AppFolder {
        let files = DiskFileSystem()
        let start = Machine.realPath(folder) ?? folder
        for root in [start] + RelativePath.parents(of: start).reversed() where !root.isEmpty {
            let names = Set((try? files.names(in: root)) ?? [])
            if names.contains("Package.swift"), names.contains("schema.yml") || names.contains(Records.folder) {
                return try AppFolder(at: root)
            }
        }
        throw Diagnostic(
            message:
                "no app here: neither \(folder) nor a folder above it has a Package.swift with a schema.yml beside it",
            suggestion: "go into an app's folder, or make one: scaffold new NAME")
    }

    /// - Parameter root: has a Package.swift.
    init(at root: String) throws {
        let text = String(decoding: try DiskFileSystem().read(root + "/Package.swift"), as: UTF8.self)
        let manifest = ManifestText(text)
        guard let name = manifest.appName else {
            throw Diagnostic(
                message: "\(root)/Package.swift says no name",
                suggestion: "its package needs a name, and executables NAME and NAME-db")
        }
        self.root = root
        self.name = name
        traits = manifest.runtimeTraits.sorted()
        runtime =
            if let path = manifest.runtimePath {
                Machine.realPath(path.hasPrefix("/") ? path : "\(root)/\(path)") ?? path
            } else {
                manifest.runtimeDependency ?? root
            }
    }

    /// The names of the app's own executable modules: `BlogApp`, `BlogDatabase`.
    func modules() throws -> [String] {
        ManifestText(String(decoding: try DiskFileSystem().read(root + "/Package.swift"), as: UTF8.self))
            .executableModules
    }
}
