#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A lock on a folder that ends with the process, however it ends, and leaves no file behind.
///
/// It is the advisory lock of the system (`flock`) on the folder itself; only this tool asks for it.
final class FolderLock {
    private let descriptor: Int32

    /// Takes the lock, waiting for whoever has it.
    ///
    /// - Parameters:
    ///   - folder: has to exist.
    ///   - waiting: called once, before the wait, when somebody else has the lock.
    /// - Throws: ``FileSystemError``.
    init(_ folder: String, waiting: () -> Void) throws {
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FolderLock.failure(folder) }
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
        guard errno == EWOULDBLOCK else { throw FolderLock.failure(folder, closing: descriptor) }
        waiting()
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw FolderLock.failure(folder, closing: descriptor) }
        }
    }

    deinit { close(descriptor) }

    private static func failure(_ folder: String, closing descriptor: Int32? = nil) -> FileSystemError {
        let code = errno
        if let descriptor { close(descriptor) }
        return FileSystemError(operation: "lock", path: folder, code: code, reason: String(cString: strerror(code)))
    }
}
