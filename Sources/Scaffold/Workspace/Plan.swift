/// What a run is going to do: made by ``Planner``, printed once, and only then written.
struct Plan: Sendable {
    /// One line of it.
    struct Item: Equatable, Sendable {
        var path: String
        var status: FileStatus
        /// What the reader has to know beyond the status, such as where the generated text lies.
        var note: String?
        /// Whether the file belongs to this machine, so that a clone without it is as current as one with it. It may
        /// hold secrets, and its text is shown to nobody.
        var isLocal = false
        /// Whether the markers of a merge that nobody has settled yet are in the file.
        var hasMarkers = false
        /// The text before and after the run, where it changes.
        var texts: Texts?
    }

    struct Texts: Equatable, Sendable {
        /// Nil where there was no file.
        var old: [UInt8]?
        /// Nil where it is taken away.
        var new: [UInt8]?
    }

    /// In the order in which the files were generated; what goes away last.
    var items: [Item] = []
    /// What its reader has to know before the migrations run.
    var warnings: [String] = []
    /// What is written, the books under `.scaffold` included.
    var changes: [FileChange] = []
    /// What the user has yet to say; while there is something, nothing is written.
    private(set) var conflicts: [FileConflict] = []

    /// Whether the app is as its schema says: nothing to write and nothing left to the user to settle (`--check`).
    var isCurrent: Bool {
        items.allSatisfy {
            $0.isLocal || !$0.hasMarkers && [.identical, .kept, .deleted, .orphaned].contains($0.status)
        }
    }

    /// Whether there is nothing to write, nothing to settle and nothing to say.
    var isEmpty: Bool { changes.isEmpty && conflicts.isEmpty && warnings.isEmpty }

    /// How many files have a status.
    func count(_ status: FileStatus) -> Int { items.count { $0.status == status } }

    /// Puts a conflict in the place of a line.
    mutating func replaceItem(at place: Int, by conflict: FileConflict) {
        items[place] = conflict.item
        conflicts.append(conflict)
    }

    /// Puts what becomes of a file in the place of its conflict.
    ///
    /// - Throws: ``Diagnostics`` where that would write a file that is read-only.
    mutating func settle(_ conflict: FileConflict, by resolution: FileConflict.Resolution) throws {
        guard let place = items.firstIndex(where: { $0.path == conflict.path }) else { return }
        let change = conflict.change(by: resolution)
        if change.touchesFile, let refusal = conflict.refusal { throw Diagnostics(all: [refusal]) }
        items[place] = conflict.item(by: resolution)
        if change.touchesFile || !change.records.isEmpty { changes.append(change) }
        conflicts.removeAll { $0.path == conflict.path }
    }

    /// Settles every conflict in the same way.
    mutating func settleAll(by resolution: FileConflict.Resolution) throws {
        for conflict in conflicts { try settle(conflict, by: resolution) }
    }
}
