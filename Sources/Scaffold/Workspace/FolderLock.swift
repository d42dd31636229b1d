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
final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock, and the thread waits for whoever has it.
    ///
    /// - Parameters:
    ///   - folder: has to exist.
    ///   - waiting: called once, before the wait, when somebody else has the lock.
    /// - Throws: ``FileSystemError``.
    static func take(_ folder: String, waiting: () -> Void) throws -> FolderLock {
        if let lock = try FolderLock(ifFree: folder) { return lock }
        waiting()
        let lock = FolderLock(descriptor: try descriptor(of: folder))
        while flock(lock.descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw failure(folder) }
        }
        return lock
    }

    /// Takes the lock, and only the task waits: whoever has the lock may need the thread.
    ///
    /// - Throws: ``FileSystemError``, `CancellationError`.
    static func takeInTurn(_ folder: String, waiting: () -> Void) async throws -> FolderLock {
        if let lock = try FolderLock(ifFree: folder) { return lock }
        waiting()
        while true {
            try await Task.sleep(for: .milliseconds(50))
            if let lock = try FolderLock(ifFree: folder) { return lock }
        }
    }

    private init?(ifFree folder: String) throws {
        descriptor = try FolderLock.descriptor(of: folder)
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
        guard errno == EWOULDBLOCK else { throw FolderLock.failure(folder) }
        return nil
    }

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    private static func descriptor(of folder: String) throws -> Int32 {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(folder) }
        return descriptor
    }

    private static func failure(_ folder: String) -> FileSystemError {
        let code = errno
        return FileSystemError(operation: "lock", path: folder, code: code, reason: String(cString: strerror(code)))
    }
}
