/// Files of models that have another name now.
extension Planner {
    /// Moves a file together with what its user wrote in it.
    mutating func move(_ file: GeneratedFile, new: [UInt8], from origin: String) throws {
        let path = file.path
        let base = try records.generated(origin)
        let kept = try records.keep(new, of: path, on: .base)
        let forgotten = try records.keep(nil, of: origin, on: .base)
        let note = "was \(origin)"
        switch try tree.find(origin) {
        case .blocked(let obstacle):
            problems.append(obstacle)
        case .nothing:
            item(path, .deleted)
            plan.changes.append(FileChange(path: path, found: nil, text: nil, records: kept + forgotten))
        case .file(let mine, let mode):
            plan.changes.append(FileChange(path: origin, found: FileDigest(mine), text: nil, records: forgotten))
            guard !LineEndings.same(mine, base) else {
                let text = LineEndings.adapt(new, to: mine)
                item(path, .update, note: note, texts: .init(old: mine, new: text))
                plan.changes.append(FileChange(path: path, found: nil, text: text, mode: mode, records: kept))
                return
            }
            try merge(file, new: new, base: base, mine: mine, mode: mode, records: kept, origin: origin)
        }
    }
}
