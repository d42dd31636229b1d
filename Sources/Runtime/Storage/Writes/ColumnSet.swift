/// Positions of columns, each at most once and in their order: a bit for each.
struct ColumnSet: Sendable, Equatable, ExpressibleByArrayLiteral {
    /// The first 64 positions; hardly a table has more, and those then need no memory of their own.
    private var first: UInt64 = 0
    private var others: [UInt64] = []

    init() {}

    init(_ columns: [Int]) {
        for column in columns { insert(column) }
    }

    init(arrayLiteral columns: Int...) {
        self.init(columns)
    }

    /// The positions at which two rows of one table differ.
    init(differing row: [Value], from other: [Value]) {
        // a value of an array would be copied to be compared
        row.withUnsafeBufferPointer { row in
            other.withUnsafeBufferPointer { other in
                for column in row.indices where column >= other.count || row[column] != other[column] {
                    insert(column)
                }
            }
        }
    }

    var isEmpty: Bool { first == 0 && others.allSatisfy { $0 == 0 } }

    func contains(_ column: Int) -> Bool {
        let (word, bit) = Self.place(of: column)
        if word == 0 { return first & bit != 0 }
        return others.indices.contains(word - 1) && others[word - 1] & bit != 0
    }

    /// Adds a position; one below 0 is none.
    mutating func insert(_ column: Int) {
        let (word, bit) = Self.place(of: column)
        if word == 0 { first |= bit }
        guard word > 0 else { return }
        while others.count < word { others.append(0) }
        others[word - 1] |= bit
    }

    mutating func remove(_ column: Int) {
        let (word, bit) = Self.place(of: column)
        if word == 0 { first &= ~bit }
        if others.indices.contains(word - 1) { others[word - 1] &= ~bit }
    }

    /// The positions in their order.
    var columns: [Int] { Array(self) }

    /// Two sets are equal when they hold the same, whatever was added and removed before.
    static func == (left: ColumnSet, right: ColumnSet) -> Bool {
        left.first == right.first && (left.others == right.others || left.columns == right.columns)
    }

    private static func place(of column: Int) -> (word: Int, bit: UInt64) {
        (column >> 6, 1 << UInt64(column & 63))
    }
}

extension ColumnSet: Sequence {
    func makeIterator() -> Iterator { Iterator(word: first, rest: others[...]) }

    /// Hands out the positions in their order.
    struct Iterator: IteratorProtocol {
        private var word: UInt64
        private var rest: ArraySlice<UInt64>
        private var start = 0

        fileprivate init(word: UInt64, rest: ArraySlice<UInt64>) {
            self.word = word
            self.rest = rest
        }

        mutating func next() -> Int? {
            while word == 0 {
                guard let next = rest.popFirst() else { return nil }
                word = next
                start += 64
            }
            defer { word &= word - 1 }
            return start + word.trailingZeroBitCount
        }
    }
}
