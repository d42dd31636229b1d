import Foundation

@testable import ScaffoldStorage

extension ServerProcess {
    /// A PostgreSQL server, and its first database.
    ///
    /// - Parameters:
    ///   - prepare: a command that runs before its first start, in its folder.
    ///   - settings: further ones, for its command line.
    static func postgresql(
        prepare: String = "true", settings: String = "", isRestarted: Bool = false
    ) throws -> (ServerProcess, DatabaseURL) {
        let port = try freePort()
        let process = try ServerProcess(
            // INT and TERM would wait for clients, or write out what nobody needs.
            stopSignal: "QUIT",
            prepare: "initdb -D data -U scaffold -A trust -E UTF8 --locale=C.UTF-8 --no-sync --no-instructions && "
                + prepare,
            serve: """
                postgres -D data -k "$PWD" -h 127.0.0.1 -p \(port) -c fsync=off -c synchronous_commit=off \
                -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 -c autovacuum=off \
                -c max_connections=300 -c shared_buffers=64MB -c log_min_messages=fatal \(settings)
                """,
            programs: folders(in: "/usr/lib/postgresql", then: "bin"), isRestarted: isRestarted)
        return (
            process,
            .postgresql(ServerAddress(host: "127.0.0.1", port: port, user: "scaffold", database: "postgres"))
        )
    }

    /// A MariaDB server, and its first database.
    ///
    /// - Parameters:
    ///   - prepare: a command that runs before its first start, in its folder.
    ///   - settings: further ones, for its command line.
    static func mariaDB(
        prepare: String = "true", settings: String = "", isRestarted: Bool = false
    ) throws -> (ServerProcess, DatabaseURL) {
        let port = try freePort()
        // A server that starts removes the temporary tables of all that share its folder for them.
        let basics =
            "--no-defaults --datadir=\"$PWD/data\" --tmpdir=\"$PWD\" --innodb-log-file-size=32M "
            + "--skip-innodb-doublewrite --innodb-flush-log-at-trx-commit=0 --innodb-flush-method=nosync "
            + "--performance-schema=0"
        let process = try ServerProcess(
            stopSignal: "KILL",
            prepare:
                "mariadb-install-db \(basics) --auth-root-authentication-method=normal --skip-test-db && \(prepare)",
            serve: """
                mariadbd \(basics) --socket="$PWD/socket" --pid-file="$PWD/pid" --bind-address=127.0.0.1 \
                --port=\(port) --skip-name-resolve --max-connections=300 --innodb-buffer-pool-size=64M \
                --lock-wait-timeout=30 \(settings)
                """,
            programs: ["/usr/sbin"], isRestarted: isRestarted)
        return (process, .mysql(ServerAddress(host: "127.0.0.1", port: port, user: "root", database: "mysql")))
    }

    /// Folders of versions, the last one first: /usr/lib/postgresql/17/bin.
    private static func folders(in folder: String, then name: String) -> [String] {
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return versions.sorted { $0.compare($1, options: .numeric) == .orderedDescending }
            .map { "\(folder)/\($0)/\(name)" }
    }

    /// A port of the loopback that nobody listens on.
    private static func freePort() throws -> Int {
        #if canImport(Glibc)
            let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let handle = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        defer { close(handle) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isFound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(handle, $0, length) == 0 && getsockname(handle, $0, &length) == 0
            }
        }
        guard isFound else { throw TestServerError(reason: "no port of the loopback is free: errno \(errno)") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
