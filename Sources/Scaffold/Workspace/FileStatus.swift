/// What a run does with one file, as it is printed and as `--json` names it.
enum FileStatus: String, CaseIterable, Sendable {
    /// It was not there.
    case create
    /// Nobody edited it and the schema has changed it; or it is a list that takes new entries.
    case update
    /// It is as it would be generated.
    case identical
    /// Edited by the user and changed by the schema: both are in it now.
    case merge
    /// Edited by the user and changed by the schema, at the same place: the user has to say what is right.
    case conflict
    /// The user edited it and the schema has not changed it.
    case kept
    /// The user deleted it, and it stays deleted.
    case deleted
    /// Gone from the schema and not edited: taken away.
    case remove
    /// Gone from the schema but edited: left to the user.
    case orphaned

    /// Whether a line is printed for it unasked.
    var isNews: Bool {
        switch self {
        case .create, .update, .merge, .conflict, .remove, .orphaned: true
        case .identical, .kept, .deleted: false
        }
    }

    /// What the counts at the end call it.
    var counted: String {
        switch self {
        case .create: "created"
        case .update: "updated"
        case .identical: "unchanged"
        case .merge: "merged with your edits"
        case .conflict: "in conflict"
        case .kept: "kept (edited by you)"
        case .deleted: "not brought back (deleted by you)"
        case .remove: "removed"
        case .orphaned: "left to you (gone from the schema, edited by you)"
        }
    }
}
