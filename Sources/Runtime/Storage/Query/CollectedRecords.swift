/// Records as they are read, while nobody knows how many there will be, with what is read along.
///
/// Their type is not known here until the app runs: an array would look for its own at each of them, and so would a
/// struct of this kind; memory asks for nothing but their size, and an object knows its type.
final class CollectedRecords<Record: Sendable> {
    private let make: @Sendable (Row) throws -> Record
    private let attachments: Attachment<Record>?
    private var start: UnsafeMutablePointer<Record>
    private var room: Int
    private(set) var count = 0

    /// - Parameter limit: how many there will be at most, where that is known.
    init(_ shape: Shape<Record>, _ attachments: Attachment<Record>?, limit: Int?) {
        room = max(1, min(limit ?? 4, 128))
        start = .allocate(capacity: room)
        make = shape.make
        self.attachments = attachments
    }

    deinit {
        start.deinitialize(count: count)
        start.deallocate()
    }

    /// Reads the record of a row.
    func read(_ row: Row) throws {
        if count == room { grow(to: room * 4) }
        let record = start + count
        record.initialize(to: try make(row))
        count += 1
        var attachment = attachments
        while let current = attachment {
            try current.read(&record.pointee, row)
            attachment = current.next
        }
    }

    /// Runs the further statements, and hands over what they read.
    func fetch(_ reader: Reader) throws {
        var attachment = attachments
        while let current = attachment {
            if current.needsFetch {
                try current.fetch(reader)
                for index in 0..<count { try current.finish(&start[index], at: index) }
            }
            attachment = current.next
        }
    }

    /// The records at some places, which stay here.
    subscript(places: Range<Int>) -> UnsafeBufferPointer<Record> {
        UnsafeBufferPointer(start: start + places.lowerBound, count: places.count)
    }

    /// Takes over all that others hold.
    func append(_ others: CollectedRecords) {
        if room < count + others.count { grow(to: count + others.count) }
        (start + count).moveInitialize(from: others.start, count: others.count)
        count += others.count
        others.count = 0
    }

    private func grow(to room: Int) {
        self.room = room
        let larger = UnsafeMutablePointer<Record>.allocate(capacity: room)
        larger.moveInitialize(from: start, count: count)
        start.deallocate()
        start = larger
    }

    /// All of them; none is left.
    func take() -> [Record] {
        defer { count = 0 }
        return Array(unsafeUninitializedCapacity: count) { [start, count] places, filled in
            places.baseAddress?.moveInitialize(from: start, count: count)
            filled = count
        }
    }
}
