/// A joined row, read from the cells behind its owner's.
final class JoinAttachment<Owner, Target: Model>: Attachment<Owner> {
    private let start: Int
    private let keyCell: Int
    private let nested: Attachment<Target>?
    private let place: JoinedProperty<Owner, Target>

    /// - Parameters:
    ///   - start: where its cells start in the row.
    ///   - keyCell: a cell that is null only when no row was joined.
    ///   - place: where the row goes.
    init(start: Int, keyCell: Int, nested: Attachment<Target>?, place: JoinedProperty<Owner, Target>) {
        self.start = start
        self.keyCell = keyCell
        self.nested = nested
        self.place = place
    }

    override func read(_ record: inout Owner, _ row: Row) throws {
        guard !row.isNull(keyCell) else { return readNone(&record) }
        try place.read(&record, row.from(start)) { target in
            try forEachNested { try $0.read(&target, row) }
        }
    }

    // apart from `read`, which would look for the type of the optional at each row
    @inline(never)
    private func readNone(_ record: inout Owner) {
        place.store(&record, nil)
        skip()
    }

    override func skip() {
        forEachNested { $0.skip() }
    }

    override var needsFetch: Bool {
        var needs = false
        forEachNested { needs = needs || $0.needsFetch }
        return needs
    }

    override func fetch(_ reader: Reader) throws {
        try forEachNested { try $0.fetch(reader) }
    }

    override func finish(_ record: inout Owner, at index: Int) throws {
        guard var target = place.loaded(record) else { return }
        try forEachNested { try $0.finish(&target, at: index) }
        place.store(&record, target)
    }

    private func forEachNested(_ body: (Attachment<Target>) throws -> Void) rethrows {
        var attachment = nested
        while let current = attachment {
            try body(current)
            attachment = current.next
        }
    }
}

extension Model {
    /// Reads a row; an error names model and attribute.
    @inlinable
    static func read(_ row: Row) throws -> Self {
        do {
            return try Self(row: row)
        } catch let error as ColumnDecodingError {
            throw error.named(by: table)
        }
    }
}
