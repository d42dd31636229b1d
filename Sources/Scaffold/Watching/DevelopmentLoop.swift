/// Watches an app's files and does what their changes ask for: one turn after the other, each of them generating,
/// migrating, building and serving as far as is needed. A turn that fails leaves the server that answers where it is, and
/// what it has not done is tried again with the next change.
actor DevelopmentLoop {
    private let work: any DevelopmentWork
    private let snapshot: @Sendable () -> FileSnapshot
    private let note: @Sendable (String) -> Void
    /// The steps that are done at all.
    private let allowed: DevelopmentSteps

    private var watcher: FileWatcher
    /// What is to be done.
    private var open: DevelopmentSteps
    /// Whether something has happened since it was tried last.
    private var isDue = true
    private var changedAt: ContinuousClock.Instant?
    private var turn: Task<Void, Never>?
    /// Why the schema waits, as it was told last.
    private var refusal: String?

    /// So long files rest until they have come to rest.
    static let rest = Duration.milliseconds(80)
    /// How often is looked for changes.
    static let interval = Duration.milliseconds(400)
    /// Looking takes no more than this part of the time.
    static let share = 50

    /// - Parameters:
    ///   - allowed: steps that are not among these are left to the person.
    ///   - snapshot: looks at the files.
    ///   - note: prints a line.
    init(
        _ work: any DevelopmentWork, allowed: DevelopmentSteps = .all,
        snapshot: @escaping @Sendable () -> FileSnapshot, note: @escaping @Sendable (String) -> Void
    ) {
        self.work = work
        self.allowed = allowed
        self.snapshot = snapshot
        self.note = note
        watcher = FileWatcher(snapshot())
        open = allowed
    }

    /// Goes on until it is over; then no server is left.
    func run(until isOver: @Sendable () -> Bool) async {
        while !isOver() {
            if isDue, turn == nil { await begin() }
            let cost = await look()
            let pause = watcher.isUnrest ? Self.rest : max(Self.interval, cost * Self.share)
            try? await Task.sleep(for: pause)
        }
        turn?.cancel()
        await turn?.value
        await work.stop()
    }

    /// - Returns: what looking has cost.
    private func look() async -> Duration {
        let start = ContinuousClock.now
        let files = snapshot()
        let cost = ContinuousClock.now - start
        let first = watcher.since
        let changes = watcher.look(at: files, now: start)
        let steps = DevelopmentSteps.after(changesOf: changes).intersection(allowed)
        if !steps.isEmpty {
            note(Self.words(for: changes))
            open.formUnion(steps)
            (isDue, changedAt) = (true, first ?? start)
            turn?.cancel()
        }
        if let (words, age) = await work.ending() {
            let isWorthATry = age > .seconds(2)
            note("the server \(words); " + (isWorthATry ? "it is started again" : "the next change starts it again"))
            open.insert(.serve)
            if isWorthATry { isDue = true }
        }
        return cost
    }

    private func begin() async {
        isDue = false
        let start = changedAt ?? .now
        if open.contains(.generate) { await generate(isChange: changedAt != nil) }
        changedAt = nil
        guard !open.isDisjoint(with: [.migrate, .serve]) else { return }
        turn = Task { await self.finish(since: start) }
    }

    /// What it writes is taken in at once, and is no change that another turn follows on.
    ///
    /// - Parameter isChange: whether somebody waits for a word about it.
    private func generate(isChange: Bool) async {
        while true {
            let before = snapshot()
            do {
                let words = try await work.generate()
                if let words { note(words) } else if isChange { note("the app is as its schema says") }
                refusal = nil
                open.remove(.generate)
            } catch {
                let words = Scaffold.words(for: error)
                note(words == refusal ? "the schema still waits, as said above" : words)
                refusal = words
            }
            let after = snapshot()
            let changes = after.changes(since: watcher.told).filter { !DevelopmentSteps.isSchema($0) }
            open.formUnion(DevelopmentSteps.after(changesOf: changes).intersection(allowed))
            watcher.settle(on: after)
            // The schema may have been saved while it was read.
            guard after.changes(since: before).contains(where: DevelopmentSteps.isSchema) else { return }
        }
    }

    private func finish(since start: ContinuousClock.Instant) async {
        defer { turn = nil }
        do {
            if open.contains(.migrate) {
                if let news = try await work.migrate() {
                    note(news.words)
                    if news.hasRun { open.formUnion(allowed.intersection(.serve)) }
                }
                try done(.migrate)
            }
            guard open.contains(.serve) else { return }
            let binary = try await work.build()
            try Task.checkCancellation()
            try await work.serve(binary)
            note("rebuilt in \(Self.text(ContinuousClock.now - start)), serving \(work.address)")
            try done(.serve)
        } catch {
            // What was given up begins anew.
            if Task.isCancelled { return }
            let isServing = await work.isServing()
            note(
                Scaffold.words(for: error)
                    + (isServing
                        ? "\nthe last good server goes on answering" : "\nno server runs; requests wait until one does")
            )
        }
    }

    /// A change that came meanwhile may ask for the step again.
    private func done(_ step: DevelopmentSteps) throws {
        try Task.checkCancellation()
        open.remove(step)
    }

    private static func words(for changes: [String]) -> String {
        let more = changes.count - 3
        return changes.prefix(3).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "") + " changed"
    }

    private static func text(_ duration: Duration) -> String {
        let tenths = duration.components.seconds * 10 + duration.components.attoseconds / 100_000_000_000_000_000
        return "\(tenths / 10).\(tenths % 10) s"
    }
}
