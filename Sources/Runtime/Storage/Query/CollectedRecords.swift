/// Records as they are read, while nobody knows how many there will be. Their type is not known here until the app
/// runs, and an array would look for its own at each of them; memory asks for nothing but their size.
struct CollectedRecords<Record>: ~Copyable {
    private var start = UnsafeMutablePointer<Record>.allocate(capacity: 4)
    private var room = 4
    private var count = 0

    deinit {
        start.deinitialize(count: count)
        start.deallocate()
    }

    mutating func append(_ record: consuming Record) {
        if count == room { grow() }
        (start + count).initialize(to: record)
        count += 1
    }

    private mutating func grow() {
        room *= 4
        let larger = UnsafeMutablePointer<Record>.allocate(capacity: room)
        larger.moveInitialize(from: start, count: count)
        start.deallocate()
        start = larger
    }

    /// Changes each of them; the closure is told its position too.
    func update(_ change: (inout Record, Int) throws -> Void) rethrows {
        for index in 0..<count { try change(&start[index], index) }
    }

    /// All of them; none is left.
    mutating func take() -> [Record] {
        defer { count = 0 }
        return Array(unsafeUninitializedCapacity: count) { [start, count] places, filled in
            places.baseAddress?.moveInitialize(from: start, count: count)
            filled = count
        }
    }
}
