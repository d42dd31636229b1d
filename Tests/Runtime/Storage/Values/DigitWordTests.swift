import Testing

@testable import ScaffoldStorage

@Suite struct DigitWordTests {
    private func word(_ text: [UInt8], _ form: StaticString) -> DigitWord? {
        text.withUnsafeBytes { bytes in bytes.baseAddress.flatMap { DigitWord($0, form) } }
    }

    @Test func `digits are read one by one and in pairs`() throws {
        let digits = word(Array("9876-54-".utf8), "0000-00-")
        let word = try #require(digits)
        #expect((0..<4).map { word[$0] } == [9, 8, 7, 6])
        #expect((word.pair(0), word.pair(2), word.pair(5)) == (98, 76, 54))
        #expect((word[4], word[7]) == (0, 0))
    }

    @Test(arguments: ["0000-00-", "00 00:00", ":00.000 ", "0 +00:00"] as [StaticString])
    func `a byte that is no digit where one stands, or another sign, is noticed at each place`(form: StaticString) {
        let bytes = Array(form.description.utf8)
        for place in bytes.indices {
            for byte in UInt8.min...UInt8.max {
                var text = bytes
                text[place] = byte
                let isRight =
                    bytes[place] == UInt8(ascii: "0")
                    ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == bytes[place]
                #expect((word(text, form) != nil) == isRight, "\(byte) at \(place) of \(form)")
            }
        }
    }
}
