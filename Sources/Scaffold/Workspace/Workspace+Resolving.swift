extension Workspace {
    /// Works out what is left of earlier conflicts: files that were skipped, merged with what was generated for them, and
    /// files with markers in them.
    ///
    /// - Parameters:
    ///   - words: files or folders, as they were typed; all for none.
    ///   - folder: where they were typed, relative to the app.
    func planResolution(of words: [String], from folder: String = "") throws -> Plan {
        let tree = AppTree(root: root, files: files)
        let records = Records(tree: tree)
        let skipped = try records.paths(on: .waiting)
        let marked = try records.paths(on: .base).filter { path in
            guard !skipped.contains(path), case .file(let mine, _) = try tree.find(path) else { return false }
            return Merge.hasMarkers(mine)
        }
        let chosen = try words.isEmpty ? nil : Selection(words, among: skipped + marked, from: folder, to: "settle")
        func isChosen(_ path: String) -> Bool { chosen?.contains(path) ?? true }

        let generated = try skipped.filter(isChosen).compactMap { path in
            try records.text(.waiting, path).map {
                GeneratedFile(path: path, text: String(decoding: $0, as: UTF8.self))
            }
        }
        var plan = try plan(generated, isWholeApp: false)
        for path in marked.filter(isChosen) {
            guard case .file(let mine, let mode) = try tree.find(path), let base = try records.generated(path) else {
                continue
            }
            plan.items.append(.init(path: path, status: .conflict))
            plan.replaceItem(
                at: plan.items.count - 1,
                by: FileConflict(
                    path: path, base: base, mine: mine, generated: base, mode: mode, found: FileDigest(mine),
                    refusal: try tree.refusal(toWrite: path, exists: true), isLaidBeside: false))
        }
        return plan
    }
}
