/// A file that the user edited and the schema changed, at the same place.
struct FileConflict: Equatable, Sendable {
    var path: String
    /// The text as it was last generated; nil when the file was there before and nothing is known of it.
    var base: [UInt8]?
    /// What stands there.
    var mine: [UInt8]
    var generated: [UInt8]
    /// Both, with markers at the places that clash; nil where markers of an earlier merge are still in `mine`.
    var marked: [UInt8]?
    /// How many places clash.
    var places = 1
    /// The permissions of the file.
    var mode: UInt32
    /// What stands in its place; `mine` itself unless names were changed in that, nil where it comes from another place.
    var found: FileDigest?
    /// Why the file cannot be written; nil where it can.
    var refusal: Diagnostic?
    /// Whether the generated text is laid beside the base while the conflict lasts.
    var isLaidBeside = true
    /// What `.scaffold` keeps once the conflict is settled, and while it is not.
    var settledRecords: [FileChange.Record] = []
    var skippedRecords: [FileChange.Record] = []

    /// What the user says is right.
    enum Resolution: Equatable, Sendable {
        /// The user's text at the places that clash; all else is merged.
        case mine
        /// The generated text at the places that clash; all else is merged.
        case generated
        /// Both go in, with markers.
        case markers
        /// The user has written the file anew.
        case text([UInt8])
        /// The file stays, and the next run meets the same conflict.
        case skip
    }

    /// The user's text, without what earlier merges marked in it.
    var mineAlone: [UInt8] { UnsettledText(mine).taking(.mine) }

    /// Both in one text, with one side at the places that clash.
    func merged(taking side: UnsettledText.Side) -> [UInt8] {
        if let marked { return withEnd(of: mine, UnsettledText(marked).taking(side)) }
        let mine = UnsettledText(mine).taking(side)
        return switch Merge.outcome(base: base, mine: mine, generated: generated, path: path) {
        case .merged(let text, _): text
        case .conflict(let conflict): withEnd(of: mine, UnsettledText(conflict.marked).taking(side))
        }
    }

    /// Markers need lines that end; a text whose last line does not end shall be like that again.
    private func withEnd(of mine: [UInt8], _ text: [UInt8]) -> [UInt8] {
        let newline = UInt8(ascii: "\n")
        guard mine.last != newline, text.last == newline else { return text }
        return Array(text.dropLast(text.suffix(2).first == UInt8(ascii: "\r") ? 2 : 1))
    }

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
        let resolution = effective(resolution)
        return FileChange(
            path: path, found: found, text: text(by: resolution), mode: mode,
            records: resolution == .skip ? skippedRecords : settledRecords)
    }

    private func text(by resolution: Resolution) -> [UInt8] {
        switch resolution {
        case .mine: merged(taking: .mine)
        case .generated: merged(taking: .generated)
        case .markers: marked ?? mine
        case .text(let text): text
        case .skip: mine
        }
    }

    func item(by resolution: Resolution) -> Plan.Item {
        let resolution = effective(resolution)
        let text = text(by: resolution)
        var item = self.item
        item.texts = .init(old: mine, new: text)
        item.hasMarkers = Merge.hasMarkers(text)
        switch resolution {
        case .mine:
            item.status = text == mine ? .kept : .merge
            item.note = "yours where it clashes"
        case .generated:
            item.status = text == generated ? .update : .merge
            item.note = "as generated where it clashes"
        case .markers:
            item.note = "\(places == 1 ? "one place" : "\(places) places") with markers for you to settle"
        case .text:
            item.status = .merge
            item.note = "as you wrote it"
        case .skip:
            let beside = isLaidBeside ? "; generated text: \(Records.path(.waiting, path))" : ""
            item.note = "\(reason)\(beside); see 'scaffold resolve'"
        }
        return item
    }
}
