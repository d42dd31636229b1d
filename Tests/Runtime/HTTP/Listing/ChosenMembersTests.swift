import ScaffoldStorage
import ScaffoldTesting
import Testing

@testable import ScaffoldHTTP

@Suite struct ChosenMembersTests {
    @Test(arguments: [
        ("", "id title author labels"), ("fields=id,title", "id title"), ("fields=title,id", "id title"),
        ("fields=id,author", "id author"), ("include=author", "id title author"), ("include=none", "id title"),
        ("include=none,author", "id title author"),
        ("include=", "id title author labels"), ("include=author,labels", "id title author labels"),
        ("fields=id&include=labels", "id labels"), ("fields=id,author&include=none", "id"),
        ("fields=", "id title author labels"),
    ])
    func `an answer shows what is asked for`(query: String, names: String) async throws {
        try await withBooks { client in
            let answer = try await client.get("/books?\(query)")
            #expect(answer.status == 200)
            for book in answer.json["data"].array ?? [] {
                #expect(book.object?.map { $0.0 }.joined(separator: " ") == names)
            }
            #expect(answer.json["data"].array?.count == 3)
        }
    }

    @Test(arguments: [
        ("fields=titel", ["fields does not know 'titel'; did you mean 'title'?"]),
        ("fields=id,,title", ["fields does not know ''"]), ("fields=none", ["fields does not know 'none'"]),
        ("include=autor", ["include does not know 'autor'; did you mean 'author'?"]),
        ("include=author.books", ["include does not know 'author.books'"]),

        ("fields=password", ["fields does not know 'password'"]),
        ("include=x&fields=y", ["fields does not know 'y'", "include does not know 'x'"]),
    ])
    func `what there is not cannot be asked for`(query: String, messages: [String]) async throws {
        try await withBooks { client in
            let answer = try await client.get("/books?\(query)")
            #expect(answer.status == 400)
            #expect(answer.messages == messages)
        }
    }

    @Test func `members are told apart whatever they hold`() throws {
        let json: JSON = [
            "a": "},{\"b\":\"\\", "b": ["a": [1, ["a": "]"]], "c": "\""], "c": [], "d": 1.5, "e": "", "a\"b\\": .null,
        ]
        #expect(try ChosenMembers.only(["a"]).text(of: json) == #"{"a":"},{\"b\":\"\\"}"#)
        #expect(
            try ChosenMembers.allBut(["a", "c", "d"]).text(of: json)
                == #"{"b":{"a":[1,{"a":"]"}],"c":"\""},"e":"","a\"b\\":null}"#)
        #expect(try ChosenMembers.only([]).text(of: json) == "{}")
        #expect(try ChosenMembers.only(["a"]).text(of: [:] as JSON) == "{}")
        #expect(throws: HTTPProblem.self) { try ChosenMembers.only(["a"]).text(of: [1] as JSON) }
    }
}

extension ChosenMembers {
    fileprivate func text(of json: JSON) throws -> String { String(decoding: try left(of: json).bytes, as: UTF8.self) }
}
