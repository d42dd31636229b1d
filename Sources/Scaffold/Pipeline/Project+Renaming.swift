extension Project {
    /// Works out how a model, an attribute or an association gets another name: in the schema's text, in the generated
    /// code, and by a migration that renames tables and columns.
    ///
    /// - Throws: ``Diagnostics``, for instance where the schema has changes of which nothing was generated yet.
    func planRenaming(_ path: String, to newName: String) throws -> Run {
        let sources = try sources()
        let result = try Renaming(path, to: newName).applied(to: sources)
        let recorded = try recordedTables()
        guard try TableDifference(from: recorded, to: result.before.tables()).operations.isEmpty else {
            throw Diagnostic(
                message: "the schema has changes of which no migration was written yet",
                suggestion: "run 'scaffold generate' first, so that the new name is all that changes")
        }
        let edits = zip(sources, result.sources).filter { $0.text != $1.text }.map { old, new in
            GeneratedFile(path: new.file, text: new.text, kind: .edit(of: old.text))
        }
        let evolution = try Evolution(
            from: recorded, to: result.after, renames: result.renames, existing: try names(in: Folders.migrations),
            now: now)
        var names = NewNames()
        let renaming = try SchemaPath(parsing: path)
        if let member = renaming.member { names.add(member, now: result.newName, inflector: result.after.inflector) }
        return try plan(result.after, edits: edits, migrations: evolution.migrations, names: names)
    }
}

extension Renaming.Result {
    /// What the tables and columns are called now: models and attributes stand where they stood.
    var renames: Renames {
        var renames = Renames()
        for (old, new) in zip(before.models, after.models) {
            renames.tables[old.tableName] = new.tableName
            for (attribute, renamed) in zip(old.attributes, new.attributes) where attribute.field != renamed.field {
                renames.columns[old.tableName, default: [:]][attribute.field] = renamed.field
            }
        }
        return renames
    }
}
