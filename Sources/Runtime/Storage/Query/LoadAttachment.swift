/// The rows at the other end of an association, read by one further statement for all owners together.
final class LoadAttachment<Owner, Target: Model, Child: Sendable>: Attachment<Owner> {
    /// Keeps the rows of an owner, which are only lent to it. (It makes the array where the type of the rows is known:
    /// here each array would look for its own first.)
    typealias Store = @Sendable (inout Owner, UnsafeBufferPointer<Child>) -> Void

    private let relation: Relation
    private let keyCell: Int
    private let query: Query<Target>
    private let shape: Shape<Child>
    private let store: Store
    /// The owners' keys, each once, and the number of each.
    private var keys: [Value] = []
    private var numbers: [Value: Int] = [:]
    /// The number of each owner's key; nil where that is null.
    private var owners: [Int?] = []
    private var children: CollectedRecords<Child>?
    /// Where the children of each key stand.
    private var places: [Range<Int>] = []
    /// And where others do: the database took a different key as the same, and put its rows between them.
    private var furtherPlaces: [Int: [Range<Int>]] = [:]

    /// - Parameters:
    ///   - keyCell: where the owner's key stands in its row.
    ///   - query: conditions and order of the rows.
    ///   - shape: what is read of them.
    init(
        _ relation: Relation, keyCell: Int, _ query: Query<Target>, _ shape: Shape<Child>, store: @escaping Store
    ) {
        self.relation = relation
        self.keyCell = keyCell
        self.query = query
        self.shape = shape
        self.store = store
    }

    override func read(_ record: inout Owner, _ row: Row) throws {
        let key = try row.value(at: keyCell)
        owners.append(key == .null ? nil : number(of: key))
    }

    private func number(of key: Value) -> Int {
        if let known = numbers[key] { return known }
        numbers[key] = keys.count
        keys.append(key)
        return keys.count - 1
    }

    override func skip() {
        owners.append(nil)
    }

    override var needsFetch: Bool { true }

    override func fetch(_ reader: Reader) throws {
        places = Array(repeating: 0..<0, count: keys.count)
        var rest = keys[...]
        while !rest.isEmpty {
            // half of what a statement may bind is left to the conditions
            let chunk = Array(rest.prefix(max(1, reader.dialect.maximumValues / 2)))
            rest = rest.dropFirst(chunk.count)
            let (records, runs) = try reader.rows(query, shape, of: relation, chunk)
            var start = children?.count ?? 0
            for run in runs {
                note(start..<start + run.count, for: run.owner)
                start += run.count
            }
            if let children { children.append(records) } else { children = records }
        }
    }

    private func note(_ range: Range<Int>, for owner: Value) {
        guard let number = numbers[owner] else { return }
        if places[number].isEmpty {
            places[number] = range
        } else {
            furtherPlaces[number, default: []].append(range)
        }
    }

    override func finish(_ record: inout Owner, at index: Int) throws {
        guard let children, let number = owners[index] else {
            return store(&record, UnsafeBufferPointer(start: nil, count: 0))
        }
        if !furtherPlaces.isEmpty, let further = furtherPlaces[number] {
            let all = ([places[number]] + further).flatMap { Array(children[$0]) }
            all.withUnsafeBufferPointer { store(&record, $0) }
        } else {
            store(&record, children[places[number]])
        }
    }
}
