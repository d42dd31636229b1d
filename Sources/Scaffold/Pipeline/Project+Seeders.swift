extension Project {
    /// The seeders that name what operations rename: those that nobody edited with the new names, and a word about each
    /// of the others.
    func seeders(after operations: [Operation]) throws -> (files: [GeneratedFile], warnings: [String]) {
        var files: [GeneratedFile] = []
        var warnings: [String] = []
        let isRenaming = operations.contains { operation in
            switch operation {
            case .renameTable, .renameColumn, .backfill(_, _, .replacing): true
            default: false
            }
        }
        guard isRenaming else { return ([], []) }
        let records = Records(tree: AppTree(root: workspace.root, files: workspace.files))
        for name in try names(in: Folders.seeders) {
            let path = "\(Folders.seeders)/\(name.fileName)"
            guard let mine = try workspace.text(path) else { continue }
            let renamed = SeederText(mine).renamed(by: operations).text
            guard renamed != mine else { continue }
            if LineEndings.same(Array(mine.utf8), try records.text(.once, path)) {
                files.append(GeneratedFile(path: path, text: Layout.fit(renamed), kind: .rewritten(from: mine)))
            } else {
                warnings.append("\(path) was edited by you and still writes what is renamed; change it by hand")
            }
        }
        return (files, warnings)
    }
}
