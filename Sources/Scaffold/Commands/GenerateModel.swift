import ArgumentParser

/// `scaffold model:generate --name Post --attributes …`
struct GenerateModel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model:generate",
        abstract: "Add a model to schema.yml, or attributes to one, and generate.",
        discussion: """
            --attributes 'title:string(200)!,content:text,status:enum(draft,published)!:=draft,email:string!:unique'
            --attributes 'author:belongsTo:User:foreignKey=userId tags:belongsToMany:Tag:through=PostTag'
            Attributes are separated by commas or blanks; ! is 'allowNull: false'; modifiers follow a colon: unique,
            index, primary, trim, lowercase, =value.
            """,
        aliases: ["model:create"])

    @Option(help: "The model, in the singular: Post.") var name: String

    @Option(parsing: .upToNextOption, help: "Attributes and associations: name:type, name:kind:Model.")
    var attributes: [String]

    @Flag(help: "Columns in snake_case, for a new model.") var underscored = false
    @OptionGroup var evolution: EvolutionOptions
    @OptionGroup var options: PlanOptions

    func run() async throws {
        let project = try Project()
        let list = try AttributeGrammar.parseList(attributes.joined(separator: " "))
        let sources = try project.sources()
        let edit = try SchemaEditor(sources).adding(list, toModel: name, underscored: underscored)
        let original = sources.first { $0.file == edit.file }?.text
        let file = GeneratedFile(path: edit.file, text: edit.text, kind: .edit(of: original))
        let change = try await evolution.change(to: edit.schema, in: project, options)
        let run = try project.plan(
            edit.schema, edits: [file], migrations: change.migrations, standing: change.standing)
        try options.carryOut(run, in: project)
    }
}
