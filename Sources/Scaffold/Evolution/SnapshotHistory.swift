#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What a snapshot knows beside the tables themselves, so that two branches whose lines git has put together can be told
/// apart: which run last changed a line, and what went when. A line that came back with the other branch's lines is as
/// gone as its stone says.
struct SnapshotHistory: Equatable, Sendable {
    /// What a line is about: a table, or a column or an index of one.
    struct Subject: Hashable, Comparable, Sendable {
        enum Kind: Int, Sendable { case table, column, index }

        var table: String
        var kind = Kind.table
        /// Empty for the table itself.
        var name = ""

        static func < (a: Subject, b: Subject) -> Bool {
            (a.table, a.kind.rawValue, a.name) < (b.table, b.kind.rawValue, b.name)
        }
    }

    /// The stamp of the migration that last changed what a line says; none for what is as it was first made.
    var changed: [Subject: String] = [:]
    /// The stamp of the migration that made a thing again that had been gone.
    var made: [Subject: String] = [:]
    /// The stamp of the migration that took a thing away.
    var dropped: [Subject: String] = [:]
    /// What tables that went are called now.
    var renamed: [String: String] = [:]
    /// The last migrations as each branch knew them; one list where there were no two branches.
    var heads: [[String]] = []

    /// So many migrations a branch is told by.
    private static let headLength = 20
    /// A stone is kept so long: no branch is merged that is older.
    private static let days = 365.0

    /// Whether a thing is gone, and no line says that it was made again since. A change by a branch that did not know
    /// that it went does not bring it back.
    func isGone(_ subject: Subject, madeAt stamp: String?) -> Bool {
        dropped[subject].map { $0 >= stamp ?? "" } ?? false
    }

    /// The stamp of the line about a thing that counts.
    func latest(_ subject: Subject) -> String { max(changed[subject] ?? "", made[subject] ?? "") }

    /// The name that a table has now.
    func nameNow(of table: String) -> String {
        var name = table
        for _ in 0..<renamed.count {
            guard dropped[Subject(table: name)] != nil, let next = renamed[name] else { break }
            name = next
        }
        return name
    }
}

extension SnapshotHistory {
    /// The history after a run that leads from one state of the tables to the next.
    ///
    /// - Parameters:
    ///   - renames: the tables that it gave another name, in order.
    ///   - stamp: the run's last migration.
    ///   - migrations: all that there are then.
    func advanced(
        from old: [Table], to new: [Table], renames: [(old: String, new: String)], stamp: Timestamp,
        migrations: [MigrationName]
    ) -> SnapshotHistory {
        var next = self
        for rename in renames { next.rename(rename.old, to: rename.new, at: "\(stamp)") }
        var before: [String: Table] = [:]
        for table in old {
            let name = renames.reduce(table.name) { $1.old == $0 ? $1.new : $0 }
            before[name] = table
        }
        for table in new {
            let was = before.removeValue(forKey: table.name)
            next.note(was, table, at: "\(stamp)")
        }
        for name in before.keys { next.bury(name, at: "\(stamp)") }
        let head = migrations.sorted().suffix(Self.headLength).map(\.text)
        next.heads = head.isEmpty ? [] : [head]
        if next.dropped != dropped || next.changed != changed { next.forget(before: stamp) }
        return next
    }

    private mutating func note(_ old: Table?, _ new: Table, at stamp: String) {
        let subject = Subject(table: new.name)
        guard let old else {
            if dropped.removeValue(forKey: subject) != nil { made[subject] = stamp }
            renamed[new.name] = nil
            return
        }
        if (old.model, old.slug, old.primaryKey.columns) != (new.model, new.slug, new.primaryKey.columns) {
            changed[subject] = stamp
        }
        note(
            old.columns.map { ($0.name, $0) }, new.columns.map { ($0.name, $0) }, .column, of: new.name, at: stamp)
        note(old.indexes.map { ($0.name, $0) }, new.indexes.map { ($0.name, $0) }, .index, of: new.name, at: stamp)
    }

    private mutating func note<Thing: Equatable>(
        _ old: [(String, Thing)], _ new: [(String, Thing)], _ kind: Subject.Kind, of table: String, at stamp: String
    ) {
        var before = Dictionary(old) { first, _ in first }
        for (name, thing) in new {
            let subject = Subject(table: table, kind: kind, name: name)
            let was = before.removeValue(forKey: name)
            if dropped.removeValue(forKey: subject) != nil { made[subject] = stamp }
            if let was, was != thing { changed[subject] = stamp }
        }
        for name in before.keys {
            let subject = Subject(table: table, kind: kind, name: name)
            (changed[subject], made[subject]) = (nil, nil)
            dropped[subject] = stamp
        }
    }

    private mutating func rename(_ table: String, to newName: String, at stamp: String) {
        func moved(_ stamps: [Subject: String]) -> [Subject: String] {
            var result: [Subject: String] = [:]
            for (subject, stamp) in stamps {
                var subject = subject
                if subject.table == table { subject.table = newName }
                result[subject] = stamp
            }
            return result
        }
        (changed, made, dropped) = (moved(changed), moved(made), moved(dropped))
        if dropped.removeValue(forKey: Subject(table: newName)) != nil { made[Subject(table: newName)] = stamp }
        renamed[newName] = nil
        dropped[Subject(table: table)] = stamp
        renamed[table] = newName
    }

    /// The stone of a table stands for all that was in it.
    private mutating func bury(_ table: String, at stamp: String) {
        changed = changed.filter { $0.key.table != table }
        made = made.filter { $0.key.table != table }
        dropped = dropped.filter { $0.key.table != table }
        dropped[Subject(table: table)] = stamp
    }

    private mutating func forget(before stamp: Timestamp) {
        let oldest = "\(Timestamp(stamp.date.addingTimeInterval(-Self.days * 86_400)))"
        dropped = dropped.filter { $0.value >= oldest }
        renamed = renamed.filter { dropped[Subject(table: $0.key)] != nil }
    }
}
