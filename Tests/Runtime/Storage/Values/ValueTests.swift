import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct ValueTests {
    @Test func `a model can be read from the values it was written with`() throws {
        var values = Values()
        values.append(7)
        values.append("text")
        values.append(nil as Int?)
        values.append(true)
        values.append(Date(timeIntervalSince1970: 5))
        values.append(Decimal(string: "1.10"))
        values.append(UUID(uuidString: "5A0B5C1C-6C0F-4E8B-9C43-2C36D9C9C7B1"))
        let row = Row(values: values)
        #expect(row.count == 7)
        #expect(try row[0] as Int == 7)
        #expect(try row[0] as Int16 == 7)
        #expect(try row[1] as String == "text")
        #expect(try row[2] as Int? == nil)
        #expect(try row[3] as Bool)
        #expect(try row[4] as Date == Date(timeIntervalSince1970: 5))
        #expect(try row[5] as Decimal == Decimal(string: "1.1"))
        #expect(try row[6] as UUID? == UUID(uuidString: "5A0B5C1C-6C0F-4E8B-9C43-2C36D9C9C7B1"))
        #expect(throws: ColumnDecodingError.self) { _ = try row[1] as Int }
        #expect(throws: ColumnDecodingError.self) { _ = try row[9] as Int }
        #expect(row.isNull(-3))
    }

    @Test(arguments: [("0", 0), ("-12.50", 3), ("000.1200", 2), ("1e-3", 1), ("+7", 1), ("100", 1)])
    func `digits that count`(text: String, expected: Int) {
        #expect(DecimalText.significantDigits(text) == expected)
    }

    @Test(arguments: ["", "-", ".", "1.", ".5", "1.2.3", "1e", "1e+", "0x1", "1 ", "NaN", "١", "1e9999"])
    func `what is no decimal is none`(text: String) {
        #expect(DecimalText.parse(text) == nil)
    }

    @Test func `a decimal with more digits than are kept is none, not a rounded one`() {
        #expect(DecimalText.parse(String(repeating: "9", count: 38)) != nil)
        #expect(DecimalText.parse(String(repeating: "9", count: 39)) == nil)
    }

    @Test(arguments: [(0.1, "0.1"), (12.5, "12.5"), (-3, "-3"), (1e20, "100000000000000000000")])
    func `a decimal whose default is a number is exactly that number`(number: Double, text: String) throws {
        let decimal: Decimal = try Row(values: Values([.double(number)]))[0]
        #expect(decimal == Decimal(string: text))
        #expect(throws: ColumnDecodingError.self) { () throws in
            let _: Decimal = try Row(values: Values([.double(.infinity)]))[0]
        }
    }

    @Test func `types have Sequelize's words and defaults`() {
        #expect(ColumnType.string == .string(255))
        #expect(ColumnType.decimal(10, 2) == .decimal(precision: 10, scale: 2))
        #expect(ColumnType.enum("a", "b") == .enum(["a", "b"]))
    }
}
