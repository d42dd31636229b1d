/// What `.scaffold` keeps about generated files: each text as it was generated, in a file of its own and as it is, so
/// that git merges it like any other.
///
/// - `.scaffold/base/PATH`: files that follow the schema, the base of a merge.
/// - `.scaffold/once/PATH`: files that were generated once and are the user's own.
/// - `.scaffold/waiting/PATH`: the generated text of a file that was left alone.
struct Records {
    enum Shelf: String, CaseIterable { case base, once, waiting }

    static let folder = ".scaffold"
    /// Machine-local: the journal of a run, the record of the last one, and the app's binaries.
    static let ignored = "/bin/\n/journal/\n/undo/\n"

    let tree: AppTree
    let findings: RecordFindings

    init(tree: AppTree) {
        self.tree = tree
        findings = RecordFindings(tree)
    }

    static func path(_ shelf: Shelf, _ path: String) -> String { "\(folder)/\(shelf.rawValue)/\(path)" }

    /// The text of a file as it was last generated; nil when it never was, or when the record is empty.
    ///
    /// Where branches were merged, a file that is as either of them generated it is its own record; of a record with the
    /// marks of a git merge in it, the side counts that is nearer to the file.
    func generated(_ path: String) throws -> [UInt8]? {
        for shelf in [Shelf.base, .once] {
            guard let text = try text(shelf, path) else { continue }
            if shelf == .base, try findings.texts().areMany(path), case .file(let mine, _) = try tree.find(path),
                try findings.texts().know(mine, of: path)
            {
                findings.noteMarked(path, hasMarks: false)
                return mine
            }
            guard let marked = MarkedText(text) else { return text.isEmpty ? nil : text }
            findings.noteMarked(path)
            guard case .file(let mine, _) = try tree.find(path) else { return marked.ours }
            return marked.side(nearest: mine)
        }
        findings.noteUnknown(path)
        return nil
    }

    /// Whether the record of a file is to be written anew, whatever it comes to.
    func isMarked(_ path: String) -> Bool { findings.isMarked(path) }

    /// Whether a file was ever generated here.
    func isKnown(_ path: String) throws -> Bool { try text(.base, path) != nil || text(.once, path) != nil }

    func text(_ shelf: Shelf, _ path: String) throws -> [UInt8]? {
        guard case .file(let text, _) = try tree.find(Records.path(shelf, path)) else { return nil }
        return text
    }

    /// The files on a shelf.
    func paths(on shelf: Shelf) throws -> [String] {
        try tree.everyFile(below: "\(Records.folder)/\(shelf.rawValue)")
    }

    /// The changes that leave `text` as the only record of a file, or none at all for nil; nothing where it is so
    /// already.
    func keep(_ text: [UInt8]?, of path: String, on shelf: Shelf) throws -> [FileChange.Record] {
        try Shelf.allCases.compactMap { try put($0 == shelf ? text : nil, of: path, on: $0) }
    }

    /// The change that puts a text on one shelf, or takes it off for nil; nil where it is so already.
    func put(_ text: [UInt8]?, of path: String, on shelf: Shelf) throws -> FileChange.Record? {
        let found = try self.text(shelf, path)
        return found == text ? nil : FileChange.Record(path: Records.path(shelf, path), text: text)
    }
}
