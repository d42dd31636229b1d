/// Positions of columns, each at most once and in their order: a bit for each.
struct ColumnSet: Sendable, Hashable, ExpressibleByArrayLiteral {
    private var words: [UInt64] = []

    init() {}

    init(arrayLiteral columns: Int...) {
        for column in columns { insert(column) }
    }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    func contains(_ column: Int) -> Bool {
        let (word, bit) = Self.place(of: column)
        return words.indices.contains(word) && words[word] & bit != 0
    }

    /// Adds a position; one below 0 is none.
    mutating func insert(_ column: Int) {
        let (word, bit) = Self.place(of: column)
        guard word >= 0 else { return }
        while words.count <= word { words.append(0) }
        words[word] |= bit
    }

    mutating func remove(_ column: Int) {
        let (word, bit) = Self.place(of: column)
        guard words.indices.contains(word) else { return }
        words[word] &= ~bit
    }

    /// The positions in their order.
    var columns: [Int] {
        var columns: [Int] = []
        columns.reserveCapacity(words.reduce(0) { $0 + $1.nonzeroBitCount })
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                columns.append(index * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return columns
    }

    /// Two sets are equal when they hold the same, whatever was added and removed before.
    static func == (left: ColumnSet, right: ColumnSet) -> Bool {
        left.words == right.words || left.columns == right.columns
    }

    func hash(into hasher: inout Hasher) {
        for word in words where word != 0 { hasher.combine(word) }
    }

    private static func place(of column: Int) -> (word: Int, bit: UInt64) {
        (column >> 6, 1 << UInt64(column & 63))
    }
}
