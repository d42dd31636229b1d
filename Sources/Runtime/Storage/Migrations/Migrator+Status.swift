#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

// What is done and what is not.
extension Migrator {
    /// A migration or seeder, and what the database knows of it.
    public struct State: Sendable, Hashable {
        public var name: String
        public var isExecuted: Bool
        /// It has run, but this program does not have it.
        public var isMissing = false
        /// What it does is not what it did when it ran.
        public var isEdited = false
        /// It has not run, although one with a higher name has: two branches were merged.
        public var isLate = false
        /// It ran as a file of Sequelize's, whose name the database keeps.
        public var isSequelizes = false
        /// It runs again each time.
        public var isRepeatable = false
        /// It is for other environments than the one at hand (``MigratorOptions/environment``).
        public var isElsewhere = false
        /// How many of its operations are done, of one that stopped on its way in or out; nil for all others.
        public var operationsDone: Int?
        /// Which run of the runner did it, counted from 1; nil where Sequelize did.
        public var batch: Int?
        /// When it ran; nil where Sequelize did it.
        public var executedAt: Date?
    }

    /// All that there are, in order, those that have run but are missing here included.
    ///
    /// - Throws: ``DatabaseFailure``, ``MigrationError`` for one that cannot be read.
    public func status() async throws -> [State] {
        let history = try await history()
        let last = history.executedNames.max()
        let states = try scripts.map { script in
            var state = state(script.name, history)
            state.isLate = !state.isExecuted && script.name < last ?? script.name
            state.isRepeatable = script.isRepeatable
            state.isElsewhere = !script.isFor(options.environment)
            state.isEdited = try !script.isRepeatable && isEdited(script, history)
            return state
        }
        let missing = Set(history.executedNames).union(history.halfDone).filter { !isKnown($0) }.map { name in
            var state = state(name, history)
            state.isMissing = true
            return state
        }
        return (states + missing).sorted { $0.name < $1.name }
    }

    private func state(_ name: String, _ history: MigrationHistory) -> State {
        let record = history.record(name)
        return State(
            name: name, isExecuted: history.isExecuted(name), isSequelizes: history.isSequelizes(name),
            operationsDone: record?.resumeAt, batch: record?.batch, executedAt: record?.executedAt)
    }

    private func isEdited(_ script: Script, _ history: MigrationHistory) throws -> Bool {
        guard history.isExecuted(script.name), let record = history.record(script.name), record.resumeAt == nil else {
            return false
        }
        let operations: [SchemaOperation]
        do {
            operations = try script.operations(.up)
        } catch {
            throw MigrationError(name: script.name, direction: .up, operation: nil, cause: error, completed: [])
        }
        return OperationChecksum(operations).text != record.checksum
    }
}
