import ScaffoldStorage

/// Tells on the error output what a migration is at that takes its time: at a terminal on one line that changes,
/// elsewhere one line after 2 seconds, and one every 30 seconds.
final class ProgressLine: Sendable {
    private struct Operation {
        var migration: String
        var place: String
        var start: ContinuousClock.Instant
    }

    private struct State {
        var operation: Operation?
        var start = ContinuousClock.now
        var told = 0
        var isShown = false
    }

    private static let patience = Duration.seconds(2)
    private static let pause = Duration.seconds(30)

    private let console: Console
    private let state = Locked(State())

    private init(_ console: Console) {
        self.console = console
    }

    /// Runs the body, which tells the line of events, while the line is kept up to date.
    static func showing<R>(
        on console: Console, isolation: isolated (any Actor)? = #isolation, _ body: (ProgressLine) async throws -> R
    ) async rethrows -> R {
        let line = ProgressLine(console)
        let clock = Task.detached {
            while !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(250))
                line.tick()
            }
        }
        defer {
            clock.cancel()
            line.clear()
        }
        return try await body(line)
    }

    func note(_ event: MigratorEvent) {
        switch event {
        case .operation(let migration, let number, let count, let description):
            state.withLock { state in
                if state.operation?.migration != migration { (state.start, state.told) = (.now, 0) }
                state.operation = Operation(
                    migration: migration, place: "at operation \(number) of \(count), \(description)", start: .now)
            }
        case .waiting(let holder):
            clear()
            let who = holder.map { " (\($0))" } ?? ""
            console.printError("Another runner of migrations is at work\(who); waiting for it.")
        case .retrying(let migration, let number, let count, let pause):
            clear()
            console.printError(
                "  \(migration): a table that it changes is in use; tries again in \(pause.shortText) "
                    + "(\(number) of \(count))")
        }
    }

    /// Ends what is told of the operation at hand, and makes room for another line.
    func clear() {
        state.withLock { state in
            if state.isShown { console.showProgress?("") }
            state.isShown = false
            state.operation = nil
        }
    }

    private func tick() {
        state.withLock { state in
            guard let operation = state.operation else { return }
            let elapsed = state.start.duration(to: .now)
            guard elapsed >= Self.patience + Self.pause * state.told || (state.told > 0 && console.showProgress != nil)
            else { return }
            state.told = max(1, state.told + (console.showProgress == nil ? 1 : 0))
            let text = "  \(operation.migration): \(operation.place) (\(operation.start.duration(to: .now).shortText))"
            if let show = console.showProgress {
                show(text)
                state.isShown = true
            } else {
                console.printError(text)
            }
        }
    }
}
