import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct DateTests {
    @Test func `any moment of ten thousand years is written and read to its millisecond`() throws {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            let milliseconds = Int.random(in: -62_167_219_200_000..<253_402_300_800_000, using: &generator)
            let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
            let text = try #require(DateText.string(date))
            #expect(text.utf8.count == DateText.length)
            #expect(DateText.parse(text) == date)
        }
    }

    @Test func `one wrong byte makes another date or none, and never one of another zone or a day that is not there`() {
        let text = Array("2026-11-20 09:30:15.123 +00:00".utf8)
        func parse(_ bytes: [UInt8]) -> Date? { bytes.withUnsafeBufferPointer { DateText.parse($0) } }
        #expect(parse(text) == Date(timeIntervalSince1970: 1_795_167_015.123))
        for place in text.indices {
            for byte in UInt8.min...UInt8.max where byte != text[place] {
                var changed = text
                changed[place] = byte
                guard let date = parse(changed), !(23...29).contains(place) else { continue }
                // the only other way to say the same moment is the sign between day and time
                let isT = place == 10 && byte == UInt8(ascii: "T")
                #expect(isT || DateText.string(date).map { Array($0.utf8) } == changed)
            }
        }
        #expect(parse(Array("2026-11-20 09:30:15.123 +01:00".utf8)) == Date(timeIntervalSince1970: 1_795_163_415.123))
        #expect(parse(Array("2026-02-29 09:30:15.123 +00:00".utf8)) == nil)
    }

    @Test func `the calendar agrees with Foundation's`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
        // From the year that Foundation's calendar turns Gregorian.
        for day in stride(from: -140_000, to: 2_900_000, by: 997) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 3_723)
            let expected = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
            let time = try #require(CivilTime(date))
            #expect(time.year == expected.year)
            #expect(time.month == expected.month)
            #expect(time.day == expected.day)
            #expect((time.hour, time.minute, time.second) == (1, 2, 3))
        }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -62_167_219_200.001, 253_402_300_800])
    func `a moment outside of those years has no text, and traps nothing`(seconds: Double) {
        #expect(DateText.string(Date(timeIntervalSince1970: seconds)) == nil)
    }

    @Test(arguments: ["0000-01-01", "2024-02-29", "9999-12-31"])
    func `days are read and written`(text: String) {
        #expect(DateOnly(text)?.description == text)
    }

    @Test(arguments: [
        "", "2023-02-29", "1900-02-29", "2024-00-10", "2024-1-1", "2024-01-32", "２０２４-01-01", "2024-01-01 ",
    ])
    func `what is no day is none`(text: String) {
        #expect(DateOnly(text) == nil)
    }

    @Test(arguments: [
        ("09:30", "09:30:00"), ("23:59:59", "23:59:59"), ("00:00:00.5", "00:00:00.500"),
        ("12:00:00.1239", "12:00:00.123"),
    ])
    func `times are read and written`(text: String, expected: String) {
        #expect(TimeOfDay(text)?.description == expected)
    }

    @Test(arguments: ["", "9:30", "24:00", "12:60", "12:00:60", "12:00:", "12:00:00.", "12:00:00x", "12-00", "12:00:0"])
    func `what is no time is none`(text: String) {
        #expect(TimeOfDay(text) == nil)
    }

    @Test func `days and times are in order`() throws {
        let days = try ["2024-02-29", "2023-12-31", "2024-01-01"].map { try #require(DateOnly($0)) }
        #expect(days.sorted().map(\.description) == ["2023-12-31", "2024-01-01", "2024-02-29"])
        let (morning, noon) = (try #require(TimeOfDay("09:30")), try #require(TimeOfDay("12:00:00.001")))
        #expect(morning < noon)
    }
}
