/// What is read of each row of a model, and how: the whole model with its includes, or a part of it.
struct Shape<Record: Sendable>: Sendable {
    /// Adds the columns and joins to a statement; what else is to be read with each record comes back.
    let select: @Sendable (inout SelectStatement, TablePlace) throws -> Attachment<Record>?
    /// Reads a record from a row whose first cells are its own.
    let make: @Sendable (Row) throws -> Record
}

extension Shape where Record: Model {
    /// The whole model.
    static func model(_ includes: [Include<Record>]) -> Shape {
        Shape { statement, place in
            let start = statement.addColumns(of: place)
            return try attach(includes, to: &statement, place, start)
        } make: {
            try Record(row: $0)
        }
    }

    /// Adds what is read along to the statement that reads its owner, whose columns start at a position.
    static func attach(
        _ includes: [Include<Record>], to statement: inout SelectStatement, _ place: TablePlace, _ start: Int
    ) throws -> Attachment<Record>? {
        try Attachment.chain(includes.count) { try includes[$0].attach(&statement, place, start) }
    }
}

/// Something that is read along with a record: a joined row, or the rows of one further statement.
class Attachment<Record> {
    /// What is read along after this. (An array of them would look for its type at each row.)
    private(set) final var next: Attachment?

    /// Several, each behind the one before; nil for none.
    static func chain(_ count: Int, _ make: (Int) throws -> Attachment) rethrows -> Attachment? {
        guard count > 0 else { return nil }
        let first = try make(0)
        var last = first
        for index in 1..<count {
            let made = try make(index)
            last.next = made
            last = made
        }
        return first
    }

    /// Takes what it needs from the record's row.
    func read(_ record: inout Record, _ row: Row) throws {}

    /// Takes note that a joined record is not there, to stay in step with the rows.
    func skip() {}

    /// Runs its own statement, if it has one, after all rows were read.
    func fetch(_ reader: Reader) throws {}

    /// Hands over what was fetched for a row.
    func finish(_ record: inout Record, at index: Int) throws {}

    /// Whether `fetch` and `finish` have anything to do.
    var needsFetch: Bool { false }
}
