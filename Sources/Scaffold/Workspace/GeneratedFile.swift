/// A file as the schema, or a command, wants it to be; what becomes of it on disk is for ``Planner`` to say.
struct GeneratedFile: Equatable, Sendable {
    /// Relative to the app, with slashes: `Sources/App/Models/Post.swift`.
    var path: String
    var text: String
    var isExecutable = false
    var kind: Kind = .followed

    /// How long, and how, a file follows what the tool makes of it.
    enum Kind: Equatable, Sendable {
        /// It follows the schema: updated while nobody edited it, taken away when the schema no longer asks for it.
        case followed

        /// Written once and from then on the user's own: entry points, README, a migration, a seeder. Deleted, it
        /// stays deleted.
        case once

        /// A file of the kind ``once`` that nobody edited and that says otherwise now what it said: the names in a seeder,
        /// after a rename. If it is not as it was read any more, nothing is written.
        case rewritten(from: String)

        /// Written whenever it is not there, and never recorded under `.scaffold`: it belongs to one machine and may
        /// hold secrets, such as `.env`.
        case local

        /// A file that holds one list, one line an entry, such as `MigrationList.swift`: `entries` still come in when
        /// the user has edited the file. Of a list that `isComplete`, entries that are no longer generated go out; one
        /// that is not only ever grows, and `entries` are those of this run.
        case list(entries: [String], isComplete: Bool)

        /// The user's own file, changed by a command: schema.yml by `model:generate`. `original` is the text that the
        /// change was made from, nil when there was none; if the file says something else by now, nothing is written.
        case edit(of: String?)
    }
}
