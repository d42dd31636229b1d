// Indexes.
extension TableComparison {
    mutating func compareIndexes() {
        var rest = found.table.indexes
        for index in wanted.indexes {
            // An engine may take an index for granted that it has by other means.
            guard let own = like.table.indexes.first(where: { $0.name == index.name }) else { continue }
            let subject = "\(wanted.model) index \(index.name)"
            if let place = rest.firstIndex(where: { $0.name == index.name }) {
                let there = rest.remove(at: place)
                if isSame(there, own) {
                    table.indexes.append(index)
                } else {
                    differ(subject, Self.text(own, like.indexes[own.name]), Self.text(there, found.indexes[there.name]))
                    table.indexes.append(there)
                }
            } else if let place = rest.firstIndex(where: { $0.isLike(own) && isSame($0, own) }) {
                compareNames(rest.remove(at: place), index, subject)
            } else {
                add(.missing, subject, "\(Self.text(own, like.indexes[own.name])) is missing in the database")
            }
        }
        for index in rest {
            if like.table.indexes.contains(where: { $0.name == index.name }) { continue }
            if recorded?.indexes.contains(where: { $0.name == index.name }) == true {
                add(
                    .extra, "\(wanted.model) index \(index.name)",
                    "\(Self.text(index, found.indexes[index.name])) is in the database and not in the schema")
                table.indexes.append(index)
            } else {
                note("the index '\(index.name)', which no migration made: left alone")
            }
        }
    }

    /// An index that somebody named otherwise gets its name, by which migrations go. One whose name the server chose, or
    /// a constraint has, keeps it.
    private mutating func compareNames(_ there: Index, _ index: Index, _ subject: String) {
        let facts = found.indexes[there.name]
        var index = index
        if facts?.isConstraint == true || facts?.isNamed == false {
            notes.append("\(subject) is called '\(there.name)' in the database: as good")
        } else {
            add(.different, subject, "it is called '\(there.name)' in the database")
            index.name = there.name
        }
        table.indexes.append(index)
    }

    /// Whether two indexes are the same but for their names.
    private func isSame(_ there: Index, _ own: Index) -> Bool {
        let facts = found.indexes[there.name]
        let ownFacts = like.indexes[own.name]
        return there.isLike(own) && facts?.condition == ownFacts?.condition && facts?.included == ownFacts?.included
            && facts?.hasExpressions == ownFacts?.hasExpressions && facts?.options == ownFacts?.options
    }

    private static func text(_ index: Index, _ facts: LiveTable.IndexFacts?) -> String {
        let fields = index.fields.enumerated().map { place, field in
            let length = field.length.map { "(\($0))" } ?? ""
            let option = facts.flatMap { $0.options.indices.contains(place) ? $0.options[place] : nil } ?? ""
            return [field.name + length, field.descending ? "DESC" : "", option].filter { !$0.isEmpty }
                .joined(separator: " ")
        }
        let conditions = index.conditions.map { condition in
            let values = condition.values.map { $0.map { $0.recorded.last ?? "" } ?? "null" }
            return "\(condition.attribute) is \(values.joined(separator: " or "))"
        }
        let rows = (conditions + [facts?.condition].compactMap(\.self)).joined(separator: " and ")
        let kind = (index.using.map { "a \($0)" } ?? (index.isUnique ? "a unique" : "an"))
        let carried = facts.map { $0.included.isEmpty ? "" : " with \($0.included.joined(separator: ", "))" } ?? ""
        return "\(kind) index on (\(fields.joined(separator: ", ")))\(carried)" + (rows.isEmpty ? "" : " where \(rows)")
    }
}
