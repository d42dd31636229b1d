// What `scaffold undo` needs is staged and placed with the run itself.

extension Transaction {
    /// Copies what stands there now.
    ///
    /// - Returns: the files that it is in.
    func stageUndo(of changes: [FileChange], as run: UndoRecord.Run) throws -> [String] {
        var staged: [String] = []
        func put(_ text: [UInt8], as name: String) throws {
            staged.append("\(absolute(Journal.undo))/\(name)")
            // Whatever the file itself allows, its copy is nobody else's.
            try files.write(text, to: staged[staged.count - 1], mode: 0o600)
        }
        let written = changes.flatMap { change in
            (change.touchesFile ? [(change.path, change.text)] : []) + change.records.map { ($0.path, $0.text) }
        }
        let entries = try written.map { path, text in
            var before: UndoRecord.Former?
            if case .file(let former, let mode) = try tree.find(path) {
                before = .init(text: String(staged.count), mode: mode, digest: FileDigest(former))
                try put(former, as: String(staged.count))
            }
            return UndoRecord.Entry(path: path, before: before, after: text.map(FileDigest.init))
        }
        try put(UndoRecord(run: run, entries: entries).encoded(), as: UndoRecord.name)
        return staged
    }

    /// The record of this run takes the place of the one before.
    func placeUndo() throws {
        guard try files.entry(at: absolute(Journal.undo)) != nil else { return }
        try removeAll(UndoRecord.folder)
        if try files.names(in: absolute(Journal.undo)).isEmpty { return try removeFolder(Journal.undo) }
        try files.move(absolute(Journal.undo), to: absolute(UndoRecord.folder))
        try files.flush([absolute(Records.folder)])
    }
}
