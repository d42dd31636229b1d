/// Positions of columns, each at most once and in their order: a bit for each.
struct ColumnSet: Sendable, Hashable, ExpressibleByArrayLiteral {
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
    var columns: [Int] {
        var columns: [Int] = []
        columns.reserveCapacity(others.reduce(first.nonzeroBitCount) { $0 + $1.nonzeroBitCount })
        Self.add(first, from: 0, to: &columns)
        for (index, word) in others.enumerated() { Self.add(word, from: (index + 1) * 64, to: &columns) }
        return columns
    }

    private static func add(_ word: UInt64, from start: Int, to columns: inout [Int]) {
        var rest = word
        while rest != 0 {
            columns.append(start + rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }

    /// Two sets are equal when they hold the same, whatever was added and removed before.
    static func == (left: ColumnSet, right: ColumnSet) -> Bool {
        left.first == right.first && (left.others == right.others || left.columns == right.columns)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(first)
        for word in others where word != 0 { hasher.combine(word) }
    }

    private static func place(of column: Int) -> (word: Int, bit: UInt64) {
        (column >> 6, 1 << UInt64(column & 63))
    }
}
