#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A fingerprint of everything in an app that a plan depends on, taken without reading a file: the path, size, inode,
/// mode and both times of each.
///
/// Nobody sets the time of a file's last change (`st_ctime`), so an edit is seen even where it leaves the size and the
/// time of modification as they were. Only what happens within one tick of the clock is not: see ``isSettled(at:)``.
struct TreeStamp {
    private(set) var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    /// The latest change of a file, in seconds since 1970.
    private var latest = 0
    private let files = DiskFileSystem()

    /// The folders that plans look into.
    private static let folders: Set<String> = [Records.folder, "Sources", "Tests", "schema", AppTemplates.folder]
    /// Folders that say nothing of the app.
    private static let passed = ["bin", "journal", "undo"].map { "\(Records.folder)/\($0)" }

    /// - Returns: nil where something cannot be looked at.
    init?(of root: String) {
        guard let names = try? files.names(in: root).sorted() else { return nil }
        for name in names {
            guard add(name, in: root, isDeep: TreeStamp.folders.contains(name)) else { return nil }
        }
    }

    /// Whether every later change has another time: clocks of file systems go in steps of up to two seconds.
    ///
    /// - Parameter now: seconds since 1970.
    func isSettled(at now: Int = time(nil)) -> Bool { now - latest > 2 }

    private mutating func add(_ path: String, in root: String, isDeep: Bool = true) -> Bool {
        var status = stat()
        guard lstat("\(root)/\(path)", &status) == 0 else { return false }
        for byte in path.utf8 { add(UInt64(byte)) }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            add(status)
            return true
        }
        guard isDeep, !TreeStamp.passed.contains(path) else { return true }
        guard let names = try? files.names(in: "\(root)/\(path)").sorted() else { return false }
        return names.allSatisfy { add("\(path)/\($0)", in: root) }
    }

    private mutating func add(_ status: stat) {
        #if canImport(Darwin)
            let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
            let (modified, changed) = (status.st_mtim, status.st_ctim)
        #endif
        latest = max(latest, Int(modified.tv_sec), Int(changed.tv_sec))
        add(UInt64(truncatingIfNeeded: status.st_size))
        add(UInt64(truncatingIfNeeded: status.st_ino))
        add(UInt64(truncatingIfNeeded: status.st_mode))
        for time in [modified, changed] {
            add(UInt64(truncatingIfNeeded: time.tv_sec))
            add(UInt64(truncatingIfNeeded: time.tv_nsec))
        }
    }

    private mutating func add(_ number: UInt64) {
        digest = (digest ^ number) &* 0x100_0000_01b3
        digest ^= digest >> 32
    }
}
