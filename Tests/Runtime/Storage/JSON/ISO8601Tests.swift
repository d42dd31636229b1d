import Foundation
import ScaffoldStorage
import Testing

@Suite struct ISO8601Tests {
    @Test(
        arguments: [
            ("2026-11-20T09:30:00.000Z", 1_795_167_000.0),
            ("2026-11-20T09:30:00Z", 1_795_167_000),
            ("2026-11-20T09:30Z", 1_795_167_000),
            ("2026-11-20 09:30:00", nil),
            ("2026-11-20T10:30:00+01:00", 1_795_167_000),
            ("2026-11-20T04:00:00-0530", 1_795_167_000),
            ("2026-11-20T11:30:00+02", 1_795_167_000),
            ("2026-11-20T09:30:00.5Z", 1_795_167_000.5),
            ("2026-11-20T09:30:00.123456789Z", 1_795_167_000.123),
            ("2026-11-20", 1_795_132_800),
            ("1969-12-31T23:59:59.500Z", -0.5),
            ("2024-02-29", 1_709_164_800),
            ("2023-02-29", nil),
            ("1900-02-29", nil),
            ("2000-02-29", 951_782_400),
            ("2026-13-01", nil),
            ("2026-00-10", nil),
            ("2026-04-31", nil),
            ("2026-11-20T24:00:00Z", nil),
            ("2026-11-20T09:60:00Z", nil),
            ("2026-11-20T09:30:61Z", nil),
            ("2026-11-20T09:30:00", nil),
            ("2026-11-20T09:30:00.Z", nil),
            ("2026-11-20T09:30:00Z ", nil),
            ("2026-11-20T09:30:00+24:00", nil),
            ("2026-1-2", nil),
            ("20261120", nil),
            ("", nil),
            ("tomorrow", nil),
            ("２０２６-11-20", nil),
        ] as [(String, Double?)])
    func `dates are read strictly`(text: String, seconds: Double?) {
        #expect(ISO8601.date(from: text)?.timeIntervalSince1970 == seconds)
    }

    @Test(arguments: [
        (0.0, "1970-01-01T00:00:00.000Z"),
        (1_795_167_000.1234, "2026-11-20T09:30:00.123Z"),
        (-0.0001, "1970-01-01T00:00:00.000Z"),
        (-1, "1969-12-31T23:59:59.000Z"),
        (253_402_300_799.999, "9999-12-31T23:59:59.999Z"),
        (-62_167_219_200, "0000-01-01T00:00:00.000Z"),
    ])
    func `dates are written to the millisecond`(seconds: Double, text: String) {
        #expect(ISO8601.string(from: Date(timeIntervalSince1970: seconds)) == text)
    }

    @Test(arguments: [Double.infinity, -.infinity, .nan, 1e20, 253_402_300_800, -62_167_219_201])
    func `what four digits of a year cannot say is null`(seconds: Double) {
        let date = Date(timeIntervalSince1970: seconds)
        #expect(String(decoding: JSONWriter.bytes(of: [date]), as: UTF8.self) == "[null]")
    }

    @Test func `the days of four centuries agree with Foundation`() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        for day in stride(from: -100_000, to: 46_097, by: 13) {
            // Foundation's calendar is the Julian one before 1582.
            let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 3661.5)
            let text = try #require(ISO8601.string(from: date))
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            let expected = try [#require(parts.year), #require(parts.month), #require(parts.day)]
            #expect(text.split(separator: "T")[0].split(separator: "-").map { Int($0) } == expected)
            #expect(ISO8601.date(from: text) == date)
        }
    }
}
