/// Compares what is generated with what was generated and with what is there, file by file.
///
/// | mine = base | new = base | result |
/// |---|---|---|
/// | yes | yes | identical |
/// | yes | no | update |
/// | no | yes | kept |
/// | no | no | waiting: left alone and named |
///
/// A file that stands there without a record counts as the user's. Nothing is written here.
struct Planner {
    let tree: AppTree
    let records: Records
    let creationMask: UInt32
    /// Waiting files whose own text the user has settled on: the new text becomes their base, they stay as they are.
    var settled: Set<String> = []
    private var plan = Plan()
    private var problems: [Diagnostic] = []

    init(tree: AppTree, creationMask: UInt32, settled: Set<String> = []) {
        self.tree = tree
        self.creationMask = creationMask
        self.settled = settled
        records = Records(tree: tree)
    }

    /// - Parameters:
    ///   - files: in the order in which they are to be printed.
    ///   - isWholeApp: whether `files` is all that the schema makes, so that recorded files missing in it are gone.
    ///   - takingBack: files to remove where they are as they were generated, `once` files included.
    ///   - books: other files of `.scaffold`, by their path in it; a nil text removes.
    /// - Throws: ``Diagnostics`` with everything that stands in the way, ``FileSystemError``.
    static func plan(
        _ files: [GeneratedFile], isWholeApp: Bool, takingBack: [String], books: [String: String?], by planner: Planner
    ) throws -> Plan {
        var planner = planner
        planner.problems = PathRules.problems(in: files.map(\.path) + takingBack)
        guard planner.problems.isEmpty else { throw Diagnostics(all: planner.problems) }
        for file in files { try planner.add(file) }
        var leaving = takingBack
        if isWholeApp {
            let generated = Set(files.map(\.path)).union(takingBack)
            let recorded = Set(try planner.records.paths(on: .base) + planner.records.paths(on: .waiting))
            // The runtime's sources come and go by a command of their own.
            leaving += recorded.subtracting(generated).sorted().filter {
                !$0.hasPrefix(RuntimeLocation.copyFolder + "/")
            }
        }
        for path in leaving where RelativePath.problem(in: path) == nil { try planner.takeBack(path) }
        try planner.addBooks(books)
        try planner.checkPlaces()
        guard planner.problems.isEmpty else { throw Diagnostics(all: planner.problems) }
        planner.plan.warnings += planner.records.findings.words(for: planner.plan)
        return planner.plan
    }

    private mutating func add(_ file: GeneratedFile) throws {
        switch file.kind {
        case .followed: try follow(file, new: Array(file.text.utf8))
        case .once: try writeOnce(file)
        case .local: try writeLocal(file)
        case .list(let entries, let isComplete): try fill(file, entries: entries, isComplete: isComplete)
        case .edit(let original): try edit(file, original: original, records: [])
        case .rewritten(let original):
            let kept = try records.keep(Array(file.text.utf8), of: file.path, on: .once)
            try edit(file, original: original, records: kept)
        }
    }

    private mutating func follow(_ file: GeneratedFile, new: [UInt8]) throws {
        let path = file.path
        let base = try records.generated(path)
        switch try tree.find(path) {
        case .nothing where try records.isKnown(path):
            item(path, .deleted)
        case .nothing:
            write(file, new, as: .create, records: try records.keep(new, of: path, on: .base))
        case .blocked(let obstacle):
            if LineEndings.same(base, new) { item(path, .kept) } else { problems.append(obstacle) }
        case .file(let mine, let mode):
            let kept =
                try base == new && !records.isMarked(path)
                ? records.put(nil, of: path, on: .waiting).map { [$0] } ?? []
                : records.keep(new, of: path, on: .base)
            if LineEndings.same(mine, new) {
                item(path, .identical)
                keepOnly(kept, beside: path, mine)
            } else if LineEndings.same(mine, base) {
                write(file, LineEndings.adapt(new, to: mine), as: .update, over: (mine, mode), records: kept)
            } else if LineEndings.same(base, new) || settled.contains(path) {
                item(path, .kept)
                keepOnly(kept, beside: path, mine)
            } else {
                let why = base == nil ? "it was there before" : "edited by you and changed by the schema"
                item(path, .waiting, note: "\(why); generated text: \(Records.path(.waiting, path))")
                keepOnly(try records.put(new, of: path, on: .waiting).map { [$0] } ?? [], beside: path, mine)
            }
        }
    }

    private mutating func writeOnce(_ file: GeneratedFile) throws {
        if try records.isKnown(file.path) { return item(file.path, .identical) }
        switch try tree.find(file.path) {
        case .nothing:
            let text = Array(file.text.utf8)
            write(file, text, as: .create, records: try records.keep(text, of: file.path, on: .once))
        case .file, .blocked: item(file.path, .kept)
        }
    }

    private mutating func writeLocal(_ file: GeneratedFile) throws {
        guard case .nothing = try tree.find(file.path) else { return item(file.path, .identical) }
        write(file, Array(file.text.utf8), as: .create, records: [])
    }

