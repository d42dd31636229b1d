/// What a step of a migration does to values that the database holds.
enum ValueFate: Equatable, Sendable {
    /// They stay what they are.
    case kept
    /// They stay, or the database refuses the step because one does not fit.
    case checked
    /// A part of them is gone afterwards, in silence.
    case lost(String)
}

extension Operation {
    /// What is gone after it, in words; nil where nothing is.
    var loss: String? {
        switch self {
        case .dropTable(let table): "the table '\(table.name)' goes with every row in it"
        case .removeColumn(let table, let column):
            "the column '\(column.name)' of the table '\(table)' goes with what it holds"
        case .changeColumn(let table, let old, let new):
            if case .lost(let what) = old.type.fate(as: new.type) {
                "the column '\(new.name)' of the table '\(table)' becomes \(new.type.written), and \(what)"
            } else {
                nil
            }
        default: nil
        }
    }
}

extension ColumnType {
    /// What becomes of values of this type in a column of another.
    func fate(as new: ColumnType) -> ValueFate {
        if structure == new.structure { return .kept }
        switch (word, new.word) {
        case ("date", "dateonly"): return .lost("what is behind the day is cut off")
        case ("date", "time"): return .lost("the day is cut off")
        case ("double", "float"), ("decimal", "float"), ("decimal", "double"), ("bigint", "float"),
            ("integer", "float"),
            ("bigint", "double"):
            return .lost("digits that it cannot hold are rounded")
        case ("smallint", "integer"), ("smallint", "bigint"), ("integer", "bigint"), ("float", "double"),
            ("char", "text"),
            ("string", "text"), ("enum", "text"), ("uuid", "text"), ("smallint", "double"), ("integer", "double"):
            return .kept
        case ("string", "string"), ("char", "char"), ("char", "string"):
            return (numbers.first ?? 255) <= (new.numbers.first ?? 255) ? .kept : .checked
        case ("enum", "enum"): return Set(values).isSubset(of: new.values) ? .kept : .checked
        case (_, "password"): return .lost("what it holds is no hash, so nobody can sign in with it")
        default: return .checked
        }
    }

    /// `decimal(10, 2)`.
    var written: String {
        let arguments = numbers.map { "\($0)" } + values
        return word + (arguments.isEmpty ? "" : "(\(arguments.joined(separator: ", ")))")
    }
}
