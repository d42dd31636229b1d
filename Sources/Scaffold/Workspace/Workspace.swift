/// The one way in which the tool writes to an app: it has the app for itself, first clears up after a run that was
/// killed, then plans and writes.
///
///     let workspace = try Workspace(at: root)
///     if let words = workspace.recovery { print(words) }
///     let plan = try workspace.plan(files, isWholeApp: true, books: ["schema.yml": recorded])
///     print(PlanPrinter().text(plan))
///     try workspace.apply(plan)
final class Workspace {
    /// The absolute path of the app.
    let root: String
    /// One line about an interrupted run that was completed or taken back just now; nil when there was none.
    let recovery: String?

    let files: any FileSystem
    private let syntax: () -> (any SyntaxCheck)?
    private let lock: FolderLock

    /// Takes the app's lock, waiting for another run, and completes or takes back an interrupted one. The lock is held
    /// as long as the workspace lives, also against a second workspace of the same process: let this one go before
    /// ``AppHandover``.
    ///
    /// - Parameters:
    ///   - root: the absolute path of a folder that exists.
    ///   - waiting: says that another run has the lock; called at most once.
    ///   - syntax: finds what parses merged files; nil where there is no toolchain.
    /// - Throws: ``FileSystemError``; a ``Diagnostic`` when `.scaffold` is a link or its journal is damaged.
    init(
        at root: String, files: any FileSystem = DiskFileSystem(), waiting: () -> Void = {},
        syntax: @escaping () -> (any SyntaxCheck)? = { SwiftcSyntaxCheck.find() }
    ) throws {
        self.root = root
        self.files = files
        self.syntax = syntax
        lock = try FolderLock.take(root, waiting: waiting)
        let transaction = Transaction(tree: AppTree(root: root, files: files), files: files)
        recovery = try transaction.recover().map(Workspace.words)
    }

    /// Whether nothing is there yet: `scaffold new` goes only into such a folder.
    func isEmpty() throws -> Bool { try files.names(in: root).isEmpty }

    /// The text of one of the tool's own files, such as the recorded schema: `workspace.book("schema.yml")` for
    /// `.scaffold/schema.yml`; nil when it is not there.
    func book(_ name: String) throws -> String? {
        let found = try AppTree(root: root, files: files).find("\(Records.folder)/\(name)")
        guard case .file(let text, _) = found else { return nil }
        return String(decoding: text, as: UTF8.self)
    }

    /// Compares and decides; writes nothing.
    ///
    /// - Parameters:
    ///   - generated: in the order in which they are to be printed.
    ///   - isWholeApp: whether `generated` is everything that the schema makes. Only then do recorded files that are
    ///     missing in it count as gone from the schema.
    ///   - takingBack: paths to remove where they are as they were generated, also of `once` files.
    ///   - books: further files of `.scaffold` to write in the same step, by their path in it; nil removes.
    ///   - moves: what has another name now.
    /// - Throws: ``Diagnostics`` with everything that stands in the way; ``FileSystemError``.
    func plan(
        _ generated: [GeneratedFile], isWholeApp: Bool, takingBack: [String] = [], books: [String: String?] = [:],
        moves: FileMoves = FileMoves()
    ) throws -> Plan {
        let tree = AppTree(root: root, files: files)
        return try Planner.plan(
            generated, isWholeApp: isWholeApp, takingBack: takingBack, books: books,
            by: Planner(tree: tree, creationMask: files.creationMask, syntax: syntax, moves: moves))
    }

    /// Writes a plan, all of it or nothing, and keeps what stood there before for `scaffold undo`.
    ///
    /// - Parameter run: how the record calls it.
    /// - Throws: ``OpenConflicts`` when something is left for the user to say; ``Diagnostics`` when a file changed since the plan was made; ``FileSystemError``, for instance when
    ///   the disk is full; ``Diagnostic`` when the run had begun to rename by then: the next one completes it.
    func apply(_ plan: Plan, as run: UndoRecord.Run = .ofThisProcess) throws {
        guard plan.conflicts.isEmpty else { throw OpenConflicts(conflicts: plan.conflicts) }
        try write(plan.changes, as: run)
    }

    func write(_ changes: [FileChange], as run: UndoRecord.Run?) throws {
        let tree = AppTree(root: root, files: files)
        let changes = try GeneratedTexts.adding(to: changes, in: tree, mode: 0o666 & ~files.creationMask)
        let leftAlone = try Transaction(tree: tree, files: files).write(changes, as: run)
        guard leftAlone.isEmpty else { throw Diagnostics(all: leftAlone.map(Workspace.editedMeanwhile)) }
    }

    private static func editedMeanwhile(_ path: String) -> Diagnostic {
        Diagnostic(
            message: "\(path) was edited while this run wrote and was left alone; everything else is written",
            suggestion: "run again")
    }

    static func changedMeanwhile(_ path: String) -> Diagnostic {
        Diagnostic(message: "\(path) has been changed since it was read; nothing was written", suggestion: "run again")
    }

    private static func words(_ recovery: Transaction.Recovery) -> String {
        switch recovery {
        case .restored: "an interrupted run was taken back: it had not begun to write"
        case .completed(let count, let leftAlone):
            "an interrupted run was completed: \(count) \(count == 1 ? "file" : "files") written, "
                + "which 'scaffold undo' takes back"
                + (leftAlone.isEmpty ? "" : "; edited since and left alone: \(leftAlone.joined(separator: ", "))")
        }
    }
}
