/// The rows at the other end of an association, read by one further statement for all owners together.
final class LoadAttachment<Owner, Target: Model, Child: Sendable>: Attachment<Owner> {
    private let relation: Relation
    private let keyCell: Int
    private let query: Query<Target>
    private let shape: Shape<Child>
    private let store: (inout Owner, [Child]) -> Void
    private var keys: [Value] = []
    private var children: [Child] = []
    /// Where each owner's children stand: beside each other, unless the database takes different keys as the same.
    private var places: [Value: [Range<Int>]] = [:]

    /// - Parameters:
    ///   - keyCell: where the owner's key stands in its row.
    ///   - query: conditions and order of the rows.
    ///   - shape: what is read of them.
    init(
        _ relation: Relation, keyCell: Int, _ query: Query<Target>, _ shape: Shape<Child>,
        store: @escaping (inout Owner, [Child]) -> Void
    ) {
        self.relation = relation
        self.keyCell = keyCell
        self.query = query
        self.shape = shape
        self.store = store
    }

    override func read(_ record: inout Owner, _ row: Row) throws {
        keys.append(try row.value(at: keyCell))
    }

    override func skip() {
        keys.append(.null)
    }

    override var needsFetch: Bool { true }

    override func fetch(_ reader: Reader) throws {
        places.reserveCapacity(keys.count)
        for key in keys where key != .null { places[key] = [] }
        var rest = Array(places.keys)[...]
        while !rest.isEmpty {
            // half of what a statement may bind is left to the conditions
            let chunk = Array(rest.prefix(max(1, reader.dialect.maximumValues / 2)))
            rest = rest.dropFirst(chunk.count)
            let (rows, owners) = try reader.rows(query, shape, of: relation, chunk)
            var start = 0
            for end in 1..<owners.count + 1 where end == owners.count || owners[end] != owners[start] {
                places[owners[start], default: []].append(children.count + start..<children.count + end)
                start = end
            }
            children += rows
        }
    }

    override func finish(_ record: inout Owner, at index: Int) throws {
        guard let places = places[keys[index]], let first = places.first else { return store(&record, []) }
        store(&record, places.count == 1 ? copies(first) : places.flatMap(copies))
    }

    /// The children at these places. (A slice of the array would look for its own type first.)
    private func copies(_ places: Range<Int>) -> [Child] {
        Array(unsafeUninitializedCapacity: places.count) { room, count in
            for place in places {
                room.initializeElement(at: count, to: children[place])
                count += 1
            }
        }
    }
}
