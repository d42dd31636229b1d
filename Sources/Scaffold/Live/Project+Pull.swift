extension Project {
    /// Works out what a pulled schema asks of the app. No migration is written, since the tables are there.
    func plan(_ pulled: PulledSchema) throws -> Run {
        let edits = zip(try sources(), pulled.sources).filter { $0.text != $1.text }.map { old, new in
            GeneratedFile(path: new.file, text: new.text, kind: .edit(of: old.text))
        }
        return try plan(try SchemaReader.read(pulled.sources), edits: edits, migrations: [])
    }
}
