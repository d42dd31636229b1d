/// What a run is going to do: made by ``Planner``, printed once, and only then written.
struct Plan: Sendable {
    /// One line of it.
    struct Item: Equatable, Sendable {
        var path: String
        var status: FileStatus
        /// What the reader has to know beyond the status, such as where the generated text lies.
        var note: String?
        /// Whether the file belongs to this machine, so that a clone without it is as current as one with it.
        var isLocal = false
    }

    /// In the order in which the files were generated; what goes away last.
    var items: [Item] = []
    /// What its reader has to know before the migrations run.
    var warnings: [String] = []
    /// What is written, the books under `.scaffold` included.
    var changes: [FileChange] = []

    /// Whether the app is as its schema says: nothing to write and nothing that waits for the user (`--check`).
    var isCurrent: Bool {
        items.allSatisfy { $0.isLocal || [.identical, .kept, .deleted, .orphaned].contains($0.status) }
    }

    /// How many files have a status.
    func count(_ status: FileStatus) -> Int { items.count { $0.status == status } }
}
