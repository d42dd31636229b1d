import Foundation

/// A database server on a port of its own, that a test may stop and start again; its data goes away with it.
///
/// A shell stands between the two. It reads what to do from a pipe and, at the pipe's end, stops the server and removes
/// its folder: however the tests end, no server is left.
final class DatabaseServer {
    enum Kind: String, CaseIterable {
        case postgresql, mysql
    }

    struct TakesTooLong: Error { var log: String }

    /// `postgresql://scaffold@127.0.0.1:5432/blog`
    let url: String
    private let folder: URL
    private let shell = Process()
    private let words = Pipe()

    /// A server that does not run yet.
    init(_ kind: Kind, database: String) throws {
        let port = Server.freePort()
        // A socket's path may have about 100 letters, and the server is another user.
        folder = URL(fileURLWithPath: "/tmp/scaffold-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        let commands: [String]
        switch kind {
        case .postgresql:
            url = "postgresql://scaffold@127.0.0.1:\(port)/\(database)"
            commands = [
                "initdb -D data -U scaffold -A trust -E UTF8 --locale=C.UTF-8 --no-sync --no-instructions",
                "postgres -D data -k . -h 127.0.0.1 -p \(port) -c fsync=off", "INT",
            ]
        case .mysql:
            let settings = "--no-defaults --datadir=\(folder.path)/data --innodb-log-file-size=32M"
            url = "mysql://root@127.0.0.1:\(port)/\(database)"
            commands = [
                "mariadb-install-db \(settings) --auth-root-authentication-method=normal --skip-test-db",
                "mariadbd \(settings) --socket=\(folder.path)/socket --pid-file=\(folder.path)/pid "
                    + "--bind-address=127.0.0.1 --port=\(port) --skip-name-resolve",
                "TERM",
            ]
        }
        var environment = ProcessInfo.processInfo.environment
        environment["PATH", default: "/usr/bin:/bin"] += ":/usr/sbin" + Self.folders
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", Self.script, "sh", folder.path] + commands
        shell.environment = environment
        shell.currentDirectoryURL = folder
        shell.standardInput = words
        shell.standardOutput = FileHandle.nullDevice
        shell.standardError = FileHandle.nullDevice
        // A program that had this end as well would keep the server alive.
        _ = fcntl(words.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        try shell.run()
    }

    deinit { try? words.fileHandleForWriting.close() }

    /// Servers refuse to be root; then they are nobody, who is given the folder.
    private static let script = """
        folder=$1 prepare=$2 serve=$3 signal=$4
        trap '' INT TERM HUP
        exec 3<&0 >log 2>&1
        as=
        if [ "$(id -u)" = 0 ]; then
            as="setpriv --reuid=$(id -u nobody) --regid=$(id -g nobody) --clear-groups"
            chown nobody "$folder"
        fi
        stop() {
            [ -z "$server" ] || kill -s "$signal" "$server"
            wait
            server=
        }
        $as $prepare 3<&-
        while read -r word <&3; do
            case $word in
            start) $as $serve </dev/null 3<&- & server=$! ;;
            stop) stop ;;
            esac
            : >"$word"
        done
        stop
        rm -rf "$folder"
        """

    /// Where Debian keeps PostgreSQL's programs, the last version first.
    private static var folders: String {
        let root = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return versions.sorted { $0.compare($1, options: .numeric) == .orderedDescending }
            .map { ":\(root)/\($0)/bin" }.joined()
    }

    /// Starts it; it may not answer yet.
    func start() async throws { try await say("start") }

    /// Ends it as an administrator does: it hangs up on those who are connected, and is gone when this returns.
    func stop() async throws { try await say("stop") }

    /// Says a word to the shell and waits for the file that it answers with.
    private func say(_ word: String) async throws {
        let mark = folder.appending(path: word)
        try? FileManager.default.removeItem(at: mark)
        try words.fileHandleForWriting.write(contentsOf: Data("\(word)\n".utf8))
        for _ in 0..<6000 {
            if FileManager.default.fileExists(atPath: mark.path) { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        let log = try? String(contentsOf: folder.appending(path: "log"), encoding: .utf8)
        throw TakesTooLong(log: log ?? "")
    }
}
