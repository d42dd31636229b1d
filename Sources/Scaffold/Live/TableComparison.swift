/// Compares one table of a live database with what its engine makes of the schema's.
struct TableComparison {
    let found: LiveTable
    let like: LiveTable
    let wanted: Table
    let recorded: Table?

    var differences: [Drift.Difference] = []
    var notes: [String] = []
    /// Columns whose types are the same in the schema's words and not in the engine's.
    private(set) var kin: [TypeKin] = []
    /// The table as it is, in the schema's words wherever both are the same.
    var table: Table

    /// - Parameters:
    ///   - found: the table as it is.
    ///   - like: what the engine makes of the wanted one.
    ///   - recorded: what the migrations have made; indexes that are neither there nor wanted are somebody's own.
    init(of found: LiveTable, like: LiveTable, wanted: Table, recorded: Table?) {
        (self.found, self.like, self.wanted, self.recorded) = (found, like, wanted, recorded)
        table = wanted
        table.columns = []
        table.indexes = []
    }

    mutating func run() {
        compareColumns()
        compareKeys()
        compareIndexes()
        for other in found.others where !like.others.contains(other) { note("\(other): left alone") }
    }

    mutating func add(_ kind: Drift.Difference.Kind, _ subject: String, _ text: String) {
        differences.append(Drift.Difference(kind: kind, subject: subject, text: "\(subject): \(text)"))
    }

    mutating func note(_ text: String) { notes.append("the table '\(found.name)' has \(text)") }
}

/// Two types of an engine that the schema has one word for.
struct TypeKin: Hashable, Comparable, Sendable {
    var there: String
    /// What a migration would make.
    var own: String

    static func < (a: TypeKin, b: TypeKin) -> Bool { (a.there, a.own) < (b.there, b.own) }
}

// Columns.
extension TableComparison {
    private mutating func compareColumns() {
        for column in wanted.columns {
            let subject = "\(wanted.model).\(column.attribute)"
            guard let there = found.table.column(named: column.name), let like = like.table.column(named: column.name)
            else {
                add(.missing, subject, "the column '\(column.name)' is missing in the database")
                continue
            }
            table.columns.append(compare(column, there, like, subject))
        }
        for column in found.table.columns where wanted.column(named: column.name) == nil {
            let known = recorded?.column(named: column.name)
            let type = found.typeText(of: column)
            add(
                .extra, "\(wanted.model).\(known?.attribute ?? column.name)",
                "the column '\(column.name)', \(type), is in the database and not in the schema")
            var column = column.inKnownWords
            column.attribute = known?.attribute ?? column.name
            table.columns.append(column)
        }
    }

    /// The column as it is. Whatever the engine says is the same, is said as the schema says it.
    private mutating func compare(
        _ column: Table.Column, _ there: Table.Column, _ like: Table.Column, _ subject: String
    ) -> Table.Column {
        var merged = column
        let natives = (there: found.natives[column.name], like: self.like.natives[column.name])
        if there.type == .unknown {
            let type = found.typeText(of: there)
            notes.append("\(subject) is \(type) in the database, which the schema has no word for: left alone")
        } else if there.type.structure != like.type.structure {
            merged.type = there.type.known
            differ(subject, column.type.written, found.typeText(of: there))
        } else if let native = natives.there?.type, let own = natives.like?.type, native != own,
            there.type.word != "enum"
        {
            kin.append(TypeKin(there: native, own: own))
        }
        if !column.isPrimaryKey, there.allowNull != like.allowNull {
            merged.allowNull = there.allowNull
            differ(subject, Self.nullText(like.allowNull), Self.nullText(there.allowNull))
        }
        let isSameDefault =
            there.defaultValue?.structure == like.defaultValue?.structure
            || natives.there?.defaultValue != nil && natives.there?.defaultValue == natives.like?.defaultValue
        if !isSameDefault {
            merged.defaultValue = there.defaultValue
            differ(subject, Self.defaultText(like.defaultValue), Self.defaultText(there.defaultValue))
        }
        if there.reference != like.reference {
            merged.reference = there.reference
            differ(subject, Self.referenceText(like.reference), Self.referenceText(there.reference))
        }
        if there.comment != like.comment {
            merged.comment = there.comment
            differ(subject, Self.commentText(like.comment), Self.commentText(there.comment))
        }
        if natives.there?.generated != nil { notes.append("\(subject) is worked out by the database: left alone") }
        return merged
    }

    mutating func differ(_ subject: String, _ schema: String, _ database: String) {
        add(.different, subject, "\(schema) in the schema, \(database) in the database")
    }

    private static func nullText(_ allowNull: Bool) -> String { allowNull ? "null allowed" : "null not allowed" }

    private static func defaultText(_ value: DefaultValue?) -> String {
        guard let words = value?.recorded else { return "no default value" }
        return "the default value \(words.count > 1 ? "'\(words[1])'" : words[0])"
    }

    private static func referenceText(_ reference: Table.ForeignKey?) -> String {
        guard let reference else { return "no foreign key" }
        return "a foreign key to \(reference.table).\(reference.column) (on delete \(reference.onDelete.rawValue), "
            + "on update \(reference.onUpdate.rawValue))"
    }

    private static func commentText(_ comment: String?) -> String {
        comment.map { "the comment '\($0)'" } ?? "no comment"
    }
}

// The key.
extension TableComparison {
    private mutating func compareKeys() {
        let (there, like) = (found.table.primaryKey, like.table.primaryKey)
        var key = wanted.primaryKey
        if there.columns != like.columns {
            key.columns = there.columns
            differ(wanted.model, Self.keyText(like.columns), Self.keyText(there.columns))
        }
        if there.autoIncrement != like.autoIncrement {
            key.autoIncrement = there.autoIncrement
            differ(wanted.model, Self.counterText(like.autoIncrement), Self.counterText(there.autoIncrement))
        }
        table.primaryKey = key
    }

    private static func keyText(_ columns: [String]) -> String {
        columns.isEmpty ? "no primary key" : "the primary key (\(columns.joined(separator: ", ")))"
    }

    private static func counterText(_ counts: Bool) -> String {
        counts ? "a key that counts up" : "a key that does not"
    }
}

extension LiveTable {
    /// A column's type: the schema's word, or the engine's where there is none.
    func typeText(of column: Table.Column) -> String {
        column.type == .unknown ? natives[column.name]?.type ?? "of an unknown type" : column.type.written
    }
}
