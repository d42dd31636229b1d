#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The file system of the machine, by its C interface: the tool starts in milliseconds and loads nothing for this.
struct DiskFileSystem: FileSystem {
    func entry(at path: String) throws -> FileEntry? {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw failure("look at", path)
        }
        let kind: FileEntry.Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .directory
            case S_IFLNK: .link
            default: .other
            }
        return FileEntry(
            kind: kind, mode: UInt32(status.st_mode & 0o7777), device: UInt64(truncatingIfNeeded: status.st_dev))
    }

    func read(_ path: String) throws -> [UInt8] {
        try withDescriptor(path, O_RDONLY, "read") { descriptor in
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { throw failure("read", path) }
            var bytes: [UInt8] = []
            // One byte more than the file has, so that one read usually finds the end as well.
            var buffer = [UInt8](repeating: 0, count: max(Int(status.st_size) + 1, 4096))
            while true {
                let count = systemRead(descriptor, &buffer, buffer.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    throw failure("read", path)
                }
                if count == 0 { return bytes }
                bytes.append(contentsOf: buffer[..<count])
                if bytes.count == Int(status.st_size) { return bytes }
            }
        }
    }

    func names(in path: String) throws -> [String] {
        guard let folder = opendir(path) else {
            if errno == ENOENT || errno == ENOTDIR { return [] }
            throw failure("list", path)
        }
        defer { closedir(folder) }
        var names: [String] = []
        while true {
            errno = 0
            guard let item = readdir(folder) else {
                if errno != 0 { throw failure("list", path) }
                return names
            }
            let name = withUnsafePointer(to: &item.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
    }

    /// A file without any write bit is read-only for root as well: somebody meant it to stay.
    func mayWrite(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & 0o222 != 0 && access(path, W_OK) == 0
    }

    var creationMask: UInt32 { DiskFileSystem.mask }

    /// Asked once: the system can only tell it by setting it.
    private static let mask: UInt32 = {
        let mask = umask(0o077)
        umask(mask)
        return UInt32(mask)
    }()

    func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws {
        try withDescriptor(path, O_WRONLY | O_CREAT | O_TRUNC, "write", mode: mode) { descriptor in
            var written = 0
            while written < bytes.count {
                let count = bytes.withUnsafeBytes {
                    systemWrite(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
                }
                if count < 0 {
                    if errno == EINTR { continue }
                    throw failure("write", path)
                }
                written += count
            }
            guard fchmod(descriptor, mode_t(mode)) == 0 else { throw failure("write", path) }
        }
    }

    /// A handful one by one; of many the most part goes by one call, which is far cheaper than a wait for each.
    func flush(_ paths: [String]) throws {
        let isMany = paths.count > 16
        if isMany { sync() }
        // Linux waits for the end of `sync`; elsewhere it only begins there, and each file has to be waited for.
        #if os(Linux)
            let paths = isMany ? Array(paths.prefix(1)) : paths
        #endif
        for path in paths {
            try withDescriptor(path, O_RDONLY, "flush") { descriptor in
                guard fsync(descriptor) == 0 else { throw failure("flush", path) }
            }
        }
    }

    func move(_ path: String, to target: String) throws {
        guard rename(path, target) == 0 else { throw failure("write", target) }
    }

    func remove(_ path: String) throws {
        guard unlink(path) == 0 else { throw failure("remove", path) }
    }

    func makeDirectory(_ path: String) throws {
        guard mkdir(path, 0o777) == 0 else { throw failure("make the folder", path) }
    }

    func removeDirectory(_ path: String) throws {
        guard rmdir(path) == 0 else { throw failure("remove the folder", path) }
    }

    private func failure(_ operation: String, _ path: String) -> FileSystemError {
        let code = errno
        return FileSystemError(operation: operation, path: path, code: code, reason: String(cString: strerror(code)))
    }

    private func withDescriptor<T>(
        _ path: String, _ flags: Int32, _ operation: String, mode: UInt32 = 0, _ body: (Int32) throws -> T
    ) throws -> T {
        let descriptor = open(path, flags | O_CLOEXEC, mode_t(mode))
        guard descriptor >= 0 else { throw failure(operation, path) }
        defer { close(descriptor) }
        return try body(descriptor)
    }
}

// Under other names, since the methods of the type hide the functions of the system.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