    /// Lists take entries even when they were edited; only a file without a list has to wait for its user.
    private mutating func fill(_ file: GeneratedFile, entries: [String], isComplete: Bool) throws {
        let base = try records.generated(file.path)
        let baseList = base.map { ListFile(String(decoding: $0, as: UTF8.self)) }
        let grown = isComplete ? nil : baseList.flatMap { ListMerge.adding(entries, to: $0) }
        let new = Array((grown?.text ?? file.text).utf8)
        guard case .file(let mine, let mode) = try tree.find(file.path),
            !LineEndings.same(mine, new), !LineEndings.same(mine, base),
            let merged = ListMerge.merged(
                mine: ListFile(String(decoding: mine, as: UTF8.self)), base: baseList, entries: entries,
                isComplete: isComplete)
        else { return try follow(file, new: new) }

        let kept = try records.keep(new, of: file.path, on: .base)
        let text = Array(merged.text.utf8)
        if text == mine {
            item(file.path, .kept)
            keepOnly(kept, beside: file.path, mine)
        } else {
            write(file, text, as: .update, over: (mine, mode), records: kept)
        }
    }

    private mutating func edit(_ file: GeneratedFile, original: String?, records kept: [FileChange.Record]) throws {
        let text = Array(file.text.utf8)
        let wanted = original.map { Array($0.utf8) }
        switch try tree.find(file.path) {
        case .blocked(let obstacle):
            problems.append(obstacle)
        case .nothing where wanted == nil:
            write(file, text, as: .create, records: kept)
        case .file(let mine, _) where mine == text:
            item(file.path, .identical)
        case .file(let mine, let mode) where mine == wanted:
            write(file, text, as: .update, over: (mine, mode), records: kept)
        case .nothing, .file:
            problems.append(Workspace.changedMeanwhile(file.path))
        }
    }

    private mutating func takeBack(_ path: String) throws {
        let generated = try records.generated(path)
        let forget = try records.keep(nil, of: path, on: .base)
        switch try tree.find(path) {
        case .nothing:
            if !forget.isEmpty { plan.changes.append(FileChange(path: path, found: nil, text: nil, records: forget)) }
        case .file(let mine, _) where LineEndings.same(mine, generated):
            item(path, .remove)
            plan.changes.append(FileChange(path: path, found: FileDigest(mine), text: nil, records: forget))
        case .file, .blocked:
            item(path, .orphaned, note: "gone from the schema, edited by you; yours to delete")
        }
    }

    private mutating func addBooks(_ books: [String: String?]) throws {
        var books = books
        books[".gitignore"] = Records.ignored
        for (name, text) in books.sorted(by: { $0.key < $1.key }) {
            let path = "\(Records.folder)/\(name)"
            let text = text.map { Array($0.utf8) }
            switch try tree.find(path) {
            case .blocked(let obstacle): problems.append(obstacle)
            case .nothing where text == nil: break
            case .nothing: plan.changes.append(FileChange(path: path, found: nil, text: text, mode: newMode()))
            case .file(let mine, _) where mine == text: break
            case .file(let mine, let mode):
                plan.changes.append(FileChange(path: path, found: FileDigest(mine), text: text, mode: mode))
            }
        }
    }

    /// Everything that would fail half-way fails here, before the first byte.
    private mutating func checkPlaces() throws {
        for change in plan.changes {
            if change.touchesFile, let refusal = try tree.refusal(toWrite: change.path, exists: change.found != nil) {
                problems.append(refusal)
            }
            for record in change.records {
                switch try tree.find(record.path) {
                case .blocked(let obstacle): problems.append(obstacle)
                case .nothing, .file:
                    if let refusal = try tree.refusal(toWrite: record.path, exists: false) { problems.append(refusal) }
                }
            }
        }
    }

    private mutating func item(_ path: String, _ status: FileStatus, note: String? = nil, isLocal: Bool = false) {
        plan.items.append(.init(path: path, status: status, note: note, isLocal: isLocal))
    }

    private mutating func write(
        _ file: GeneratedFile, _ text: [UInt8], as status: FileStatus, over mine: (text: [UInt8], mode: UInt32)? = nil,
        records: [FileChange.Record]
    ) {
        item(file.path, status, isLocal: file.kind == .local)
        let fresh = newMode(isExecutable: file.isExecutable, isPrivate: file.kind == .local)
        plan.changes.append(
            FileChange(
                path: file.path, found: mine.map { FileDigest($0.text) }, text: text,
                mode: mine.map { $0.mode | (file.isExecutable ? 0o111 : 0) } ?? fresh, records: records))
    }

    /// The file stays; only what is kept about it changes.
    private mutating func keepOnly(_ kept: [FileChange.Record], beside path: String, _ mine: [UInt8]) {
        guard !kept.isEmpty else { return }
        plan.changes.append(FileChange(path: path, found: FileDigest(mine), text: mine, records: kept))
    }

    private func newMode(isExecutable: Bool = false, isPrivate: Bool = false) -> UInt32 {
        (isPrivate ? 0o600 : isExecutable ? 0o777 : 0o666) & ~creationMask
    }
}
