// Names and comparison.
extension TableDifference {
    mutating func renameTables(_ match: NameMatch) throws(Diagnostic) {
        let steps = RenameSteps(match.pairs.map { ($0.old, $0.new) }, among: tables.all.map(\.name)).steps
        for step in steps { try emit(.renameTable(step.from, to: step.to)) }
        // A table that made room for another is called otherwise when it goes.
        let names = Dictionary(steps.map { ($0.from, $0.to) }) { _, last in last }
        gone = match.gone.compactMap { name in tables[names[name] ?? name] }
    }

    mutating func compare(_ match: NameMatch, _ old: TableSet) throws(Diagnostic) {
        added = match.added.compactMap { wantedTables[$0] }
        candidates = RenameCandidate.tables(match.gone.compactMap { old[$0] }, added)
        var words: [String: [String: [String: String]]] = [:]
        for (oldName, name) in match.pairs {
            guard let before = old[oldName], let after = wantedTables[name] else { continue }
            let columns = NameMatch(before, after, renames)
            let steps = RenameSteps(columns.pairs.map { ($0.old, $0.new) }, among: before.columns.map(\.name)).steps
            for step in steps { try emit(.renameColumn(table: name, step.from, to: step.to)) }
            candidates += RenameCandidate.columns(
                of: oldName, columns.gone.compactMap(before.column), columns.added.compactMap(after.column))
            for pair in columns.pairs {
                guard let oldColumn = before.column(named: pair.old), let new = after.column(named: pair.new),
                    oldColumn.type != new.type
                else { continue }
                let said = renames.values[oldName]?[pair.old] ?? [:]
                words[name, default: [:]][pair.new] = said
                candidates += RenameCandidate.values(of: oldColumn, oldName, new).filter { said[$0.old] == nil }
            }
        }
        for (_, name) in match.pairs {
            guard let before = tables[name], let after = wantedTables[name] else { continue }
            let change = TableChange(from: before, to: after, values: words[name] ?? [:])
            if !change.isEmpty { changes.append(change) }
        }
    }
}
