#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The few facts of the machine and the process that building needs.
enum Machine {
    /// The working directory, with symbolic links resolved.
    static var workingDirectory: String { realPath(".") ?? "/" }

    /// A variable of the environment; nil when it is not set or empty.
    static func environment(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// The absolute path without symbolic links; nil when nothing is there.
    static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The file of the running tool.
    static var executable: String? {
        #if os(Linux)
            return realPath("/proc/self/exe")
        #else
            var size = UInt32(PATH_MAX)
            var buffer = [CChar](repeating: 0, count: Int(size))
            guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
            return realPath(String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init), as: UTF8.self))
        #endif
    }

    /// Whether a terminal shows what goes to standard error.
    static var hasTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// The first file of that name on `PATH` that can be run, with symbolic links resolved.
    static func find(command: String) -> String? {
        let folders = environment("PATH")?.split(separator: ":").map(String.init) ?? []
        return folders.map { "\($0)/\(command)" }.first { access($0, X_OK) == 0 }.flatMap(realPath)
    }

    /// Writes to standard error, which is where everything goes that is not the answer of a command.
    static func note(_ text: String) {
        let bytes = Array(text.utf8)
        bytes.withUnsafeBytes { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Makes a folder and those above it.
    ///
    /// - Throws: ``FileSystemError``.
    static func makeFolders(_ path: String) throws {
        let files = DiskFileSystem()
        for folder in RelativePath.parents(of: path).dropFirst() + [path] where try files.entry(at: folder) == nil {
            // Somebody else may have made it in the meantime.
            do { try files.makeDirectory(folder) } catch let error as FileSystemError where error.code == EEXIST {}
        }
    }

    /// Copies a file that may be large.
    ///
    /// - Throws: ``FileSystemError``.
    static func copy(_ path: String, to target: String) throws {
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw failure("read", path) }
        defer { close(source) }
        let copy = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o755)
        guard copy >= 0 else { throw failure("write", target) }
        defer { close(copy) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(source, &buffer, buffer.count)
            if count == 0 { return }
            guard count > 0 else { throw failure("read", path) }
            var written = 0
            while written < count {
                let step = buffer.withUnsafeBytes { write(copy, $0.baseAddress.map { $0 + written }, count - written) }
                guard step > 0 else { throw failure("write", target) }
                written += step
            }
        }
    }

    /// Makes a folder the working directory.
    ///
    /// - Throws: ``FileSystemError``.
    static func enter(_ folder: String) throws {
        guard chdir(folder) == 0 else { throw failure("enter", folder) }
    }

    /// Becomes another program: signals, standard input and the exit status are that one's from here on.
    ///
    /// - Throws: ``FileSystemError``; it returns in no other way.
    static func become(_ executable: String, arguments: [String], in folder: String) throws -> Never {
        try enter(folder)
        // Threads of the concurrency runtime have signals blocked, which another program would inherit: a server could
        // then not be stopped.
        var none = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, nil)
        var words = ([executable] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        execv(executable, &words)
        throw failure("run", executable)
    }

    private static func failure(_ operation: String, _ path: String) -> FileSystemError {
        let code = errno
        return FileSystemError(operation: operation, path: path, code: code, reason: String(cString: strerror(code)))
    }
}
