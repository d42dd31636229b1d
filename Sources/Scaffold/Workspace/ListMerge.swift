/// What becomes of a list file that the user has edited.
enum ListMerge {
    /// The list with the entries that it lacks; nil when there is no list in the text.
    static func adding(_ entries: [String], to list: ListFile) -> ListFile? {
        var list = list
        let missing = list.missing(entries)
        return missing.isEmpty || list.insert(missing) ? list : nil
    }

    /// The user's text with what generation brought and without what it took away since the base. An entry that the
    /// user took out stays out.
    ///
    /// - Returns: nil when there is no list in the user's text.
    static func merged(mine: ListFile, base: ListFile?, entries: [String], isComplete: Bool) -> ListFile? {
        let coming = base?.missing(entries) ?? entries
        guard var result = adding(coming, to: mine) else { return nil }
        guard isComplete, let base else { return result }
        let wanted = ListFile("[\n" + entries.joined(separator: "\n") + "\n]")
        for entry in wanted.missing(base.entries) { result.remove(entry) }
        return result
    }
}
