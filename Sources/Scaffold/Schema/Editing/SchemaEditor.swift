/// Adds what `model:generate` was asked for to the text of schema.yml, without touching a byte of the rest.
///
/// ```swift
/// let list = try AttributeGrammar.parseList("title:string(200)!,author:belongsTo:User")
/// let edit = try SchemaEditor(sources).adding(list, toModel: "Post")
/// ```
struct SchemaEditor {
    /// The text of one file after the edit.
    struct Edit: Equatable, Sendable {
        var file: String
        var text: String
        /// Whether the model was not there before.
        var isNewModel: Bool
        /// Names of the attributes and associations that were added.
        var added: [String]
        /// What the edited files say.
        var schema: Schema
    }

    private let sources: [SchemaReader.Source]

    /// - Parameter sources: Every file of the schema; a new model goes into the first.
    init(_ sources: [SchemaReader.Source]) { self.sources = sources }

    /// Adds a model, or to one that exists the attributes and associations that are new.
    ///
    /// - Parameters:
    ///   - list: The attributes and associations.
    ///   - name: The model.
    ///   - underscored: Whether a new model is to have `underscored: true`.
    /// - Throws: What was wrong with the schema before, or with what is added (at its place in the list); that a model
    ///   has all of it already; that a change would be needed and not an addition.
    func adding(
        _ list: [NamedShortForm], toModel name: String, underscored: Bool = false
    ) throws(Diagnostics) -> Edit {
        if let problem = NameRules.model(name) { throw Self.diagnostics(problem, "--name") }
        let before = try SchemaReader.read(sources)
        guard let model = before.model(named: name) else {
            return try add(list, to: sources.first?.file ?? "schema.yml", name, underscored: underscored)
        }
        let existing = ExistingModel(model: model)
        let new = try existing.new(among: list)
        guard !new.isEmpty else {
            throw Self.diagnostics(
                Diagnostic(
                    message: "the model '\(name)' already exists"
                        + (list.isEmpty ? "" : " and has all of these attributes")),
                "--name")
        }
        if underscored, !model.underscored {
            throw Self.diagnostics(
                Diagnostic(
                    message: "the model '\(name)' exists and is not underscored; changing that is not there yet"),
                "--underscored")
        }
        return try add(new, to: model.position.file, name, underscored: nil)
    }

    private static func diagnostics(_ problem: Diagnostic, _ option: String) -> Diagnostics {
        var problem = problem
        problem.position = SourcePosition(file: option, line: 1, column: 1)
        return Diagnostics(all: [problem])
    }

    /// Adds the entries to one file and reads everything again.
    ///
    /// - Parameter underscored: Nil for a model that exists.
    private func add(
        _ list: [NamedShortForm], to file: String, _ name: String, underscored: Bool?
    ) throws(Diagnostics) -> Edit {
        guard let place = sources.firstIndex(where: { $0.file == file }) else {
            throw Self.diagnostics(Diagnostic(message: "there is no file '\(file)' to add '\(name)' to"), "--name")
        }
        let old = sources[place]
        let oldRoot = try YAMLText(file: file, text: old.text).root()
        var text = old.text
        for (path, entries) in additions(list, name, underscored: underscored) where !entries.isEmpty {
            let root = try YAMLText(file: file, text: text).root()
            text = try YAMLInsertion(file: file, text: text).adding(entries, at: path, in: root)
        }
        let check = EditCheck(file: file, name: name, list: list)
        try check.nothingElseChanged(from: oldRoot, to: text)
        var edited = sources
        edited[place].text = text
        do {
            let schema = try SchemaReader.read(edited)
            return Edit(
                file: file, text: text, isNewModel: underscored != nil, added: list.map(\.name), schema: schema)
        } catch {
            throw check.inTermsOfTheList(error, text)
        }
    }

    private func additions(
        _ list: [NamedShortForm], _ name: String, underscored: Bool?
    ) -> [(path: [String], entries: [NewEntry])] {
        let attributes = list.filter(\.isAttribute).map { $0.form.entry(named: $0.name) }
        let associations = list.filter { !$0.isAttribute }.map { $0.form.entry(named: $0.name) }
        guard let underscored else {
            return [(["models", name, "attributes"], attributes), (["models", name, "associations"], associations)]
        }
        var model: [NewEntry] = []
        if underscored { model.append(NewEntry(key: "underscored", value: .text("true"))) }
        if !attributes.isEmpty { model.append(NewEntry(key: "attributes", value: .map(attributes))) }
        if !associations.isEmpty { model.append(NewEntry(key: "associations", value: .map(associations))) }
        let entry = NewEntry(key: name, value: model.isEmpty ? .inline([]) : .map(model))
        return [(["models"], [entry])]
    }
}

extension NamedShortForm {
    var isAttribute: Bool {
        if case .attribute = form { true } else { false }
    }
}
