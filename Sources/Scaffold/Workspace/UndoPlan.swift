/// What taking back the last run comes to: made from its record and what is there now, printed, and only then written.
struct UndoPlan: Sendable {
    struct Item: Equatable, Sendable {
        enum Status: String, CaseIterable, Sendable {
            /// It gets the text and the permissions back that it had.
            case restore
            /// The run had made it.
            case remove
            /// Not what the run left there any more: it stays as it is.
            case edited
        }

        var path: String
        var status: Status
    }

    /// The run that is taken back.
    var run: UndoRecord.Run
    /// The files of the app, in the order in which the run wrote them.
    private(set) var items: [Item] = []
    private(set) var changes: [FileChange] = []

    /// The files that were edited since.
    var edited: [String] { items.filter { $0.status == .edited }.map(\.path) }

    /// Whether nothing of the app is left: its making is taken back, and there is no place to keep a record in.
    var removesApp: Bool { items.contains(Item(path: "Package.swift", status: .remove)) }

    /// The migrations that go.
    var migrations: [MigrationName] {
        items.filter { $0.status == .remove && RelativePath.parent(of: $0.path) == Folders.migrations }
            .compactMap { MigrationName(fileName: RelativePath.name(of: $0.path)) }
    }

    /// - Throws: ``Diagnostics`` with what stands in the way of writing; ``FileSystemError``.
    init(_ record: UndoRecord, in tree: AppTree) throws {
        run = record.run
        let states = try record.entries.map { ($0, try UndoPlan.state($0, in: tree)) }
        let edited = states.filter { $0.1 == .edited }.map(\.0.path)
        // What is kept about an edited file stays with it: the next generation then merges the edits.
        let kept = Set(edited.flatMap { path in Records.Shelf.allCases.map { Records.path($0, path) } })
        var problems: [Diagnostic] = []
        var merged: Diagnostic?
        for (entry, state) in states where !kept.contains(entry.path) {
            guard let status = state else { continue }
            if !entry.path.hasPrefix(Records.folder + "/") {
                items.append(Item(path: entry.path, status: status))
            } else if status == .edited, merged == nil {
                merged = UndoPlan.merged(entry.path)
            }
            guard status != .edited else { continue }
            let change = try UndoPlan.change(entry, in: tree)
            if let refusal = try tree.refusal(toWrite: entry.path, exists: entry.after != nil) {
                problems.append(refusal)
            }
            changes.append(change)
        }
        problems += merged.map { [$0] } ?? []
        guard problems.isEmpty else { throw Diagnostics(all: problems) }
    }

    /// Nil where the file is already what it was before.
    private static func state(_ entry: UndoRecord.Entry, in tree: AppTree) throws -> Item.Status? {
        let found: FileDigest? =
            switch try tree.find(entry.path) {
            case .nothing: nil
            case .file(let text, _): FileDigest(text)
            case .blocked: .ofNoFile
            }
        if found == entry.before?.digest { return nil }
        if found == entry.after { return entry.before == nil ? .remove : .restore }
        return .edited
    }

    private static func change(_ entry: UndoRecord.Entry, in tree: AppTree) throws -> FileChange {
        guard let before = entry.before else { return FileChange(path: entry.path, found: entry.after, text: nil) }
        guard case .file(let text, _) = try tree.find("\(UndoRecord.folder)/\(before.text)"),
            FileDigest(text) == before.digest
        else {
            throw Diagnostic(
                message: "the former text of \(entry.path) is not under \(UndoRecord.folder) any more",
                suggestion: "nothing was changed; version control has what was there before")
        }
        return FileChange(path: entry.path, found: entry.after, text: text, mode: before.mode & 0o777)
    }

    private static func merged(_ path: String) -> Diagnostic {
        Diagnostic(
            message: "\(path), a record of the tool's own, is not what the last run left there: a merge has changed it",
            suggestion: "nothing was changed; take the run back by version control")
    }
}
