import CSQLite
import Logging

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// SQLite, on its C API: one connection that writes, some that read beside it (WAL); a database in memory has one for all.
struct SQLiteEngine: Engine {
    let place: DatabaseURL.Place
    let settings: DatabaseConfiguration
    let log: StatementLog

    init(_ configuration: DatabaseConfiguration, logger: Logger) {
        place = configuration.url.place
        settings = configuration
        log = StatementLog(configuration, logger: logger)
    }

    var dialect: any Dialect { SQLiteDialect() }

    var pool: PoolShape {
        guard case .file = place else { return .alike(1) }
        return .oneWriter(
            readers: max(1, settings.connections ?? max(4, ProcessInfo.processInfo.activeProcessorCount)))
    }

    func openWriter() throws -> any Connection {
        try makeFolder()
        let connection = try open(flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
        if case .file = place {
            // WAL lets readers read while the writer writes; with it, NORMAL loses no consistency, at worst the last
            // commits before a power cut.
            try connection.run(script: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
        }
        try connection.run(script: "PRAGMA foreign_keys = ON")
        return connection
    }

    func openReader() throws -> any Connection {
        let connection = try open(flags: SQLITE_OPEN_READONLY)
        try connection.run(script: "PRAGMA query_only = ON")
        return connection
    }

    /// IMMEDIATE: the write lock is taken now, where the busy timeout applies; taken later, a transaction that has
    /// read already can only fail. One that only reads takes no lock.
    func begin(_ connection: any Connection, _ options: TransactionOptions) throws {
        try connection.execute(options.readOnly ? "BEGIN" : "BEGIN IMMEDIATE")
    }

    private func open(flags: Int32) throws -> SQLiteConnection {
        try SQLiteConnection(path: path, flags: flags, settings: settings, log: log)
    }

    private var path: String {
        switch place {
        case .file(let path): path
        case .memory, .server: ":memory:"
        }
    }
}

// The file.
extension SQLiteEngine {
    func create() throws -> Bool {
        guard case .file(let path) = place else { return false }
        let isThere = FileManager.default.fileExists(atPath: path)
        _ = try openWriter()
        return !isThere
    }

    func drop() throws -> Bool {
        guard case .file(let path) = place, FileManager.default.fileExists(atPath: path) else { return false }
        for suffix in ["", "-wal", "-shm", "-journal", SQLiteMigrationLock.suffix]
        where FileManager.default.fileExists(atPath: path + suffix) {
            do {
                try FileManager.default.removeItem(atPath: path + suffix)
            } catch {
                throw ConnectionError(message: "\(path)\(suffix) cannot be removed: \(error)")
            }
        }
        return true
    }

    /// Files by their names without the ending.
    func neighbours() throws -> [String] {
        guard case .file(let path) = place, let slash = path.lastIndex(of: "/") else { return [] }
        let ending = ".sqlite3"
        return try FileManager.default.contentsOfDirectory(atPath: String(path[..<slash]))
            .filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }
    }

    private func makeFolder() throws {
        guard case .file(let path) = place, let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return }
        let folder = String(path[..<slash])
        guard !FileManager.default.fileExists(atPath: folder) else { return }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw ConnectionError(message: "the folder \(folder) of the database cannot be made: \(error)")
        }
    }
}
