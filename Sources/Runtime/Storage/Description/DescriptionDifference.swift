/// One way in which two descriptions of a database differ, said so that a person finds the place.
package struct DescriptionDifference: Sendable, Hashable, CustomStringConvertible {
    /// The table.
    package var table: String
    /// The part of it: `column title`, `index posts_user_id`; nil for the table as a whole.
    package var part: String?
    /// What there was, nil for nothing.
    package var before: String?
    /// What there is, nil for nothing.
    package var after: String?

    package var description: String {
        let place = [table, part].compactMap(\.self).joined(separator: ": ")
        switch (before, after) {
        case (let before?, let after?): return "\(place): was \(before), is \(after)"
        case (let before?, nil): return "\(place): is missing (\(before))"
        case (nil, let after?): return "\(place): is too much (\(after))"
        case (nil, nil): return place
        }
    }
}

extension [TableDescription] {
    /// What differs from tables that were there before, table by table; the order of columns does not count.
    package func differences(from before: [TableDescription]) -> [DescriptionDifference] {
        let old = Dictionary(before.map { ($0.name, $0) }) { first, _ in first }
        let new = Dictionary(map { ($0.name, $0) }) { first, _ in first }
        return Set(old.keys).union(new.keys).sorted().flatMap { name -> [DescriptionDifference] in
            switch (old[name], new[name]) {
            case (let old?, let new?): new.differences(from: old)
            case (_?, nil): [DescriptionDifference(table: name, before: "a table")]
            default: [DescriptionDifference(table: name, after: "a table")]
            }
        }
    }
}

extension TableDescription {
    /// What differs from the table as it was before; the order of columns does not count.
    package func differences(from before: TableDescription) -> [DescriptionDifference] {
        func differ(_ part: String?, _ old: String?, _ new: String?) -> [DescriptionDifference] {
            old == new ? [] : [DescriptionDifference(table: name, part: part, before: old, after: new)]
        }
        /// Those that only one side has.
        func compare<T: Hashable>(_ word: String, _ old: [T], _ new: [T], _ text: (T) -> (name: String, fact: String))
            -> [DescriptionDifference]
        {
            func part(_ item: T) -> String { "\(word) \(text(item).name)".trimmingBlanks }
            var rest = new
            var missing: [T] = []
            for item in old {
                if let place = rest.firstIndex(of: item) { rest.remove(at: place) } else { missing.append(item) }
            }
            return missing.map { DescriptionDifference(table: name, part: part($0), before: text($0).fact) }
                + rest.map { DescriptionDifference(table: name, part: part($0), after: text($0).fact) }
        }
        var found = differ("options", before.options, options) + differ("comment", before.comment, comment)
        let keys = (old: before.primaryKey.joined(separator: ", "), new: primaryKey.joined(separator: ", "))
        found += differ("primary key", keys.old.isEmpty ? nil : keys.old, keys.new.isEmpty ? nil : keys.new)
        if before.primaryKeyName != primaryKeyName {
            found += differ("name of the primary key", before.primaryKeyName?.text, primaryKeyName?.text)
        }
        for old in before.columns {
            if let new = column(old.name) {
                for (fact, words) in new.facts.sorted(by: { $0.key < $1.key }) {
                    found += differ("\(fact) of column \(old.name)", old.facts[fact] ?? nil, words)
                }
            } else {
                found.append(DescriptionDifference(table: name, part: "column \(old.name)", before: old.nativeType))
            }
        }
        for new in columns where before.column(new.name) == nil {
            found.append(DescriptionDifference(table: name, part: "column \(new.name)", after: new.nativeType))
        }
        found += compare("index", before.indexes, indexes) { ($0.name.text, $0.summary) }
        found += compare("foreign key", before.foreignKeys, foreignKeys) { ($0.name.text, $0.summary) }
        found += compare("check", before.checks, checks) { ($0.name.text, $0.expression) }
        found += compare("trigger", before.triggers, triggers) { ($0.name, $0.definition) }
        return found
    }
}

extension ColumnDescription {
    /// All that is known of it, each under a word for it.
    fileprivate var facts: [String: String?] {
        let values: String? =
            if case .enumeration(let values)? = type { values.joined(separator: ", ") } else { nil }
        return [
            "type": nativeType, "null": allowNull ? "allowed" : "not allowed", "default": nativeDefault,
            "counter": counter, "expression": generated, "collation": collation, "options": options,
            "comment": comment, "values": values,
        ]
    }
}

extension IndexDescription {
    /// `unique (userId, createdAt DESC) where …`
    fileprivate var summary: String {
        let fields = fields.map { field in
            let length = field.length.map { "(\($0))" } ?? ""
            let options = field.options.map { " \($0)" } ?? ""
            return "\(field.column ?? field.expression ?? "")\(length)\(field.descending ? " DESC" : "")\(options)"
        }
        let words = [
            unique ? "unique" : nil, isConstraint ? "constraint" : nil, method, "(\(fields.joined(separator: ", ")))",
            included.isEmpty ? nil : "with \(included.joined(separator: ", "))", condition.map { "where \($0)" },
        ]
        return words.compactMap(\.self).joined(separator: " ")
    }
}

extension ForeignKeyDescription {
    /// `(userId) to users (id), on delete CASCADE, on update NO ACTION`
    fileprivate var summary: String {
        "(\(columns.joined(separator: ", "))) to \(table) (\(keys.joined(separator: ", "))), on delete "
            + "\(onDelete.rawValue), on update \(onUpdate.rawValue)" + (options.map { ", \($0)" } ?? "")
    }
}

extension String {
    fileprivate var trimmingBlanks: String { hasSuffix(" ") ? String(dropLast()) : self }
}
