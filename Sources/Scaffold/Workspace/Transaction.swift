/// Writes a plan, all of it or nothing: new texts are staged, listed and flushed; then each is renamed into its place.
///
/// Until the list stands nothing of the app has been touched. From then on ``complete()`` can be repeated, after a
/// kill at any moment, until everything is in its place: a staged text that is gone has arrived.
struct Transaction {
    let tree: AppTree
    let files: any FileSystem

    /// What ``recover()`` met.
    enum Recovery: Equatable, Sendable {
        /// The files of the interrupted run are now all in place, but for those that were edited since.
        case completed(files: Int, leftAlone: [String])
        /// The interrupted run had not begun to write; nothing is left of it.
        case restored
    }

    /// - Parameter run: how the record of it calls it; nil keeps no record, and forgets the one that is there.
    /// - Returns: the files that were edited at the last moment; they and what is kept about them stayed as they were.
    /// - Throws: ``Diagnostics`` when a file is no longer what the plan saw; ``FileSystemError`` when nothing was written;
    ///   ``Diagnostic`` when not everything is in its place yet.
    func write(_ changes: [FileChange], as run: UndoRecord.Run?) throws -> [String] {
        guard !changes.isEmpty else { return [] }
        let moved = try changes.filter { try digest(of: $0.path) != $0.found }
        guard moved.isEmpty else { throw Diagnostics(all: moved.map { Workspace.changedMeanwhile($0.path) }) }
        do {
            try list(try stage(changes, as: run))
        } catch {
            do {
                try unlist()
                _ = try recover()
            } catch {}
            throw error
        }
        do {
            return try complete().leftAlone
        } catch let error as FileSystemError {
            throw Diagnostic(
                message: "\(error); not everything is in its place yet",
                suggestion: "every text lies ready: the next command completes this run")
        }
    }

    /// Finishes or forgets an interrupted run.
    ///
    /// - Returns: nil when there was none.
    /// - Throws: a ``Diagnostic`` when its journal is damaged; ``FileSystemError``.
    func recover() throws -> Recovery? {
        try refuseLinks()
        if try files.entry(at: absolute(Journal.list)) != nil {
            let result = try complete()
            return .completed(files: result.written, leftAlone: result.leftAlone)
        }
        guard try files.entry(at: absolute(Journal.folder)) != nil else {
            try removeFolder(Records.folder)
            return nil
        }
        let wasDone = try files.entry(at: absolute(Journal.done)) != nil
        let leftovers = try files.names(in: absolute(Journal.folder))
        try tidy()
        return wasDone || leftovers.isEmpty ? nil : .restored
    }

    // MARK: Before the list stands

    private func stage(_ changes: [FileChange], as run: UndoRecord.Run?) throws -> Journal.Content {
        for folder in [Records.folder, Journal.folder, Journal.undo] { try makeFolder(folder) }
        var staged: [String] = []
        func put(_ text: [UInt8], mode: UInt32) throws -> String {
            let name = String(staged.count)
            staged.append(absolute(Journal.folder) + "/" + name)
            try files.write(text, to: staged[staged.count - 1], mode: mode)
            return name
        }
        let recordMode = 0o666 & ~files.creationMask
        let entries = try changes.map { change in
            let step: Journal.Entry.Step =
                if !change.touchesFile { .stay } else if let text = change.text {
                    .replace(staged: try put(text, mode: change.mode))
                } else { .remove }
            let records = try change.records.map {
                Journal.Entry.Record(path: $0.path, staged: try $0.text.map { try put($0, mode: recordMode) })
            }
            return Journal.Entry(path: change.path, found: change.found, step: step, records: records)
        }
        if let run { staged += try stageUndo(of: changes, as: run) }
        try files.flush(staged)
        return Journal.Content(entries: entries)
    }

    private func list(_ content: Journal.Content) throws {
        try files.write(try Journal.encode(content), to: draft, mode: 0o666 & ~files.creationMask)
        try files.flush([draft])
        try files.move(draft, to: absolute(Journal.list))
        try files.flush([Journal.undo, Journal.folder, Records.folder, ""].map(absolute))
    }

    /// Nothing of the app has been touched yet: without the list the run has never been.
    private func unlist() throws {
        if try files.entry(at: absolute(Journal.list)) != nil { try files.move(absolute(Journal.list), to: draft) }
    }

    private var draft: String { absolute(Journal.list) + ".new" }

    // MARK: From then on

