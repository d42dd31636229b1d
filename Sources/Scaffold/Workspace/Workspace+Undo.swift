extension Workspace {
    /// What the last run changed here; nil where there was none, or none that can be taken back.
    ///
    /// - Throws: ``Diagnostic`` when the record cannot be read; ``FileSystemError``.
    func lastRun() throws -> UndoRecord? {
        let found = try AppTree(root: root, files: files).find("\(UndoRecord.folder)/\(UndoRecord.name)")
        guard case .file(let text, _) = found else { return nil }
        return try UndoRecord(decoding: text)
    }

    /// Compares what a run left with what is there; writes nothing.
    ///
    /// - Throws: ``Diagnostics`` with everything that stands in the way; ``FileSystemError``.
    func plan(takingBack record: UndoRecord) throws -> UndoPlan {
        try UndoPlan(record, in: AppTree(root: root, files: files))
    }

    /// Takes back what the plan says, all of it or nothing; edited files stay. Taking back is a run like any other: it
    /// can be taken back.
    ///
    /// - Throws: as ``apply(_:as:)``.
    func apply(_ plan: UndoPlan, as run: UndoRecord.Run = .ofThisProcess) throws {
        try write(plan.changes, as: plan.removesApp ? nil : run)
    }
}
