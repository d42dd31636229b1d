import Foundation

/// A server that lives in a folder of its own, for as long as this process does.
///
/// A shell stands between the two. It holds one end of a pipe that nobody writes to: when this process ends, however it
/// ends, the shell reads the end of the pipe, stops the server and removes the folder.
final class ServerProcess: Sendable {
    /// Where it keeps everything.
    let folder: String
    private let lifeline = Pipe()

    /// Starts the server; it may not answer yet.
    ///
    /// - Parameters:
    ///   - stopSignal: what ends it at once.
    ///   - prepare: a command that runs first, in the server's empty folder.
    ///   - serve: the command that is the server.
    ///   - programs: folders to look for commands in, after those of PATH.
    ///   - isRestarted: whether the server is started anew when it has ended, as soon as there is no file `down`. Its
    ///     process is told by the file `process`.
    init(stopSignal: String, prepare: String, serve: String, programs: [String], isRestarted: Bool = false) throws {
        folder = Self.parentFolder + "/scaffold-server-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = ([environment["PATH"] ?? "/usr/bin:/bin"] + programs).joined(separator: ":")
        let serve = isRestarted ? Self.restarting(serve, stopSignal: stopSignal) : "exec \(serve)"
        let signal = isRestarted ? "USR1" : stopSignal
        // A program that had this end as well would keep the server alive.
        _ = fcntl(lifeline.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        try Self.spawn(
            ["/bin/bash", "-c", Self.script, "bash", folder, signal, "\(prepare) && \(serve)"], environment,
            input: lifeline.fileHandleForReading.fileDescriptor)
    }

    /// Starts a program that has its input and nothing else of this process, once its script has closed the rest. (Foundation's `Process` would hand it what
    /// others that start at the same moment are known by, and those would seem to live as long as the server.)
    private static func spawn(_ arguments: [String], _ environment: [String: String], input: Int32) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var words = arguments.map { strdup($0) } + [nil]
        var settings = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in words + settings { free(text) } }
        var process = pid_t()
        let status = posix_spawn(&process, arguments[0], &actions, nil, &words, &settings)
        guard status == 0 else { throw CouldNotStart(reason: String(cString: strerror(status))) }
        let started = process
        // What has ended and nobody asks for would keep those busy who wait for any process.
        Thread.detachNewThread { waitpid(started, nil, 0) }
    }

    struct CouldNotStart: Error { var reason: String }

    /// Servers refuse to be root; then they are nobody, who is given the folder.
    private static let script = """
        folder=$1 signal=$2
        cd "$folder"
        for open in /proc/$$/fd/*; do
            if [ "${open##*/}" -gt 2 ]; then eval "exec ${open##*/}>&-"; fi
        done
        trap '' INT TERM HUP
        exec 3<&0 >log 2>&1
        as=
        if [ "$(id -u)" = 0 ]; then
            as="setpriv --reuid=$(id -u nobody) --regid=$(id -g nobody) --clear-groups"
            chown nobody "$folder"
        fi
        $as sh -c "$3" </dev/null 3<&- &
        server=$!
        (
            cat <&3
            while kill -s "$signal" $server; do sleep 0.02; done
            until rm -rf "$folder"; do sleep 0.02; done
        ) >/dev/null 2>&1 &
        wait $server
        echo "it ended with status $?"
        : >ended
        # Not before the part that waits for the pipe: nobody could clear a shell away whose children live.
        wait
        """

    /// A shell's loop that is the server until it gets the signal USR1.
    private static func restarting(_ serve: String, stopSignal: String) -> String {
        """
        {
            trap 'echo >stopped; kill -s \(stopSignal) $(cat process)' USR1
            while [ ! -e stopped ]; do
                while [ -e down ] && [ ! -e stopped ]; do sleep 0.02; done
                \(serve) &
                echo $! >process.new && mv process.new process
                wait $!
            done
        }
        """
    }

    /// Ends it, as the end of this process does.
    func stop() {
        try? lifeline.fileHandleForWriting.close()
    }

    /// Whether it has not ended. (`Process` cannot tell: it counts the shell's own children.)
    var isRunning: Bool {
        let files = FileManager.default
        return files.fileExists(atPath: folder) && !files.fileExists(atPath: folder + "/ended")
    }

    /// The last lines that it wrote.
    var logTail: String {
        guard let data = FileManager.default.contents(atPath: folder + "/log") else { return "(there is none)" }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").suffix(15).joined(separator: "\n")
    }

    /// In memory where there is room, since nothing is kept.
    private static var parentFolder: String {
        let memory = "/dev/shm"
        let system = try? FileManager.default.attributesOfFileSystem(forPath: memory)
        let space = (system?[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
        let hasRoom = space > 2 << 30 && FileManager.default.isWritableFile(atPath: memory)
        return hasRoom ? memory : FileManager.default.temporaryDirectory.path
    }
}
