import Testing

@testable import ScaffoldStorage

struct NumberedEnumerationTests {
    private enum Role: String, NumberedEnumeration {
        case user, admin
        var number: Int { self == .user ? 0 : 7 }
    }

    private enum Rank: String, StoredByNumber {
        case low, high
        var number: Int { self == .low ? 1 : 2 }
    }

    @Test func `JSON shows the number, the column holds the word`() throws {
        #expect(String(decoding: JSONWriter.bytes(of: Role.admin), as: UTF8.self) == "7")
        #expect(Role.admin.value == .text("admin"))
        #expect(try Role.decode(Row(values: [.text("admin")]), at: 0) == .admin)
        #expect(try Role.decode(Row(values: [.text("7")]), at: 0) == .admin)
        #expect(Role.numbers == [0, 7])
    }

    @Test func `a column of numbers holds the number`() throws {
        #expect(Rank.high.value == .integer(2))
        #expect(String(decoding: JSONWriter.bytes(of: Rank.high), as: UTF8.self) == "2")
        #expect(try Rank.decode(Row(values: [.integer(2)]), at: 0) == .high)
    }

    @Test func `what is no case is a typed error`() {
        #expect(throws: ColumnDecodingError.self) { try Role.decode(Row(values: [.text("8")]), at: 0) }
        #expect(throws: ColumnDecodingError.self) { try Rank.decode(Row(values: [.integer(3)]), at: 0) }
    }
}
