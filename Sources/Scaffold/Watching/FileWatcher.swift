/// Tells which files have changed, once they have come to rest: editors write several files for one save, and a change
/// of branches writes hundreds.
struct FileWatcher {
    /// How things were when they were told of last.
    private(set) var told: FileSnapshot
    private var last: FileSnapshot
    /// When the first change was seen that is not told of yet.
    private(set) var since: ContinuousClock.Instant?

    /// So long is waited for files that never come to rest.
    static let patience = Duration.seconds(2)

    init(_ snapshot: FileSnapshot) { (told, last) = (snapshot, snapshot) }

    /// Takes in how things are now.
    ///
    /// - Returns: the files that have changed since they were told of; none while they are still changing.
    mutating func look(at snapshot: FileSnapshot, now: ContinuousClock.Instant = .now) -> [String] {
        guard snapshot != told else {
            (last, since) = (snapshot, nil)
            return []
        }
        let start = since ?? now
        since = start
        guard snapshot == last || now - start > Self.patience else {
            last = snapshot
            return []
        }
        defer { settle(on: snapshot) }
        return snapshot.changes(since: told)
    }

    /// Whether changes have been seen that are still going on.
    var isUnrest: Bool { since != nil }

    /// Takes a state as told of.
    mutating func settle(on snapshot: FileSnapshot) { (told, last, since) = (snapshot, snapshot, nil) }
}
