#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the files that a running app is made of look like at one moment, without reading them.
struct FileSnapshot: Equatable, Sendable {
    /// Tells one state of a file from another.
    struct Stamp: Equatable, Sendable {
        var size: Int
        var inode: UInt64
        var seconds: Int
        var nanoseconds: Int
    }

    /// By path: relative to the app, absolute outside of it.
    var stamps: [String: Stamp] = [:]

    /// The files that are new, different or gone, sorted.
    func changes(since former: FileSnapshot) -> [String] {
        if stamps == former.stamps { return [] }
        let changed = stamps.filter { former.stamps[$0.key] != $0.value }.keys
        let gone = former.stamps.keys.filter { stamps[$0] == nil }
        return (Array(changed) + gone).sorted()
    }
}

/// The files that `scaffold dev` looks at: everything that the binaries are made of, and what a server reads at its
/// start. What tools and editors keep for themselves is none of it.
struct WatchedFiles: Sendable {
    /// The app.
    let root: String
    /// The runtime's folder, where the app has it by path.
    var runtime: String?

    /// Looks at every file once.
    func snapshot() -> FileSnapshot {
        var snapshot = FileSnapshot()
        for name in names(in: root) {
            if WatchedFiles.folders.contains(name) || WatchedFiles.isSetting(name) {
                add(name, at: "\(root)/\(name)", to: &snapshot)
            } else if WatchedFiles.isManifest(name) || name == Project.schemaPath {
                add(name, at: "\(root)/\(name)", to: &snapshot)
            }
        }
        if let runtime {
            for path in ["\(runtime)/Package.swift", "\(runtime)/Sources/Runtime"] {
                add(path, at: path, to: &snapshot)
            }
        }
        return snapshot
    }

    private static let folders: Set<String> = ["Sources", "schema", "config"]

    /// `.env`, `.env.development`; not the example.
    static func isSetting(_ name: String) -> Bool {
        name == ".env" || (name.hasPrefix(".env.") && name != ".env.example" && !isScratch(name.dropFirst()))
    }

    /// `Package.resolved` is not among them: building writes it.
    static func isManifest(_ name: String) -> Bool {
        name.hasPrefix("Package") && name.hasSuffix(".swift")
    }

    /// What editors, tools and systems leave behind for themselves: hidden files, copies, files being written.
    static func isScratch(_ name: some StringProtocol) -> Bool {
        name.hasPrefix(".") || name.hasPrefix("#") || name == "4913"
            || ["~", ".swp", ".swo", ".swx", ".tmp", ".bak", ".orig", ".rej", "___"].contains(where: name.hasSuffix)
    }

    private func add(_ path: String, at place: String, to snapshot: inout FileSnapshot) {
        var status = stat()
        guard lstat(place, &status) == 0 else { return }
        // A link counts as what it leads to; a folder behind one may lead in a circle.
        let isLink = status.st_mode & S_IFMT == S_IFLNK
        if isLink { guard stat(place, &status) == 0 else { return } }
        if status.st_mode & S_IFMT == S_IFDIR {
            guard !isLink else { return }
            for name in names(in: place) where !WatchedFiles.isScratch(name) {
                add("\(path)/\(name)", at: "\(place)/\(name)", to: &snapshot)
            }
            return
        }
        snapshot.stamps[path] = FileSnapshot.Stamp(status)
    }

    private func names(in folder: String) -> [String] { (try? DiskFileSystem().names(in: folder)) ?? [] }
}

extension FileSnapshot.Stamp {
    /// The state of a file now; nil when there is none.
    init?(at path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    fileprivate init(_ status: stat) {
        #if canImport(Darwin)
            let modified = status.st_mtimespec
        #else
            let modified = status.st_mtim
        #endif
        self.init(
            size: Int(status.st_size), inode: UInt64(truncatingIfNeeded: status.st_ino),
            seconds: Int(modified.tv_sec), nanoseconds: Int(modified.tv_nsec))
    }
}