    private func complete() throws -> (written: Int, leftAlone: [String]) {
        let content = try Journal.decode(try files.read(absolute(Journal.list)))
        var leftAlone: [String] = []
        for entry in content.entries where try !place(entry) { leftAlone.append(entry.path) }
        let folders = Set(content.entries.flatMap { [$0.path] + $0.records.map(\.path) }.map(RelativePath.parent))
        try files.flush(folders.map(absolute).filter { try files.entry(at: $0) != nil })
        try placeUndo()
        try files.move(absolute(Journal.list), to: absolute(Journal.done))
        // What is left of the journal bothers nobody, and the next run removes it.
        do { try tidy() } catch is FileSystemError {}
        return (content.entries.count { $0.step != .stay } - leftAlone.count, leftAlone)
    }

    /// - Returns: false when the user has edited the file since the run was interrupted: then it and its records stay.
    private func place(_ entry: Journal.Entry) throws -> Bool {
        switch entry.step {
        case .stay: break
        case .remove:
            if try digest(of: entry.path) != nil {
                guard try digest(of: entry.path) == entry.found else { return false }
                try files.remove(absolute(entry.path))
            }
            try removeEmptyFolders(above: entry.path)
        case .replace(let staged):
            let source = absolute(Journal.folder) + "/" + staged
            if try files.entry(at: source) != nil {
                guard try digest(of: entry.path) == entry.found else { return false }
                try makeFolders(above: entry.path)
                try files.move(source, to: absolute(entry.path))
            }
        }
        for record in entry.records { try place(record) }
        return true
    }

    private func place(_ record: Journal.Entry.Record) throws {
        if let staged = record.staged {
            let source = absolute(Journal.folder) + "/" + staged
            guard try files.entry(at: source) != nil else { return }
            try makeFolders(above: record.path)
            try files.move(source, to: absolute(record.path))
        } else {
            if try files.entry(at: absolute(record.path)) != nil { try files.remove(absolute(record.path)) }
            try removeEmptyFolders(above: record.path)
        }
    }

    /// Removes the journal; the mark that everything is done goes last.
    private func tidy() throws {
        let names = try files.names(in: absolute(Journal.folder))
        let done = RelativePath.name(of: Journal.done)
        for name in names.filter({ $0 != done }) + names.filter({ $0 == done }) {
            try removeAll(Journal.folder + "/" + name)
        }
        try files.removeDirectory(absolute(Journal.folder))
        try removeFolder(Records.folder)
    }

    // MARK: Small things

    func absolute(_ path: String) -> String { tree.absolute(path) }

    /// The fingerprint of what stands there; something that is not a file has one that nothing else has.
    private func digest(of path: String) throws -> FileDigest? {
        switch try tree.find(path) {
        case .nothing: nil
        case .file(let text, _): FileDigest(text)
        case .blocked: FileDigest.ofNoFile
        }
    }

    private func makeFolder(_ path: String) throws {
        if try files.entry(at: absolute(path)) == nil { try files.makeDirectory(absolute(path)) }
    }

    private func makeFolders(above path: String) throws {
        for parent in RelativePath.parents(of: path) { try makeFolder(parent) }
    }

    private func removeEmptyFolders(above path: String) throws {
        for parent in RelativePath.parents(of: path).reversed() where parent != Records.folder {
            try removeFolder(parent)
        }
    }

    /// Removes a folder if it is there and empty.
    func removeFolder(_ path: String) throws {
        guard try files.entry(at: absolute(path))?.kind == .directory,
            try files.names(in: absolute(path)).isEmpty
        else { return }
        try files.removeDirectory(absolute(path))
    }

    /// Removes a file, or a folder with all that is in it; of a link nothing but the link.
    func removeAll(_ path: String) throws {
        guard let kind = try files.entry(at: absolute(path))?.kind else { return }
        guard kind == .directory else { return try files.remove(absolute(path)) }
        for name in try files.names(in: absolute(path)) { try removeAll(path + "/" + name) }
        try files.removeDirectory(absolute(path))
    }

    /// A link in the place of `.scaffold` or its journal would lead the run out of the app.
    private func refuseLinks() throws {
        for path in [Records.folder, Journal.folder, Journal.undo, Journal.list] {
            guard let kind = try files.entry(at: absolute(path))?.kind else { continue }
            guard kind == (path == Journal.list ? .file : .directory) else {
                throw Diagnostic(
                    message: "\(path) is not what the tool keeps there",
                    suggestion: "a folder of that name belongs to scaffold: move this one away and run again")
            }
        }
    }
}
