#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Another program, run to its end while nothing else happens: an editor, a merge tool, the parser.
struct Program {
    /// The words of its command line; the first is looked for on `PATH`.
    var words: [String]
    /// The file that takes what it says; nil leaves it the terminal.
    var output: String?

    /// A command as the shell reads it; the arguments are `$1` and so on to it.
    static func shell(_ command: String, _ arguments: [String]) -> Program {
        Program(words: ["sh", "-c", command, "scaffold"] + arguments)
    }

    /// - Returns: its exit status; 127 when it is not there, 128 and more when a signal ended it.
    func run() -> Int32 {
        var attributes = posix_spawnattr_t.unset
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Threads of the concurrency runtime have signals blocked, which the program would inherit.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var interrupt = sigset_t()
        sigemptyset(&interrupt)
        sigaddset(&interrupt, SIGINT)
        posix_spawnattr_setsigdefault(&attributes, &interrupt)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var actions = posix_spawn_file_actions_t.unset
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let output {
            for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
                posix_spawn_file_actions_addopen(&actions, descriptor, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
            }
        }
        // What is typed to stop the program is not meant for this one.
        let before = signal(SIGINT, SIG_IGN)
        defer { signal(SIGINT, before) }
        var words = words.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child = pid_t()
        guard let name = words.first ?? nil, posix_spawnp(&child, name, &actions, &attributes, &words, environ) == 0
        else { return 127 }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { return 127 }
        }
        return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
    }
}

// The two are structures on one system and pointers on the other.
extension posix_spawnattr_t {
    fileprivate static var unset: posix_spawnattr_t {
        #if canImport(Darwin)
            nil
        #else
            posix_spawnattr_t()
        #endif
    }
}

extension posix_spawn_file_actions_t {
    fileprivate static var unset: posix_spawn_file_actions_t {
        #if canImport(Darwin)
            nil
        #else
            posix_spawn_file_actions_t()
        #endif
    }
}
