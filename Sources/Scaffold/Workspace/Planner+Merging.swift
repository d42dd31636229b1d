extension Planner {
    /// A file that the user and the schema have changed since it was generated.
    struct ChangedByBoth {
        var file: GeneratedFile
        /// The place of its line in the plan.
        var place: Int
        /// With the names that it has now.
        var base: [UInt8]?
        var mine: [UInt8]
        var mode: UInt32
        var generated: [UInt8]
        /// What stands in the file's place, which is nothing where it comes from another.
        var found: FileDigest?
        /// What is kept about it once the generated text is in it.
        var records: [FileChange.Record]
    }

    /// - Parameter origin: where the file stands, if not in its place.
    mutating func merge(
        _ file: GeneratedFile, new: [UInt8], base: [UInt8]?, mine: [UInt8], mode: UInt32, records: [FileChange.Record],
        origin: String? = nil
    ) throws {
        let both = ChangedByBoth(
            file: file, place: plan.items.count, base: base.map { moves.renamed($0, at: file.path) },
            mine: moves.renamed(mine, at: file.path), mode: mode, generated: new,
            found: origin == nil ? FileDigest(mine) : nil, records: records)
        changedByBoth.append(both)
        item(file.path, .merge, note: origin.map { "was \($0)" })
    }

    /// Merges what both have changed, and has the result parsed in one go.
    mutating func mergeAll() throws {
        let outcomes = changedByBoth.map { both in
            Merge.hasMarkers(both.mine)
                ? nil
                : Merge.outcome(base: both.base, mine: both.mine, generated: both.generated, path: both.file.path)
        }
        let faulty = try faultyPaths(zip(changedByBoth, outcomes).map { ($0, $1) })
        for (both, outcome) in zip(changedByBoth, outcomes) {
            switch outcome {
            case nil: try conflict(both, marked: nil)
            case .conflict(let conflict): try self.conflict(both, marked: conflict)
            case .merged where faulty.contains(both.file.path):
                let marked = Merge.distrusted(base: both.base, mine: both.mine, generated: both.generated)
                try conflict(both, marked: marked)
            case .merged(both.mine, _) where both.found == FileDigest(both.mine):
                plan.items[both.place].status = .kept
                keepOnly(both.records, beside: both.file.path, both.mine)
            case .merged(let text, _):
                plan.items[both.place].texts = .init(old: both.mine, new: text)
                plan.changes.append(
                    FileChange(
                        path: both.file.path, found: both.found, text: text, mode: both.mode,
                        records: both.records))
            }
        }
    }

    /// The Swift files that a merge has broken: they do not parse, and the user's did. Without a toolchain nobody can
    /// say, and only merges of lines are trusted.
    private func faultyPaths(_ merges: [(ChangedByBoth, Merge.Outcome?)]) throws -> Set<String> {
        var merged: [(path: String, text: [UInt8])] = []
        var byDeclaration: Set<String> = []
        for (both, outcome) in merges {
            guard both.file.path.hasSuffix(".swift"), case .merged(let text, let isByDeclaration) = outcome,
                text != both.mine
            else { continue }
            merged.append((both.file.path, text))
            if isByDeclaration { byDeclaration.insert(both.file.path) }
        }
        guard !merged.isEmpty else { return [] }
        guard let syntax = syntax() else { return byDeclaration }
        let faulty = try syntax.faulty(merged)
        guard !faulty.isEmpty else { return [] }
        let before = merges.map { (path: $0.0.file.path, text: $0.0.mine) }.filter { faulty.contains($0.path) }
        return faulty.subtracting(try syntax.faulty(before))
    }

    private mutating func conflict(_ both: ChangedByBoth, marked: Merge.Conflict?) throws {
        let path = both.file.path
        var skipped = try records.put(both.generated, of: path, on: .waiting).map { [$0] } ?? []
        if both.found != FileDigest(both.mine), let base = both.base {
            // The file itself has the new names from now on, and so has its base.
            skipped += try records.put(base, of: path, on: .base).map { [$0] } ?? []
        }
        plan.replaceItem(
            at: both.place,
            by: FileConflict(
                path: path, base: both.base, mine: both.mine, generated: both.generated, marked: marked?.marked,
                places: marked?.places ?? 1, mode: both.mode, found: both.found,
                refusal: try tree.refusal(toWrite: path, exists: both.found != nil), settledRecords: both.records,
                skippedRecords: skipped))
    }
}
