/// Something that goes and something that comes, which may be the same under another name: a question for the user.
struct RenameCandidate: Equatable, Sendable {
    enum Subject: Equatable, Sendable {
        case table
        /// A column of this table, by its name before.
        case column(of: String)
        /// A value of an enum.
        case value(of: String, column: String)
    }

    var subject: Subject
    var old: String
    var new: String
    /// From 0 to 1: how much the two have in common.
    var likeness: Double
}

extension RenameCandidate {
    /// More pairs than this are no questions that a person answers.
    private static let limit = 10_000

    /// The tables that may have been renamed, the likeliest first.
    static func tables(_ gone: [Table], _ added: [Table]) -> [RenameCandidate] {
        guard gone.count * added.count <= limit else { return [] }
        let goneColumns = gone.map(\.signature)
        let addedColumns = added.map(\.signature)
        var candidates: [RenameCandidate] = []
        for (old, oldColumns) in zip(gone, goneColumns) {
            for (new, newColumns) in zip(added, addedColumns) {
                let common = Double(oldColumns.intersection(newColumns).count)
                let share = common / Double(max(1, oldColumns.union(newColumns).count))
                let likeness = 0.7 * share + 0.3 * Self.likeness(old.name, new.name)
                candidates.append(RenameCandidate(subject: .table, old: old.name, new: new.name, likeness: likeness))
            }
        }
        return candidates.sorted { $0.likeness > $1.likeness }
    }

    /// The columns of a table that may have been renamed, the likeliest first.
    ///
    /// - Parameter table: its name before.
    static func columns(of table: String, _ gone: [Table.Column], _ added: [Table.Column]) -> [RenameCandidate] {
        guard gone.count * added.count <= limit else { return [] }
        var candidates: [RenameCandidate] = []
        for old in gone {
            for new in added where old.isPrimaryKey == new.isPrimaryKey {
                candidates.append(
                    RenameCandidate(
                        subject: .column(of: table), old: old.name, new: new.name, likeness: old.likeness(to: new)))
            }
        }
        return candidates.sorted { $0.likeness > $1.likeness }
    }

    /// The values of an enum that may have been renamed, the likeliest first.
    static func values(of old: Table.Column, _ table: String, _ new: Table.Column) -> [RenameCandidate] {
        let (gone, added) = (old.valuesGone(in: new), new.valuesGone(in: old))
        guard gone.count * added.count <= limit else { return [] }
        return gone.flatMap { word in
            added.map { newWord in
                RenameCandidate(
                    subject: .value(of: table, column: old.name), old: word, new: newWord,
                    likeness: likeness(word, newWord))
            }
        }.sorted { $0.likeness > $1.likeness }
    }

    /// How much two names have in common: the letters that need no change.
    fileprivate static func likeness(_ a: String, _ b: String) -> Double {
        let (a, b) = (Array(a.lowercased().utf8), Array(b.lowercased().utf8))
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        var row = Array(0...b.count)
        for (line, letter) in a.enumerated() {
            var corner = row[0]
            row[0] = line + 1
            for (place, other) in b.enumerated() {
                let change = corner + (letter == other ? 0 : 1)
                corner = row[place + 1]
                row[place + 1] = min(change, corner + 1, row[place] + 1)
            }
        }
        return 1 - Double(row[b.count]) / Double(max(a.count, b.count))
    }
}

extension Table {
    fileprivate var signature: Set<String> {
        Set(columns.map { "\($0.name) \($0.type.structure.word)" })
    }
}

extension Table.Column {
    fileprivate func likeness(to other: Table.Column) -> Double {
        var likeness = 0.4 * RenameCandidate.likeness(name, other.name)
        if type.structure == other.type.structure {
            likeness += 0.3
        } else if type.word == other.type.word {
            likeness += 0.2
        }
        if reference?.table == other.reference?.table { likeness += 0.1 }
        if allowNull == other.allowNull { likeness += 0.1 }
        if defaultValue?.structure == other.defaultValue?.structure { likeness += 0.1 }
        return likeness
    }

    /// The values of this enum that another has not.
    func valuesGone(in other: Table.Column) -> [String] {
        guard type.word == "enum", other.type.word == "enum" else { return [] }
        let kept = Set(other.type.values)
        return type.values.filter { !kept.contains($0) }
    }
}
