import Templates

/// The templates of an app: the tool's own, and those that the user has taken over by `templates:eject`.
///
/// A template that was taken over is a file that follows the tool as generated code follows the schema: what another
/// version of the tool changes in it is merged with what the user changed.
struct AppTemplates {
    /// The text of each, by name.
    var texts: [String: String] = Templates.all
    /// The user's ones as the tool has them.
    var files: [GeneratedFile] = []

    static let folder = "Templates"

    static func path(of name: String) -> String { "\(folder)/\(name).mustache" }

    static func name(of path: String) -> String {
        RelativePath.name(of: path).split(separator: ".").first.map(String.init) ?? path
    }

    /// Whether a template was taken over.
    func hasOwn(_ name: String) -> Bool { files.contains { $0.path == Self.path(of: name) } }

    static func file(_ name: String) -> GeneratedFile? {
        Templates.all[name].map { GeneratedFile(path: path(of: name), text: $0) }
    }
}

extension Project {
    /// The files that an app is made of, by its templates.
    ///
    /// - Parameter known: files of models that need not be rendered again.
    /// - Throws: ``Diagnostic`` for a template of the user that cannot be filled in.
    func files(
        of app: AppDescription, by templates: AppTemplates, known: RenderedModels? = nil
    ) throws -> [GeneratedFile] {
        do {
            return try Generator(templates: templates.texts).files(of: app, known: known) + templates.files
        } catch let error as GenerationError where templates.hasOwn(error.template) {
            throw Diagnostic(
                message: "\(AppTemplates.path(of: error.template)): \(error.problem)",
                suggestion: "'scaffold templates:diff \(error.template)' shows what you changed in it")
        }
    }

    /// - Throws: ``FileSystemError``; ``Diagnostic`` for a template that is not text.
    func templates() throws -> AppTemplates {
        var templates = AppTemplates()
        let records = Records(tree: AppTree(root: workspace.root, files: workspace.files))
        for (name, own) in Templates.all.sorted(by: { $0.key < $1.key }) {
            let path = AppTemplates.path(of: name)
            guard let file = AppTemplates.file(name), try records.isKnown(path) else { continue }
            templates.files.append(file)
            guard let mine = try workspace.text(path) else { continue }
            let outcome = Merge.outcome(
                base: try records.generated(path), mine: Array(mine.utf8), generated: Array(own.utf8), path: path)
            // What is in conflict is the user's until that is settled.
            if case .merged(let text, _) = outcome { templates.texts[name] = String(decoding: text, as: UTF8.self) }
            if case .conflict = outcome { templates.texts[name] = mine }
        }
        return templates
    }

    /// Works out how templates become files of the app.
    ///
    /// - Throws: ``Diagnostics`` for names that no template has.
    func planEjection(of names: [String]) throws -> Plan {
        let records = Records(tree: AppTree(root: workspace.root, files: workspace.files))
        let files = try known(names).compactMap(AppTemplates.file).map { file in
            var file = file
            // One that was taken over before and deleted is wanted again.
            if try records.isKnown(file.path), try workspace.text(file.path) == nil { file.kind = .edit(of: nil) }
            return file
        }
        return try workspace.plan(files, isWholeApp: false)
    }

    /// What the user's templates say otherwise than the tool's.
    ///
    /// - Parameter names: which; all that were taken over for none.
    /// - Throws: ``Diagnostics`` for names that no template has.
    func templateDifferences(_ names: [String]) throws -> [UnifiedDiff] {
        let names = try names.isEmpty ? Templates.all.keys.sorted() : known(names)
        return try names.compactMap { name in
            let path = AppTemplates.path(of: name)
            guard let own = Templates.all[name], let mine = try workspace.text(path) else { return nil }
            return UnifiedDiff(from: Array(own.utf8), to: Array(mine.utf8), path: path)
        }.filter { !$0.isEmpty }
    }

    private func known(_ names: [String]) throws -> [String] {
        let problems = names.filter { Templates.all[$0] == nil }.map { name in
            Diagnostic(
                message: "there is no template '\(Shown.text(name))'",
                suggestion: Diagnostic.didYouMean(name, among: Array(Templates.all.keys))
                    ?? "'scaffold templates:eject' lists them")
        }
        guard problems.isEmpty else { throw Diagnostics(all: problems) }
        return names
    }
}
