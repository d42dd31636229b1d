/// Which of the names before is which of the names now. What is said goes first; then a table is known by its model and
/// a column by its attribute, whatever the database calls them; what is left, by its name.
struct NameMatch {
    /// Names before with the names now, in the order of those now.
    private(set) var pairs: [(old: String, new: String)] = []
    /// Names before that nothing is now.
    private(set) var gone: [String] = []
    /// Names now that nothing was before.
    private(set) var added: [String] = []

    /// - Parameters:
    ///   - old: names before, each with what it is known by.
    ///   - new: names now.
    ///   - renames: what is said.
    init(
        _ old: [(name: String, identity: String)], _ new: [(name: String, identity: String)],
        _ renames: [String: String]
    ) {
        var left = Dictionary(old.map { ($0.name, $0.identity) }) { first, _ in first }
        let wanted = Set(new.map(\.name))
        var sources: [String: String] = [:]
        for (oldName, newName) in renames where left[oldName] != nil && wanted.contains(newName) {
            sources[newName] = oldName
        }
        for source in sources.values { left[source] = nil }
        let rest = new.filter { sources[$0.name] == nil }
        for one in rest where left[one.name] == one.identity {
            sources[one.name] = one.name
            left[one.name] = nil
        }
        var identities: [String: [String]] = [:]
        for one in old where left[one.name] == one.identity { identities[one.identity, default: []].append(one.name) }
        for one in rest where sources[one.name] == nil && identities[one.identity]?.count == 1 {
            guard let source = identities.removeValue(forKey: one.identity)?.first else { continue }
            sources[one.name] = source
            left[source] = nil
        }
        for one in rest where sources[one.name] == nil && left[one.name] != nil {
            sources[one.name] = one.name
            left[one.name] = nil
        }
        for one in new {
            if let source = sources[one.name] { pairs.append((source, one.name)) } else { added.append(one.name) }
        }
        gone = old.filter { left[$0.name] != nil }.map(\.name)
    }
}

extension NameMatch {
    /// The tables before and now.
    init(_ old: [Table], _ new: [Table], _ renames: Renames) {
        self.init(old.map { ($0.name, $0.model) }, new.map { ($0.name, $0.model) }, renames.tables)
    }

    /// The columns of a table before and now.
    init(_ old: Table, _ new: Table, _ renames: Renames) {
        self.init(
            old.columns.map { ($0.name, $0.attribute) }, new.columns.map { ($0.name, $0.attribute) },
            renames.columns[old.name] ?? [:])
    }
}
