import Testing

@testable import ScaffoldStorage

@Suite struct QuestionMarksTests {
    @Test(arguments: [(0, ""), (1, "?"), (2, "?, ?"), (20, Array(repeating: "?", count: 20).joined(separator: ", "))])
    func `there are as many as values`(count: Int, expected: String) {
        #expect(QuestionMarks.list(count) == expected)
        #expect(SQLiteDialect().placeholders(from: 7, count: count) == expected)
    }
}
