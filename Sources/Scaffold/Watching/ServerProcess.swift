import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A server of the app that was started here, with a line to it: it says when it serves, and stops when this process is
/// gone, however that came about.
final class ServerProcess {
    /// How a process came to its end.
    enum Ending: Equatable, Sendable {
        case status(Int32)
        case signal(Int32)

        var words: String {
            switch self {
            case .status(let code): "ended with status \(code)"
            case .signal(let number): "was ended by signal \(number) (\(String(cString: strsignal(number))))"
            }
        }
    }

    let started = ContinuousClock.now
    private let id: pid_t
    /// This side of the line.
    private let line: Int32
    private var ending: Ending?
    private var isReady = false

    /// Starts a server in the working directory.
    ///
    /// - Parameters:
    ///   - binary: the app.
    ///   - arguments: `serve` and its options.
    ///   - socket: where it answers; its descriptor 3.
    /// - Throws: ``FileSystemError``.
    init(_ binary: String, arguments: [String], at socket: ListeningSocket) throws {
        var ends: [Int32] = [0, 0]
        #if canImport(Glibc)
            let stream = Int32(SOCK_STREAM.rawValue)
        #else
            let stream = SOCK_STREAM
        #endif
        guard socketpair(AF_UNIX, stream, 0, &ends) == 0 else { throw Self.failure(errno, binary) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        line = ends[0]
        defer { close(ends[1]) }
        do {
            id = try Self.spawn(binary, arguments, handing: [socket.descriptor, ends[1]])
        } catch {
            close(ends[0])
            throw error
        }
    }

    deinit { close(line) }

    /// Whether it has said that it serves.
    func hasBegun() -> Bool {
        var byte: UInt8 = 0
        if !isReady { isReady = recv(line, &byte, 1, Int32(MSG_DONTWAIT)) == 1 }
        return isReady
    }

    /// Its end, when it has come to one.
    func end() -> Ending? {
        if let ending { return ending }
        var status: Int32 = 0
        guard waitpid(id, &status, WNOHANG) == id else { return nil }
        ending = status & 0x7f == 0 ? .status(status >> 8 & 0xff) : .signal(status & 0x7f)
        return ending
    }

    /// Asks it to finish its requests and end.
    func stop() { if end() == nil { kill(id, SIGTERM) } }

    /// Ends it, and whatever it has started, at once.
    func kill() { if end() == nil { kill(-id, SIGKILL) } }

    private func kill(_ id: pid_t, _ signal: Int32) { _ = send(signal, to: id) }

    /// - Parameter descriptors: become 3, 4 and so on; nothing else but the outputs is handed over.
    private static func spawn(_ binary: String, _ arguments: [String], handing descriptors: [Int32]) throws -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
            var attributes: posix_spawnattr_t?
        #else
            var actions = posix_spawn_file_actions_t()
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        // Copies beyond the places that they go to, which one of them may have at the moment.
        let copies = descriptors.map { fcntl($0, F_DUPFD_CLOEXEC, 64) }
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
            for copy in copies where copy >= 0 { close(copy) }
        }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        for (place, copy) in copies.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, copy, Int32(3 + place))
        }
        // A group of its own: what a terminal sends on Ctrl-C is for this process, which then ends the server.
        posix_spawnattr_setpgroup(&attributes, 0)
        var (none, usual) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&usual)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        let flags = Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
        posix_spawnattr_setflags(&attributes, Int16(flags))

        var id: pid_t = 0
        var words = ([binary] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + variables { free(text) } }
        let code = posix_spawn(&id, binary, &actions, &attributes, &words, &variables)
        guard code == 0 else { throw failure(code, binary) }
        return id
    }

    /// Its process is not known before it runs, so `LISTEN_PID` cannot be set: the other variable stands for it.
    private static var environment: [String: String] {
        var variables = ProcessInfo.processInfo.environment
        variables["LISTEN_PID"] = nil
        variables["LISTEN_FDNAMES"] = nil
        variables["LISTEN_FDS"] = "1"
        variables["SCAFFOLD_SUPERVISOR"] = "4"
        return variables
    }

    private static func failure(_ code: Int32, _ path: String) -> FileSystemError {
        FileSystemError(operation: "run", path: path, code: code, reason: String(cString: strerror(code)))
    }
}

private func send(_ signal: Int32, to id: pid_t) -> Int32 { kill(id, signal) }
