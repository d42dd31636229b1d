#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension SQLiteEngine {
    func lockMigrations(_ connection: any Connection) throws -> MigrationLockAttempt {
        guard case .file(let path) = place else { return .taken(NoMigrationLock()) }
        return try SQLiteMigrationLock.take("\(path)\(SQLiteMigrationLock.suffix)")
    }
}

/// A file beside the database, locked by the system for as long as it is open; SQLite's own lock belongs to a
/// transaction. It holds the number of the process, and goes with the lock; that of a process which was killed stays,
/// unlocked, for the next one.
final class SQLiteMigrationLock: MigrationLock {
    static let suffix = "-migrate"

    private let path: String
    private let descriptor: Int32
    private let isReleased = Locked(false)

    private init(_ path: String, _ descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close() }

    static func take(_ path: String) throws -> MigrationLockAttempt {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw ConnectionError(
                message: "the file \(path), which keeps other runners of migrations away, cannot be opened: "
                    + String(cString: strerror(errno)))
        }
        let lock = SQLiteMigrationLock(path, descriptor)
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            lock.isReleased.withLock { $0 = true }
            defer { systemClose(descriptor) }
            return .busy(holder: holder(descriptor))
        }
        // The one before may have removed the file after it was opened here: then this is the lock of nothing.
        guard lock.isOfFile else {
            lock.isReleased.withLock { $0 = true }
            systemClose(descriptor)
            return .busy(holder: nil)
        }
        let number = Array("\(getpid())".utf8)
        ftruncate(descriptor, 0)
        _ = number.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        return .taken(lock)
    }

    func isHeld(by connection: any Connection) -> Bool { isOfFile }

    func release(_ connection: any Connection) { close() }

    private var isOfFile: Bool {
        var opened = stat()
        var named = stat()
        return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0 && opened.st_ino == named.st_ino
            && opened.st_dev == named.st_dev
    }

    private func close() {
        isReleased.withLock { isReleased in
            guard !isReleased else { return }
            isReleased = true
            // Before the lock goes: afterwards it may be another one's.
            if isOfFile { unlink(path) }
            systemClose(descriptor)
        }
    }

    private static func holder(_ descriptor: Int32) -> String? {
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        guard count > 0, let number = Int(String(decoding: bytes.prefix(count), as: UTF8.self)) else { return nil }
        return "process \(number)"
    }
}

private func systemClose(_ descriptor: Int32) { close(descriptor) }
