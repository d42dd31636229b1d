/// What the plan is made of.
extension Planner {
    mutating func item(
        _ path: String, _ status: FileStatus, note: String? = nil, isLocal: Bool = false, texts: Plan.Texts? = nil
    ) {
        plan.items.append(.init(path: path, status: status, note: note, isLocal: isLocal, texts: texts))
    }

    mutating func write(
        _ file: GeneratedFile, _ text: [UInt8], as status: FileStatus, over mine: (text: [UInt8], mode: UInt32)? = nil,
        records: [FileChange.Record]
    ) {
        let isLocal = file.kind == .local
        item(file.path, status, isLocal: isLocal, texts: isLocal ? nil : .init(old: mine?.text, new: text))
        let fresh = newMode(isExecutable: file.isExecutable, isPrivate: isLocal)
        plan.changes.append(
            FileChange(
                path: file.path, found: mine.map { FileDigest($0.text) }, text: text,
                mode: mine.map { $0.mode | (file.isExecutable ? 0o111 : 0) } ?? fresh, records: records))
    }

    /// The file stays as the user has it.
    mutating func keep(_ path: String, _ mine: [UInt8], records kept: [FileChange.Record]) {
        item(path, .kept)
        if Merge.hasMarkers(mine) {
            plan.items[plan.items.count - 1].hasMarkers = true
            plan.items[plan.items.count - 1].note = "markers of an unsettled merge are in it"
        }
        keepOnly(kept, beside: path, mine)
    }

    /// The file stays; only what is kept about it changes.
    mutating func keepOnly(_ kept: [FileChange.Record], beside path: String, _ mine: [UInt8]) {
        guard !kept.isEmpty else { return }
        plan.changes.append(FileChange(path: path, found: FileDigest(mine), text: mine, records: kept))
    }

    /// A file that the user has deleted is in no conflict any more.
    mutating func dropWaiting(_ path: String) throws {
        guard let record = try records.put(nil, of: path, on: .waiting) else { return }
        plan.changes.append(FileChange(path: path, found: nil, text: nil, records: [record]))
    }

    func newMode(isExecutable: Bool = false, isPrivate: Bool = false) -> UInt32 {
        (isPrivate ? 0o600 : isExecutable ? 0o777 : 0o666) & ~creationMask
    }
}
