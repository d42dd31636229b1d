#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Runs migrations or seeders, each as a transaction of its own, and remembers which ran.
///
/// Two that run at once do not meet: whoever gets the database's lock runs the next one, the other finds it done.
/// A process that is killed leaves no lock and no half-done migration behind.
public struct Migrator: Sendable {
    let database: Database
    let scripts: [Script]
    private let log: ExecutedScripts

    /// The names of all, in order.
    public var names: [String] { scripts.map(\.name) }

    /// Names that stood in the list more than once (merging two branches can double a line); they run once.
    public let duplicates: [String]

    /// A runner of migrations, remembered in the table `SequelizeMeta`.
    public init(_ database: Database, migrations: [any Migration]) {
        self.init(database, migrations.map(Script.init), table: "SequelizeMeta")
    }

    /// A runner of seeders, remembered in the table `SequelizeData`.
    public init(_ database: Database, seeders: [any Seeder]) {
        self.init(database, seeders.map(Script.init), table: "SequelizeData")
    }

    private init(_ database: Database, _ scripts: [Script], table: String) {
        self.database = database
        var seen: Set<String> = []
        var duplicates: [String] = []
        self.scripts = scripts.filter { script in
            let isNew = seen.insert(script.name).inserted
            if !isNew, !duplicates.contains(script.name) { duplicates.append(script.name) }
            return isNew
        }.sorted { $0.name < $1.name }
        self.duplicates = duplicates
        log = ExecutedScripts(table: table, dialect: database.dialect)
    }
}

// What is done and what is not.
extension Migrator {
    /// A migration or seeder and whether it has run.
    public struct State: Sendable, Hashable {
        public var name: String
        public var isExecuted: Bool
        /// It has run, but this program does not have it.
        public var isMissing: Bool
    }

    /// All that there are, in order, those that have run but are missing here included.
    public func status() async throws -> [State] {
        let executed = try await executed()
        let known = Set(scripts.map(\.name))
        let states = scripts.map { State(name: $0.name, isExecuted: executed.contains($0.name), isMissing: false) }
        let missing = executed.subtracting(known).map { State(name: $0, isExecuted: true, isMissing: true) }
        return (states + missing).sorted { $0.name < $1.name }
    }

    private func executed() async throws -> Set<String> {
        try await database.read { [log] in try log.names($0) }
    }

    private func script(_ name: String) throws -> Script {
        if let exact = scripts.first(where: { $0.name == name }) { return exact }
        // The stamp alone is enough.
        let matches = scripts.filter { $0.name.hasPrefix(name + "-") }
        guard let match = matches.first, matches.count == 1 else {
            throw UnknownMigrationError(
                name: name,
                reason: "there is none of this name; there are: "
                    + (scripts.isEmpty ? "none at all" : scripts.map(\.name).joined(separator: ", ")))
        }
        return match
    }
}

// Running.
extension Migrator {
    /// Runs what has not run yet.
    ///
    /// - Parameters:
    ///   - last: the name, or its stamp, after which to stop; nil for all.
    ///   - report: is told of each one that is done.
    /// - Returns: what was done.
    /// - Throws: ``MigrationError`` of the first that fails; those before it stay.
    @discardableResult
    public func up(to last: String? = nil, report: (Step) -> Void = { _ in }) async throws -> [Step] {
        let last = try last.map { try script($0).name }
        let executed = try await executed()
        let pending = scripts.filter { !executed.contains($0.name) && (last == nil || $0.name <= last ?? "") }
        return try await run(pending, .up, report)
    }

    /// Runs one that has not run yet, whatever its place.
    @discardableResult
    public func up(name: String, report: (Step) -> Void = { _ in }) async throws -> [Step] {
        let script = try script(name)
        guard try await !executed().contains(script.name) else {
            throw UnknownMigrationError(name: script.name, reason: "it has run already")
        }
        return try await run([script], .up, report)
    }

    /// Takes back the last one that ran.
    @discardableResult
    public func undo(report: (Step) -> Void = { _ in }) async throws -> [Step] {
        try await run(Array(try await undoable(to: nil).prefix(1)), .down, report)
    }

    /// Takes back one that ran, whatever its place.
    @discardableResult
    public func undo(name: String, report: (Step) -> Void = { _ in }) async throws -> [Step] {
        let script = try script(name)
        guard try await executed().contains(script.name) else {
            throw UnknownMigrationError(name: script.name, reason: "it has not run")
        }
        return try await run([script], .down, report)
    }

    /// Takes back all that ran, the last first.
    ///
    /// - Parameter first: the name, or its stamp, of the last to take back; nil for all.
    @discardableResult
    public func undoAll(to first: String? = nil, report: (Step) -> Void = { _ in }) async throws -> [Step] {
        let first = try first.map { try script($0).name }
        return try await run(try await undoable(to: first), .down, report)
    }

    /// Forgets which ran, without taking anything back: for seeders whose tables are gone.
    public func forgetAll() async throws {
        try await database.exclusive { [log] in try log.removeAll($0) }
    }

    private func undoable(to first: String?) async throws -> [Script] {
        let executed = try await executed().filter { name in first.map { name >= $0 } ?? true }
        return try executed.sorted(by: >).map { name in
            guard let script = scripts.first(where: { $0.name == name }) else {
                throw UnknownMigrationError(name: name, reason: "it ran, but is missing here: it cannot be undone")
            }
            return script
        }
    }

    private func run(
        _ scripts: [Script], _ direction: Step.Direction, _ report: (Step) -> Void
    ) async throws -> [Step] {
        var completed: [Step] = []
        for script in scripts {
            let start = ContinuousClock.now
            do {
                guard try await run(script, direction) else { continue }
            } catch let failure as FailedOperation {
                throw MigrationError(
                    name: script.name, direction: direction, operation: failure.operation, cause: failure.cause,
                    completed: completed, kept: failure.kept)
            } catch {
                throw MigrationError(
                    name: script.name, direction: direction, operation: nil, cause: error, completed: completed)
            }
            let step = Step(name: script.name, direction: direction, duration: start.duration(to: .now))
            completed.append(step)
            report(step)
        }
        return completed
    }

    /// Runs one as a transaction; false when another runner has done it in the meantime.
    private func run(_ script: Script, _ direction: Step.Direction) async throws -> Bool {
        let operations = try await script.operations(direction)
        return try await database.exclusive { [log, database] connection in
            try database.engine.migrate(connection, operations) { editor in
                guard try log.contains(script.name, connection) == (direction == .down) else { return false }
                let rows = SeedWriter(connection: connection, dialect: database.dialect, now: Date())
                for (index, operation) in operations.enumerated() {
                    do {
                        try editor.apply(operation, rows: rows)
                    } catch {
                        let kept = database.engine.takesBackDefinitions ? [] : operations.kept(failingAt: index)
                        throw FailedOperation(
                            operation: operation.description, cause: error, kept: kept.map(\.description))
                    }
                }
                switch direction {
                case .up: try log.add(script.name, connection)
                case .down: try log.remove(script.name, connection)
                }
                return true
            }
        }
    }
}

private struct FailedOperation: Error {
    var operation: String
    var cause: any Error
    /// What stays of the migration.
    var kept: [String]
}

extension [SchemaOperation] {
    /// What stays where each change of a table keeps all that was done before it, even when it fails itself.
    fileprivate func kept(failingAt index: Int) -> ArraySlice<SchemaOperation> {
        let before = self[..<index]
        if self[index].changesTables { return before }
        return before.prefix((before.lastIndex(where: \.changesTables) ?? -1) + 1)
    }
}
