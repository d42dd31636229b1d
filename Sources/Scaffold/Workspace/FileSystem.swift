/// The few operations that a workspace is written with, absolute paths throughout. They are a protocol so that a test
/// can stop the run after each of them; ``DiskFileSystem`` is the real one.
///
/// Every operation throws ``FileSystemError``.
protocol FileSystem: Sendable {
    /// What stands at a path, without following a symbolic link; nil when there is nothing.
    func entry(at path: String) throws -> FileEntry?
    func read(_ path: String) throws -> [UInt8]
    /// The names in a folder, without `.` and `..`; none when there is no such folder.
    func names(in path: String) throws -> [String]
    /// Whether the process may write the file, or add to the folder.
    func mayWrite(_ path: String) -> Bool
    /// The permission bits that new files do not get (`umask`).
    var creationMask: UInt32 { get }

    /// Makes a file or writes it anew; it then has exactly these permissions.
    func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws
    /// Returns once files and folders are on the disk and would survive a power cut.
    func flush(_ paths: [String]) throws
    /// Renames, replacing a file at `target` in one step.
    func move(_ path: String, to target: String) throws
    func remove(_ path: String) throws
    func makeDirectory(_ path: String) throws
    /// Removes a folder that has to be empty.
    func removeDirectory(_ path: String) throws
}

/// What stands at a path.
struct FileEntry: Equatable, Sendable {
    enum Kind: Equatable, Sendable { case file, directory, link, other }

    var kind: Kind
    /// The permission bits.
    var mode: UInt32
    /// The file system that it is on.
    var device: UInt64
}

/// A refused operation, in words.
struct FileSystemError: Error, CustomStringConvertible {
    var operation: String
    var path: String
    var code: Int32
    /// What the system says about `code`.
    var reason: String

    var description: String { "cannot \(operation) \(path): \(reason)" }
}
