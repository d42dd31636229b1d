/// Files that do not simply follow the schema: the user's own, those of one machine, lists, what goes away, and what
/// the tool keeps for itself.
extension Planner {
    mutating func writeOnce(_ file: GeneratedFile) throws {
        if try records.isKnown(file.path) { return item(file.path, .identical) }
        switch try tree.find(file.path) {
        case .nothing:
            let text = Array(file.text.utf8)
            write(file, text, as: .create, records: try records.keep(text, of: file.path, on: .once))
        case .file, .blocked: item(file.path, .kept)
        }
    }

    mutating func writeLocal(_ file: GeneratedFile) throws {
        guard case .nothing = try tree.find(file.path) else { return item(file.path, .identical) }
        write(file, Array(file.text.utf8), as: .create, records: [])
    }

    /// Lists take entries even when they were edited; only a file without a list is merged like any other.
    mutating func fill(_ file: GeneratedFile, entries: [String], isComplete: Bool) throws {
        let base = try records.generated(file.path)
        let baseList = base.map { ListFile(String(decoding: $0, as: UTF8.self)) }
        let grown = isComplete ? nil : baseList.flatMap { ListMerge.adding(entries, to: $0) }
        let new = Array((grown?.text ?? file.text).utf8)
        guard case .file(let mine, let mode) = try tree.find(file.path),
            !LineEndings.same(mine, new), !LineEndings.same(mine, base), !Merge.hasMarkers(mine),
            let merged = ListMerge.merged(
                mine: ListFile(String(decoding: mine, as: UTF8.self)), base: baseList, entries: entries,
                isComplete: isComplete)
        else { return try follow(file, new: new) }

        let kept = try records.keep(new, of: file.path, on: .base)
        let text = Array(merged.text.utf8)
        if text == mine {
            keep(file.path, mine, records: kept)
        } else {
            write(file, text, as: .update, over: (mine, mode), records: kept)
        }
    }

    mutating func edit(_ file: GeneratedFile, original: String?, records kept: [FileChange.Record]) throws {
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

    /// The recorded files that are not generated any more.
    func gone(beside generated: Set<String>) throws -> [String] {
        let recorded = Set(try records.paths(on: .base) + records.paths(on: .waiting))
        // The runtime's sources come and go by a command of their own.
        let staying = generated.union(moves.origins.values)
        return recorded.subtracting(staying).sorted().filter { !$0.hasPrefix(RuntimeLocation.copyFolder + "/") }
    }

    mutating func takeBack(_ path: String) throws {
        let generated = try records.generated(path)
        let forget = try records.keep(nil, of: path, on: .base)
        switch try tree.find(path) {
        case .nothing:
            if !forget.isEmpty { plan.changes.append(FileChange(path: path, found: nil, text: nil, records: forget)) }
        case .file(let mine, _) where LineEndings.same(mine, generated):
            item(path, .remove, texts: .init(old: mine, new: nil))
            plan.changes.append(FileChange(path: path, found: FileDigest(mine), text: nil, records: forget))
        case .file, .blocked:
            item(path, .orphaned, note: "gone from the schema, edited by you; yours to delete")
        }
    }

    mutating func addBooks(_ books: [String: String?]) throws {
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
}
