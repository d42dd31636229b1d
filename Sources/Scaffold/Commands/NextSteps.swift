/// What leads from a new app to one that answers, as `new` and `init` print it.
struct NextSteps {
    /// The folder to go to; nil where the reader is in it.
    var folder: String?
    var schema: Schema
    /// Whether the schema is the user's and not the empty one that every app begins with.
    var isDescribed: Bool

    var text: String { "\nNext:\n" + lines.map { "  \($0)" }.joined(separator: "\n") }

    private var lines: [String] {
        let first = "scaffold model:generate --name Post --attributes 'title:string!,content:text'"
        let create = "scaffold db:create    # on a \(schema.database.title) server of this machine, or see .env"
        return (folder.map { ["cd \($0)"] } ?? []) + (isDescribed ? [] : [first])
            + (schema.database.isOnServer ? [create] : []) + ["scaffold db:migrate"]
            + (isDescribed ? ["scaffold db:seed:all"] : []) + ["scaffold serve"]
    }
}
