import Testing

@testable import ScaffoldStorage

@Suite struct ColumnSetTests {
    @Test func `it holds positions once and in their order, however many columns there are`() {
        var set = ColumnSet()
        for column in [130, 3, 64, 0, 63, 3, 127, 128] { set.insert(column) }
        #expect(set.columns == [0, 3, 63, 64, 127, 128, 130])
        #expect(set.contains(63) && set.contains(64) && set.contains(130))
        #expect(!set.contains(1) && !set.contains(129) && !set.contains(1000))
    }

    @Test func `what is removed is not there any more, and what was not there may be removed`() {
        var set: ColumnSet = [1, 70]
        set.remove(70)
        set.remove(5)
        set.remove(500)
        #expect(set.columns == [1])
        set.remove(1)
        #expect(set.isEmpty)
        #expect(set.columns.isEmpty)
    }

    @Test func `sets are equal when they hold the same, whatever was added before`() {
        var set: ColumnSet = [2, 99]
        #expect(set != [2])
        set.remove(99)
        #expect(set == [2])
        #expect(set != [3])
    }

    @Test func `the positions at which rows differ are found, however many columns there are`() {
        let row = (0..<130).map { Value.integer($0) }
        var other = row
        #expect(ColumnSet(differing: row, from: other).isEmpty)
        for column in [0, 63, 64, 129] { other[column] = .null }
        #expect(Array(ColumnSet(differing: row, from: other)) == [0, 63, 64, 129])
        // what is missing is different
        #expect(ColumnSet(differing: [.null, .null], from: [.null]).columns == [1])
    }

    @Test func `a position that is none is left out`() {
        var set: ColumnSet = [4, -1]
        set.remove(-1)
        #expect(set == [4])
        #expect(!set.contains(-1))
    }
}
