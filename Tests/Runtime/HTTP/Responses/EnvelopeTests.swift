import ScaffoldHTTP
import ScaffoldStorage
import ScaffoldTesting
import Testing

@Suite struct EnvelopeTests {
    private struct Pet: JSONEncodable {
        var name: String?
        func encode(to json: inout JSONWriter) {
            json.object { if let name { $0.member("name", name) } }
        }
    }

    private static let named = Envelope.named(one: "pet", many: "pets")
    private static let successful = Envelope.named(one: "pet", many: "pets", success: true)
    private static let rows = Rows(count: 3, rows: [Pet(name: "Rex")])

    private func text(_ response: Response) async throws -> String {
        let client = try client { $0.get("/") { _ in response } }
        return try await client.get("/").text
    }

    @Test(
        arguments: [
            (.data, #"{"data":{"name":"Rex"}}"#), (named, #"{"pet":{"name":"Rex"}}"#),
            (successful, #"{"success":true,"pet":{"name":"Rex"}}"#), (.none, #"{"name":"Rex"}"#),
            (Envelope(success: true), #"{"success":true,"name":"Rex"}"#),
        ] as [(Envelope, String)])
    func `one record`(envelope: Envelope, expected: String) async throws {
        #expect(try await text(.json(Pet(name: "Rex"), in: envelope)) == expected)
        let created = Response.created(Pet(name: "Rex"), in: envelope)
        #expect(created.status == 201)
        #expect(try await text(created) == expected)
    }

    @Test(
        arguments: [
            (.data, #"{"data":[{"name":"Rex"}],"#), (named, #"{"pets":[{"name":"Rex"}],"#),
            (successful, #"{"success":true,"pets":[{"name":"Rex"}],"#),
        ] as [(Envelope, String)])
    func `a page of a list`(envelope: Envelope, start: String) async throws {
        let text = try await text(.json(Self.rows, page: Pagination(page: 2, limit: 1), in: envelope))
        #expect(text == start + #""pagination":{"total":3,"page":2,"limit":1,"totalPages":3,"hasMore":true}}"#)
    }

    @Test func `a bare list is a list, whatever records say of success`() async throws {
        for envelope in [Envelope.none, Envelope(success: true)] {
            #expect(try await text(.json(Self.rows, page: Pagination(), in: envelope)) == #"[{"name":"Rex"}]"#)
        }
        #expect(try await text(.json([1, 2], in: Envelope(success: true))) == "[1,2]")
        #expect(try await text(.json(Pet(), in: Envelope(success: true))) == #"{"success":true}"#)
    }

    @Test(
        arguments: [
            (.data, #"{"message":"Done","data":{"name":"Rex"}}"#, #"{"message":"Done"}"#),
            (
                successful, #"{"success":true,"message":"Done","pet":{"name":"Rex"}}"#,
                #"{"success":true,"message":"Done"}"#
            ),
            (.none, #"{"message":"Done"}"#, #"{"message":"Done"}"#),
            (Envelope(success: true), #"{"success":true,"message":"Done"}"#, #"{"success":true,"message":"Done"}"#),
        ] as [(Envelope, String, String)])
    func `a message stands beside a record, and in the place of a bare one`(
        envelope: Envelope, beside: String, alone: String
    ) async throws {
        #expect(try await text(.json(Pet(name: "Rex"), in: envelope, message: "Done")) == beside)
        let created = Response.created(Pet(name: "Rex"), in: envelope, message: "Done")
        #expect(created.status == 201)
        #expect(try await text(created) == beside)
        #expect(try await text(.message("Done", in: envelope)) == alone)
    }

    @Test func `names and messages are escaped`() async throws {
        let odd = Envelope.named(one: "a\"b", many: "c")
        #expect(try await text(.json(1, in: odd, message: "\"\n")) == #"{"message":"\"\n","a\"b":1}"#)
    }
}
