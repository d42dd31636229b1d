import Foundation
import ScaffoldStorage
import Testing

@Suite struct JSONWriterTests {
    private func text(_ value: some JSONEncodable) -> String {
        String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
    }

    private struct Post: JSONEncodable {
        var tags: [Tag] = []
        func encode(to json: inout JSONWriter) {
            json.object {
                $0.member("id", 1)
                $0.member("title", nil as String?)
                $0.member("gone", Absent())
                $0.member("tags", tags)
                $0.object("counts") { $0.member("tags", tags.count) }
                $0.member("last", true)
            }
        }
    }

    private struct Tag: JSONEncodable {
        func encode(to json: inout JSONWriter) { json.object { _ in } }
    }

    private struct Absent: JSONEncodable {
        var isPresent: Bool { false }
        func encode(to json: inout JSONWriter) { json.null() }
    }

    @Test func `objects and arrays get their commas, and what is absent leaves no trace`() {
        #expect(text(Post()) == #"{"id":1,"title":null,"tags":[],"counts":{"tags":0},"last":true}"#)
        #expect(
            text([Post(tags: [Tag(), Tag()]), Post()])
                == #"[{"id":1,"title":null,"tags":[{},{}],"counts":{"tags":2},"last":true},"#
                + #"{"id":1,"title":null,"tags":[],"counts":{"tags":0},"last":true}]"#)
        #expect(text([[1, 2], [], [3]]) == "[[1,2],[],[3]]")
        #expect(text(["b": 1, "a": 2]) == #"{"a":2,"b":1}"#)
    }

    @Test(arguments: [
        ("", #""""#),
        ("plain", #""plain""#),
        ("\"", #""\"""#),
        ("a\\b\"c", #""a\\b\"c""#),
        ("\n\r\t\u{0}\u{1f}", #""\n\r\t\u0000\u001f""#),
        ("é😀\u{7f}", "\"é😀\u{7f}\""),
        ("</script>", #""</script>""#),
    ])
    func `strings are escaped`(string: String, json: String) throws {
        #expect(text(string) == json)
        #expect(try JSON(parsing: json).string == string)
    }

    @Test func `a string that came from Foundation is written too`() {
        #expect(text(String(NSString(string: "a\"é"))) == #""a\"é""#)
        #expect(text("abc\"def".dropFirst()) == #""bc\"def""#)
    }

    @Test func `integers of every width are exact`() {
        #expect(text(Int.min) == "-9223372036854775808")
        #expect(text(UInt64.max) == "18446744073709551615")
        #expect(text([Int8.min, 0, 9, 10, 99]) == "[-128,0,9,10,99]")
    }

    @Test func `numbers are the shortest that read the same; what JSON cannot say is null`() throws {
        #expect(text([0.1, -0.5, 1e21, 1e-7, 100]) == "[0.1,-0.5,1e+21,1e-07,100.0]")
        #expect(text([Double.nan, .infinity, -.infinity]) == "[null,null,null]")
        #expect(text(Float(0.1)) == "0.1")
        #expect(text(Float.nan) == "null")
        _ = try JSON(parsing: text([1e-7, 1e300, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude]))
    }

    @Test func `decimals keep every digit`() throws {
        #expect(text(try #require(Decimal(string: "12345678901234567.89"))) == #""12345678901234567.89""#)
        #expect(text(Decimal.nan) == "null")
    }

    @Test func `UUIDs are in small letters`() throws {
        let id = try #require(UUID(uuidString: "E621E1F8-C36C-495A-93FC-0C247A3E6E5F"))
        #expect(text(id) == #""e621e1f8-c36c-495a-93fc-0c247a3e6e5f""#)
    }

    @Test func `a JSON value comes back as it was read`() throws {
        let source = #"{"a":[1,2.5,"x\n",null,true,{"b":{}}],"c":-3}"#
        #expect(try JSON(parsing: source).description == source)
    }
}
