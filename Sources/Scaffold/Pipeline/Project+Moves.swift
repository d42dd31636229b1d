extension Project {
    /// What becomes of files and of the names in them, where models or attributes got other names.
    ///
    /// - Parameters:
    ///   - renames: what is called otherwise now.
    ///   - files: what the schema makes now.
    /// - Returns: the moves for files that follow the schema, and the user's own files with the new names in them.
    func moves(after renames: SchemaRenames, files: [GeneratedFile]) throws -> (FileMoves, own: [GeneratedFile]) {
        var moves = FileMoves()
        guard !renames.names.isEmpty else { return (moves, []) }
        let records = Records(tree: AppTree(root: workspace.root, files: workspace.files))
        let generated = Set(files.map(\.path))
        moves.origins = try origins(renames, among: generated, records)

        var before: Set<String> = []
        var now: Set<String> = []
        for file in files where file.kind == .followed && file.path.hasSuffix(".swift") {
            let new = SwiftTokens.identifiers(in: Array(file.text.utf8))
            now.formUnion(new)
            guard let base = try records.generated(moves.origins[file.path] ?? file.path) else { continue }
            let old = SwiftTokens.identifiers(in: base)
            before.formUnion(old)
            let names = renames.names.mapping(from: old, to: new)
            if !names.isEmpty { moves.names[file.path] = names }
        }
        moves.everywhere = renames.names.mapping(from: before, to: now)
        let known = generated.union(moves.origins.values)
        return (moves, try ownFiles(besides: known, moves))
    }

    /// Where the files of models that have another name now stood: those that were generated there and are not there yet.
    private func origins(
        _ renames: SchemaRenames, among generated: Set<String>, _ records: Records
    ) throws -> [String: String] {
        var origins: [String: String] = [:]
        for (former, model) in renames.models {
            let type = SwiftIdentifier.typeName(of: former)
            for kind in ModelFileKind.all {
                let (old, new) = (kind.path(ofType: type), kind.path(of: model))
                guard generated.contains(new), !generated.contains(old), try records.isKnown(old),
                    try !records.isKnown(new), try workspace.text(new) == nil
                else { continue }
                origins[new] = old
            }
        }
        return origins
    }

    /// Files that their owner wrote, with the names in them that generated code no longer has in their new form.
    private func ownFiles(besides known: Set<String>, _ moves: FileMoves) throws -> [GeneratedFile] {
        guard !moves.everywhere.isEmpty else { return [] }
        return try [Folders.app, Folders.allTests].flatMap { try workspace.paths(below: $0) }.compactMap { path in
            guard path.hasSuffix(".swift"), !known.contains(path), let text = try workspace.text(path) else {
                return nil
            }
            let renamed = String(decoding: moves.renamed(Array(text.utf8), at: path), as: UTF8.self)
            return renamed == text ? nil : GeneratedFile(path: path, text: renamed, kind: .edit(of: text))
        }
    }
}
