import ScaffoldStorage
import Testing

@Suite struct JSONParserTests {
    @Test func `every kind of value is read, in its order`() throws {
        let json = try JSON(
            parsing: #" {"b": [1, -2, 0.5, 1e2, true, false, null], "a": {"x": "y"}, "e": {}, "l": []} "#)
        #expect(json["b"] == [1, -2, 0.5, 100.0, true, false, nil])
        #expect(json["a"]["x"] == "y")
        #expect(json["e"] == [:])
        #expect(json["l"] == [])
        #expect(json.object?.names == ["b", "a", "e", "l"])
    }

    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
        (#""\u0041\u00e9\uD83D\ude00""#, "Aé😀"),
        (#""naïve 😀 text""#, "naïve 😀 text"),
        (#""a\u0000b""#, "a\0b"),
        (#""""#, ""),
    ])
    func `strings are unescaped`(text: String, string: String) throws {
        #expect(try JSON(parsing: text).string == string)
    }

    @Test(arguments: [
        ("0", JSON.integer(0)), ("-0", .integer(0)), ("9223372036854775807", .integer(.max)),
        ("-9223372036854775808", .integer(.min)), ("1.0", .double(1)), ("1E+2", .double(100)),
        ("-1.5e-3", .double(-0.0015)), ("-15" + String(repeating: "0", count: 299), .double(-1.5e300)),
        ("10000000000000000000", .double(1e19)),
    ])
    func `numbers keep their kind`(text: String, value: JSON) throws {
        #expect(try JSON(parsing: text) == value)
    }

    @Test func `a number without a fraction is an integer, however it is written`() throws {
        #expect(try JSON(parsing: "1.0").int == 1)
        #expect(try JSON(parsing: "2e3").int == 2000)
        #expect(try JSON(parsing: "1.5").int == nil)
        #expect(try JSON(parsing: "1e300").int == nil)
    }

    @Test(arguments: [
        ("", "the text is empty at line 1, column 1"),
        ("   ", "the text is empty at line 1, column 4"),
        ("{", "expected a member's name in double quotes at line 1, column 2"),
        ("[1,]", "expected a value at line 1, column 4"),
        ("[1 2]", "expected ',' or ']' at line 1, column 4"),
        ("{\"a\":1,}", "expected a member's name in double quotes at line 1, column 8"),
        ("{\"a\" 1}", "expected ':' after a member's name at line 1, column 6"),
        ("{\"a\":1 \"b\":2}", "expected ',' or '}' at line 1, column 8"),
        ("{a:1}", "expected a member's name in double quotes at line 1, column 2"),
        ("{'a':1}", "expected a member's name in double quotes at line 1, column 2"),
        ("1 2", "expected the end of the text after its value at line 1, column 3"),
        ("{\"a\": 1,\n  \"é\": x}", "expected a value at line 2, column 8"),
        ("{\"a\":1,\"a\":2}", "the name \"a\" stands twice in one object at line 1, column 8"),
        ("{\"a\":1,\"\\u0061\":2}", "the name \"a\" stands twice in one object at line 1, column 8"),
        ("01", "a number does not begin with 0 at line 1, column 1"),
        ("-", "expected a digit at line 1, column 2"),
        ("+1", "expected a value at line 1, column 1"),
        (".5", "expected a value at line 1, column 1"),
        ("1.", "expected a digit at line 1, column 3"),
        ("1e", "expected a digit at line 1, column 3"),
        ("NaN", "expected a value at line 1, column 1"),
        ("nul", "expected a value at line 1, column 1"),
        ("truee", "expected the end of the text after its value at line 1, column 5"),
        ("9223372036854775808", "the number 9223372036854775808 is out of range at line 1, column 1"),
        ("9223372036854775808", "the number 9223372036854775808 is out of range at line 1, column 1"),
        ("1e400", "the number 1e400 is out of range at line 1, column 1"),
        ("\"abc", "a string does not end at line 1, column 1"),
        ("\"a\\", "unknown escape in a string at line 1, column 3"),
        ("\"a\nb\"", "a control character in a string must be escaped at line 1, column 3"),
        ("\"a\tb\"", "a control character in a string must be escaped at line 1, column 3"),
        ("\"\\x41\"", "unknown escape in a string at line 1, column 2"),
        ("\"\\u12\"", "expected four hexadecimal digits after \\u at line 1, column 2"),
        ("\"\\u12G4\"", "expected four hexadecimal digits after \\u at line 1, column 2"),
        ("\"\\uD800\"", "a surrogate stands alone at line 1, column 2"),
        ("\"\\uDC00\"", "a surrogate stands alone at line 1, column 2"),
        ("\"\\uD800\\u0041\"", "a surrogate stands alone at line 1, column 2"),
        ("\"\\uD800x\"", "a surrogate stands alone at line 1, column 2"),
        ("\u{FEFF}1", "expected a value at line 1, column 1"),
        ("/* c */1", "expected a value at line 1, column 1"),
    ])
    func `a mistake is named with its place`(text: String, message: String) {
        #expect { try JSON(parsing: text) } throws: { "\($0)" == message }
    }

    @Test(
        arguments: [
            ([0x22, 0xFF, 0x22], 2),  // no such byte
            ([0x22, 0x61, 0xC3, 0x22], 3),  // a character cut off
            ([0x22, 0xC0, 0x80, 0x22], 2),  // overlong
            ([0x22, 0xED, 0xA0, 0x80, 0x22], 2),  // a surrogate in UTF-8
            ([0x22, 0x5C, 0x6E, 0xF5, 0x22], 4),  // after an escape
        ] as [([UInt8], Int)])
    func `what is not UTF-8 is refused`(bytes: [UInt8], column: Int) {
        #expect { try JSON(parsing: bytes) } throws: { error in
            guard let error = error as? JSONSyntaxError else { return false }
            return error.message == "the text is not UTF-8" && error.column == column
        }
    }

    @Test func `every text that is cut off is refused`() throws {
        let text = Array(#"{"a":[1,-2.5e1,"x\u00e9\n",true,null,{"b":false}]}"#.utf8)
        _ = try JSON(parsing: text)
        for length in 0..<text.count {
            #expect(throws: JSONSyntaxError.self) { try JSON(parsing: text.prefix(length)) }
        }
    }

    @Test func `nesting ends at the depth that is allowed`() throws {
        let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        _ = try JSON(parsing: deep)
        #expect(throws: JSONSyntaxError.self) { try JSON(parsing: "[\(deep)]") }
        #expect(throws: JSONSyntaxError.self) { try JSON(parsing: String(repeating: "[", count: 1_000_000)) }
        #expect(throws: JSONSyntaxError.self) { try JSON(parsing: String(repeating: #"{"a":"#, count: 100_000)) }
        // Values beside each other are not deeper.
        _ = try JSON(parsing: "[" + Array(repeating: "[[]]", count: 1000).joined(separator: ",") + "]")
    }

    @Test(.timeLimit(.minutes(1))) func `an object with very many members is read in time`() throws {
        let text = "{" + (0..<100_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",") + "}"
        let json = try JSON(parsing: text)
        #expect(json["k99999"] == 99_999)
        #expect(throws: JSONSyntaxError.self) { try JSON(parsing: text.dropLast() + ",\"k5\":1}") }
    }
}
