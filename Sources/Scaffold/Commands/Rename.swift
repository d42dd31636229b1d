import ArgumentParser

/// `scaffold rename Post.title headline`
struct Rename: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: "Give a model, an attribute or an association another name: schema, code and database.",
        discussion: """
            scaffold rename Post.title headline
            scaffold rename Post Article
            Everything in the schema that refers to it follows, and a migration renames the column or the table, whose
            rows stay. Files move with what you wrote in them, and your own files say the new names where generated code
            no longer has the old ones. Say 'scaffold db:migrate' afterwards.
            """)

    @Argument(help: "What it is called now: Post, or Post.title.") var path: String
    @Argument(help: "What it is to be called.") var name: String
    @OptionGroup var options: PlanOptions

    func run() throws {
        let project = try Project()
        try options.carryOut(try project.planRenaming(path, to: name), in: project)
    }
}
