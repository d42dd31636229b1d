// Into the database.
extension Migrator {
    /// Runs what has not run yet, one that was left half done first.
    ///
    /// - Parameters:
    ///   - last: the name, or its stamp, after which to stop; nil for all.
    ///   - count: how many to run; nil for all.
    ///   - report: is told of each one that is done.
    /// - Returns: what was done.
    /// - Throws: ``MigrationError`` of the first that fails, those before it stay; ``MigrationLockError`` when another
    ///   runner does not come to its end; ``UnknownMigrationError``.
    @discardableResult
    public func up(
        to last: String? = nil, step count: Int? = nil, report: (Step) -> Void = { _ in }
    ) async throws -> [Step] {
        let last = try last.map { try script($0).name }
        return try await run(report) { try pending($0, to: last, count: count) }
    }

    /// Runs one that has not run yet, whatever its place, and before it what it needs and has not run.
    ///
    /// - Throws: as ``up(to:step:report:)``; ``SeederOrderError`` for one that is not for this environment.
    @discardableResult
    public func up(name: String, report: (Step) -> Void = { _ in }) async throws -> [Step] {
        let script = try script(name)
        guard script.isFor(options.environment) else {
            let environments = script.environments.joined(separator: ", ")
            throw SeederOrderError(
                name: script.name, reason: "it is for \(environments), and this is \(options.environment ?? "")")
        }
        let hasRun = try await history().isExecuted(script.name)
        guard script.isRepeatable || !hasRun else {
            throw UnknownMigrationError(name: script.name, reason: "it has run already")
        }
        return try await run(report) { history in
            let order = try ScriptOrder(scripts)
            let names = order.needed(by: script).union([script.name])
            return try pending(history, to: nil, count: nil).filter { item in
                names.contains(item.script.name)
                    && (item.script.name == script.name || !history.isExecuted(item.script.name))
            }
        }
    }

    /// Takes back the last ones that ran and runs them again.
    ///
    /// - Parameter count: how many.
    @discardableResult
    public func redo(step count: Int = 1, report: (Step) -> Void = { _ in }) async throws -> [Step] {
        try await run(report) { history in
            let scripts = try undoable(history, count: count)
            return scripts.map { PlannedScript(script: $0, direction: .down) }
                + scripts.reversed().map { PlannedScript(script: $0, direction: .up) }
        }
    }

    func pending(_ history: MigrationHistory, to last: String?, count: Int?) throws -> [PlannedScript] {
        try requireNoneHalfUndone(history)
        let halfDone = Set(history.halfDone)
        let pending = try ScriptOrder(scripts).scripts.filter { script in
            (script.isRepeatable || !history.isExecuted(script.name)) && (last == nil || script.name <= last ?? "")
                && script.isFor(options.environment)
        }
        try requireNeeded(by: pending, history)
        let ordered = pending.filter { halfDone.contains($0.name) } + pending.filter { !halfDone.contains($0.name) }
        return ordered.prefix(max(0, count ?? ordered.count)).map { PlannedScript(script: $0, direction: .up) }
    }

    /// What one needs has run, or runs with it.
    private func requireNeeded(by pending: [Script], _ history: MigrationHistory) throws {
        let names = Set(pending.map(\.name))
        for script in pending {
            for name in script.dependencies where !names.contains(name) && !history.isExecuted(name) {
                throw SeederOrderError(
                    name: script.name,
                    reason: "it needs \(name), which is not for \(options.environment ?? "this environment")")
            }
        }
    }

    private func requireNoneHalfUndone(_ history: MigrationHistory) throws {
        guard let name = history.halfUndone.first else { return }
        throw UnknownMigrationError(
            name: name, reason: "it was undone half-way, and must be undone to its end first: db:migrate:undo")
    }
}
