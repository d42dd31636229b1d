/// What a partial read takes of a model: columns, columns of joined rows, rows of further statements.
///
/// ```swift
/// static let selection = Selection<Post, PostView> {
///     $0.columns(\.id, \.title)
///     $0.join(\.author) { $0.columns(\.id, \.firstName) }
///     $0.load(\.tags, into: \.tags)
/// }
/// ```
public struct Selection<Base: Model, Record: Sendable>: Sendable {
    private let parts: SelectedParts<Base>
    private let loads: [Loading<Record>]
    private let heads = SelectedHeads()

    /// A selection as the closure puts it together; cells stand in rows in the order of its calls.
    public init(_ build: (inout SelectionBuilder<Base, Record>) -> Void) {
        var builder = SelectionBuilder<Base, Record>()
        build(&builder)
        self.init(builder.parts, builder.loads)
    }

    /// The attribute of each cell of a row, in their order; nil for what is worked out.
    package var attributes: [TableDefinition.Attribute?] { parts.attributes }

    /// What is read of the rows themselves, a joined row or a loaded list standing for one that no group has.
    var terms: [Term] { parts.terms + loads.map { .column($0.keyColumn) } }

    init(_ parts: SelectedParts<Base>, _ loads: [Loading<Record>] = []) {
        self.parts = parts
        self.loads = loads
    }

    /// How the records are read.
    func shape(_ make: @escaping @Sendable (Row) throws -> Record) -> Shape<Record> {
        Shape(
            select: { [parts, loads, heads] statement, place in
                let head = try heads.head(for: statement) { statement in
                    try parts.add(to: &statement, place)
                    return loads.map { statement.addColumn($0.keyColumn, of: place) }
                }
                statement.add(head)
                return try Attachment.chain(loads.count) { try loads[$0].attach(head.keyCells[$0]) }
            }, make: make)
    }
}

extension Projection {
    static var shape: Shape<Self> { selection.shape { try Self(row: $0) } }
}

/// A further statement of a selection.
struct Loading<Record: Sendable>: Sendable {
    /// The column of the base that leads to the other end.
    let keyColumn: Int
    /// What reads it, given where that column stands in a row.
    let attach: @Sendable (Int) throws -> Attachment<Record>
}

/// Columns of a model and of what is joined to it, in their order.
struct SelectedParts<M: Model>: Sendable {
    private enum Part: Sendable {
        case term(Term)
        case through(TableDefinition, [Term]?)
        case join(
            Relation, [TableDefinition.Attribute?], @Sendable (inout SelectStatement, TablePlace) throws -> Void)
    }

    private var parts: [Part] = []

    mutating func add(_ term: Term) {
        parts.append(.term(term))
    }

    /// Takes columns of the table between; all without any named.
    mutating func add(_ terms: [Term]?, through table: TableDefinition) {
        parts.append(.through(table, terms))
    }

    var terms: [Term] {
        parts.compactMap { part in
            switch part {
            case .term(let term): term
            case .join(let relation, _, _): .column(relation.ownerColumn)
            case .through: nil
            }
        }
    }

    /// The attribute of each cell, in their order; nil for what is worked out.
    var attributes: [TableDefinition.Attribute?] {
        parts.flatMap { part in
            switch part {
            case .term(let term): [M.table.attribute(of: term)]
            case .through(let table, let terms?): terms.map(table.attribute(of:))
            case .through(let table, nil): table.attributes
            case .join(_, let attributes, _): attributes
            }
        }
    }

    mutating func add<Target>(join relation: Relation, _ nested: SelectedParts<Target>) {
        parts.append(.join(relation, nested.attributes) { try nested.add(to: &$0, $1) })
    }

    func add(to statement: inout SelectStatement, _ place: TablePlace) throws {
        for part in parts {
            switch part {
            case .term(let term): try statement.addColumn(term, of: place)
            case .through(let table, let terms): try statement.addColumns(terms, through: table)
            case .join(let relation, _, let add):
                let isThere = relation.target.deletedAt.map { Clause.null($0) }
                try add(&statement, statement.join(relation, from: place, where: isThere))
            }
        }
    }
}

extension TableDefinition {
    /// The attribute that a term is; nil for what is worked out.
    fileprivate func attribute(of term: Term) -> Attribute? {
        term.column.flatMap { attributes.indices.contains($0) ? attributes[$0] : nil }
    }
}
