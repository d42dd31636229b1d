import Foundation
import Testing

@testable import ScaffoldStorage

/// Arrays as columns: JSON in the database, typed in Swift.
struct ArrayElementTests {
    private func roundTrip<T: ColumnValue>(_ value: T) throws -> T {
        try Row(values: [value.value])[0]
    }

    @Test func `every element of the schema language comes back as it was`() throws {
        #expect(try roundTrip(["a", "b \"c\" \\ é 🎉", ""]) == ["a", "b \"c\" \\ é 🎉", ""])
        #expect(try roundTrip([1, -2, Int.max, Int.min]) == [1, -2, Int.max, Int.min])
        #expect(try roundTrip([0.1, -2.5]) == [0.1, -2.5])
        #expect(try roundTrip([true, false]) == [true, false])
        #expect(try roundTrip([Date(timeIntervalSince1970: 1.5)]) == [Date(timeIntervalSince1970: 1.5)])
        let day = try #require(DateOnly("2026-02-28"))
        #expect(try roundTrip([day]) == [day])
        let time = try #require(TimeOfDay("09:30:00"))
        #expect(try roundTrip([time]) == [time])
        let id = UUID()
        #expect(try roundTrip([id]) == [id])
        #expect(try roundTrip([Decimal.exact("12345678901234567890.12")]) == [Decimal.exact("12345678901234567890.12")])
        #expect(try roundTrip([String]()) == [])
        #expect(try roundTrip([UInt8]([0, 255])) == [0, 255])
    }

    @Test func `an array is JSON, and bytes are a blob`() {
        #expect(["a", "b"].value == .text(#"["a","b"]"#))
        #expect([UInt8]([1]).value == .blob([1]))
    }

    @Test(arguments: ["{}", "[1, \"a\"]", "[null]", "[1.5]", "not json", "", "[9223372036854775808]"])
    func `a cell that holds something else is a typed error`(text: String) {
        #expect(throws: ColumnDecodingError.self) { try [Int].decode(Row(values: [.text(text)]), at: 0) }
    }

    @Test func `null is no array`() throws {
        #expect(throws: ColumnDecodingError.self) { try [Int].decode(Row(values: [.null]), at: 0) }
        #expect(try [Int]?.decode(Row(values: [.null]), at: 0) == nil)
    }

    @Test func `exact digits make that decimal, anything else is not a number`() {
        #expect(Decimal.exact("0.1") == Decimal(sign: .plus, exponent: -1, significand: 1))
        #expect("\(Decimal.exact("-12345678901234567890.123456789"))" == "-12345678901234567890.123456789")
        #expect(Decimal.exact("1x").isNaN && Decimal.exact("").isNaN)
    }
}
