import Foundation
import ScaffoldRuntime
import Synchronization

/// One connection of the code that is written by hand.
protocol HandConnection: AnyObject {
    func find(_ id: Int) throws -> HandPost?
    func page(offset: Int) throws -> [HandPost]
    func pageWithTags(offset: Int) throws -> [HandPost]
    func insert(_ post: HandPost) throws -> Int
    /// All or nothing; returns their keys.
    func insert(_ posts: [HandPost]) throws -> [Int]
    func update(_ id: Int, title: String) throws -> Int
}

/// Connections of the engine's C API, lent one at a time. Whoever asks runs inside of `database.run`, and so on the very
/// threads on which the models' own calls run.
final class HandWritten: Sendable {
    private let writers: HandPool
    private let readers: HandPool

    /// As many connections as the models' pool has.
    init(_ engine: DatabaseEngine, _ text: String) throws {
        switch engine {
        case .sqlite:
            let path = text.replacing(/^sqlite:(\/\/)?/, with: "")
            writers = HandPool([try HandSQLite(path, isReader: false)])
            readers = HandPool(try (0..<4).map { _ in try HandSQLite(path, isReader: true) })
        case .postgresql:
            #if PostgreSQL
                writers = HandPool(try (0..<10).map { _ in try HandPostgreSQL(text) })
                readers = writers
            #else
                throw Problem("built without --traits PostgreSQL")
            #endif
        case .mysql:
            #if MySQL
                guard let address = URLComponents(string: text) else { throw Problem("no URL") }
                writers = HandPool(try (0..<10).map { _ in try HandMySQL(address) })
                readers = writers
            #else
                throw Problem("built without --traits MySQL")
            #endif
        }
    }

    func read<R: Sendable>(_ body: @Sendable (any HandConnection) throws -> R) async throws -> R {
        try readers.use(body)
    }

    func write<R: Sendable>(_ body: @Sendable (any HandConnection) throws -> R) async throws -> R {
        try writers.use(body)
    }
}

/// Free connections; there are always enough, since one task asks at a time.
private final class HandPool: Sendable {
    private struct Lent: @unchecked Sendable {
        let connection: any HandConnection
    }

    private let free: Mutex<[Lent]>

    init(_ connections: [any HandConnection]) {
        free = Mutex(connections.map { Lent(connection: $0) })
    }

    func use<R>(_ body: (any HandConnection) throws -> R) throws -> R {
        guard let lent = free.withLock({ $0.popLast() }) else { throw Problem("no connection is free") }
        defer { free.withLock { $0.append(lent) } }
        return try body(lent.connection)
    }
}
