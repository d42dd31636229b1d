/// Compares what is generated with what was generated and with what is there, file by file.
///
/// | mine = base | new = base | result |
/// |---|---|---|
/// | yes | yes | identical |
/// | yes | no | update |
/// | no | yes | kept |
/// | no | no | merge; where both changed the same place, a conflict |
///
/// A file that stands there without a record counts as the user's. Nothing is written here.
struct Planner {
    let tree: AppTree
    let records: Records
    let creationMask: UInt32
    /// Finds what parses merged files; nil where there is no toolchain.
    let syntax: () -> (any SyntaxCheck)?
    /// What has another name now.
    let moves: FileMoves
    var plan = Plan()
    var problems: [Diagnostic] = []
    /// Files that the user and the schema have changed; what becomes of them is worked out for all together.
    var changedByBoth: [ChangedByBoth] = []

    init(
        tree: AppTree, creationMask: UInt32, syntax: @escaping () -> (any SyntaxCheck)?, moves: FileMoves = FileMoves()
    ) {
        self.moves = moves
        self.tree = tree
        self.creationMask = creationMask
        self.syntax = syntax
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
        try planner.mergeAll()
        var leaving = takingBack
        if isWholeApp { leaving += try planner.gone(beside: Set(files.map(\.path)).union(takingBack)) }
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

    mutating func follow(_ file: GeneratedFile, new: [UInt8]) throws {
        let path = file.path
        if let origin = moves.origins[path] { return try move(file, new: new, from: origin) }
        let base = try records.generated(path)
        switch try tree.find(path) {
        case .nothing where try records.isKnown(path):
            item(path, .deleted)
            try dropWaiting(path)
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
            } else if LineEndings.same(base, new) {
                let renamed = moves.renamed(mine, at: path)
                if renamed == mine {
                    keep(path, mine, records: kept)
                } else {
                    write(file, renamed, as: .update, over: (mine, mode), records: kept)
                }
            } else {
                try merge(file, new: new, base: base, mine: mine, mode: mode, records: kept)
            }
        }
    }

    /// Everything that would fail half-way fails here, before the first byte. Whether a file in conflict can be written
    /// matters only to those who want it written.
    private mutating func checkPlaces() throws {
        for change in plan.changes {
            if change.touchesFile, let refusal = try tree.refusal(toWrite: change.path, exists: change.found != nil) {
                problems.append(refusal)
            }
            try checkPlaces(of: change.records)
        }
        for conflict in plan.conflicts { try checkPlaces(of: conflict.settledRecords + conflict.skippedRecords) }
    }

    private mutating func checkPlaces(of records: [FileChange.Record]) throws {
        for record in records {
            switch try tree.find(record.path) {
            case .blocked(let obstacle): problems.append(obstacle)
            case .nothing, .file:
                if let refusal = try tree.refusal(toWrite: record.path, exists: false) { problems.append(refusal) }
            }
        }
    }
}
