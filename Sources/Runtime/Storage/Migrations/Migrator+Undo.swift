// Out of the database again. One that was left half done counts as the last.
extension Migrator {
    /// Takes back the last ones that ran.
    ///
    /// - Parameter count: how many.
    @discardableResult
    public func undo(step count: Int = 1, report: (Step) -> Void = { _ in }) async throws -> [Step] {
        try await run(report) { down(try undoable($0, count: count)) }
    }

    /// Takes back one that ran, whatever its place, and before it those that need it: their rows may refer to its rows.
    @discardableResult
    public func undo(name: String, report: (Step) -> Void = { _ in }) async throws -> [Step] {
        let script = try script(name)
        func isThere(_ script: Script, _ history: MigrationHistory) -> Bool {
            history.isExecuted(script.name) || history.record(script.name) != nil
        }
        guard try await isThere(script, history()) else {
            throw UnknownMigrationError(name: script.name, reason: "it has not run")
        }
        return try await run(report) { history in
            try down((needing(script) + [script]).filter { isThere($0, history) })
        }
    }

    /// Those that need one, the last first.
    private func needing(_ script: Script) throws -> [Script] {
        guard scripts.contains(where: { !$0.dependencies.isEmpty }) else { return [] }
        let order = try ScriptOrder(scripts)
        return order.scripts.reversed().filter { order.needed(by: $0).contains(script.name) }
    }

    /// Takes back all that the last run has run.
    @discardableResult
    public func undoBatch(report: (Step) -> Void = { _ in }) async throws -> [Step] {
        try await run(report) { history in
            let fromTheLast = try fromTheLast(history)
            let last = fromTheLast.first?.batch
            let names = history.halfDone + fromTheLast.filter { $0.batch == last }.map(\.name)
            return down(try names.map(executedScript))
        }
    }

    /// Takes back all that ran, the last first.
    ///
    /// - Parameter first: the name, or its stamp, of the one with the lowest name to take back; nil for all.
    @discardableResult
    public func undoAll(to first: String? = nil, report: (Step) -> Void = { _ in }) async throws -> [Step] {
        let first = try first.map { try script($0).name }
        return try await run(report) { history in
            let names = try (history.halfDone + fromTheLast(history).map(\.name)).filter { $0 >= first ?? $0 }
            return down(try names.map(executedScript))
        }
    }

    /// The last that ran, the last first.
    func undoable(_ history: MigrationHistory, count: Int) throws -> [Script] {
        let names = try history.halfDone + fromTheLast(history).map(\.name)
        return try names.prefix(max(0, count)).map(executedScript)
    }

    /// All that ran, the last first; of one run, those that others need come behind them.
    private func fromTheLast(_ history: MigrationHistory) throws -> [(name: String, batch: Int)] {
        guard scripts.contains(where: { !$0.dependencies.isEmpty }) else { return history.fromTheLast }
        let order = try ScriptOrder(scripts).scripts.enumerated().map { ($1.name, $0) }
        let places = Dictionary(order) { first, _ in first }
        return history.fromTheLast.sorted { left, right in
            (left.batch, places[left.name] ?? .max) > (right.batch, places[right.name] ?? .max)
        }
    }

    private func down(_ scripts: [Script]) -> [PlannedScript] {
        scripts.map { PlannedScript(script: $0, direction: .down) }
    }
}
