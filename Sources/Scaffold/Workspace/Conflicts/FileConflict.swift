/// A file that the user edited and the schema changed, at the same place.
struct FileConflict: Equatable, Sendable {
    var path: String
    /// The text as it was last generated; nil when the file was there before and nothing is known of it.
    var base: [UInt8]?
    /// What stands there.
    var mine: [UInt8]
    /// With the line ends of `mine`.
    var generated: [UInt8]
    /// Both, with markers at the places that clash; nil where markers of an earlier merge are still in `mine`.
    var marked: [UInt8]?
    /// How many places clash.
    var places = 1
    /// The permissions of the file.
    var mode: UInt32
    /// Why the file cannot be written; nil where it can.
    var refusal: Diagnostic?
    /// What `.scaffold` keeps once the conflict is settled, and while it is not.
    var settledRecords: [FileChange.Record] = []
    var skippedRecords: [FileChange.Record] = []

    /// What the user says is right.
    enum Resolution: Equatable, Sendable {
        /// What the user wrote stays, and what the schema changed in it is left out for good.
        case mine
        /// The file is as it is generated.
        case generated
        /// Both go in, with markers.
        case markers
        /// The user has written the file anew.
        case text([UInt8])
        /// The file stays, and the next run meets the same conflict.
        case skip
    }

    /// The user's text, without what earlier merges marked in it.
    var mineAlone: [UInt8] { marked == nil ? MarkedText(mine).taking(.mine) : mine }

    /// Why there is a conflict, for the line of the plan.
    var reason: String {
        if marked == nil { return "markers of an unsettled merge are in it" }
        if base == nil { return "it was there before" }
        return "edited by you and changed by the schema at \(places == 1 ? "one place" : "\(places) places")"
    }

    /// Files alike: those of a folder with the same ending, such as `Sources/App/Models/*+Storage.swift`.
    var likes: String {
        let name = RelativePath.name(of: path)
        let ending = name.dropFirst().firstIndex { $0 == "+" || $0 == "." }.map { String(name[$0...]) } ?? ""
        let folder = RelativePath.parent(of: path)
        return (folder.isEmpty ? "" : folder + "/") + "*" + ending
    }

    /// Its line in the plan while it is open.
    var item: Plan.Item {
        let texts = marked.map { Plan.Texts(old: mine, new: $0) }
        return .init(path: path, status: .conflict, note: reason, hasMarkers: marked == nil, texts: texts)
    }
}

// MARK: Settled

extension FileConflict {
    /// A file that has markers in it gets no more of them.
    private func effective(_ resolution: Resolution) -> Resolution {
        resolution == .markers && marked == nil ? .skip : resolution
    }

    func change(by resolution: Resolution) -> FileChange {
        let (text, records): ([UInt8], [FileChange.Record]) =
            switch effective(resolution) {
            case .mine: (mineAlone, settledRecords)
            case .generated: (generated, settledRecords)
            case .markers: (marked ?? mine, settledRecords)
            case .text(let text): (text, settledRecords)
            case .skip: (mine, skippedRecords)
            }
        return FileChange(path: path, found: FileDigest(mine), text: text, mode: mode, records: records)
    }

    func item(by resolution: Resolution) -> Plan.Item {
        var item = self.item
        item.texts = nil
        switch effective(resolution) {
        case .mine:
            item.status = .kept
            item.note = "as you chose"
            item.hasMarkers = false
            if mineAlone != mine { item.texts = .init(old: mine, new: mineAlone) }
        case .generated:
            item.status = .update
            item.note = "as you chose"
            item.hasMarkers = false
            item.texts = .init(old: mine, new: generated)
        case .markers:
            item.note = "\(places == 1 ? "one place" : "\(places) places") with markers for you to settle"
            item.hasMarkers = true
            item.texts = .init(old: mine, new: marked)
        case .text(let text):
            item.status = .merge
            item.note = "as you wrote it"
            item.hasMarkers = Merge.hasMarkers(text)
            item.texts = .init(old: mine, new: text)
        case .skip:
            item.note = "\(reason); generated text: \(Records.path(.waiting, path)); see 'scaffold resolve'"
        }
        return item
    }
}
