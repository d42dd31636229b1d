/// What conditions compare, orders sort by and selections take, without its type: a column of the table at hand, or
/// what is worked out from it.
enum Term: Sendable {
    case column(Int)
    case value(Value)
    /// What stands at a path of JSON, as text.
    indirect case json(Term, [JSONPathStep])
    /// The number that a text is, null for one that is none.
    indirect case number(Term)
    /// A text with letters of either case made the same.
    indirect case folded(Term)
    indirect case aggregate(Aggregate, Term)
    /// A term of the row at the other end of a relation, or an aggregate of the rows there.
    indirect case related(RelatedRows, Term)
    /// SQL of the app's own.
    case sql([Piece])

    /// A part of SQL of the app's own.
    enum Piece: Sendable {
        case text(String)
        case term(Term)
    }

    /// One value made of those of many rows; the raw value is how it opens in SQL.
    enum Aggregate: String, Sendable {
        case count = "COUNT("
        case distinctCount = "COUNT(DISTINCT "
        case sum = "SUM("
        case avg = "AVG("
        case min = "MIN("
        case max = "MAX("
    }
}

extension Term {
    /// Whether it is made of many rows of the table at hand.
    var isAggregate: Bool {
        switch self {
        case .column, .value, .related: false
        case .json(let term, _), .number(let term), .folded(let term): term.isAggregate
        case .aggregate: true
        case .sql(let pieces): pieces.contains { if case .term(let term) = $0 { term.isAggregate } else { false } }
        }
    }

    /// Whether values are bound in it. Such a term is written once and where its values are in their order.
    var bindsValues: Bool {
        switch self {
        case .column: false
        case .value, .number: true
        case .json(let term, _), .folded(let term), .aggregate(_, let term): term.bindsValues
        case .related(let rows, let term):
            rows.condition != nil || rows.through != nil || rows.relation.bindsValues || term.bindsValues
        case .sql(let pieces): pieces.contains { if case .term(let term) = $0 { term.bindsValues } else { false } }
        }
    }

    /// The column, if it is one as it stands.
    var column: Int? {
        guard case .column(let column) = self else { return nil }
        return column
    }
}
