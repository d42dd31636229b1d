import Foundation
import ScaffoldHTTP
import ScaffoldPasswords
import ScaffoldStorage
import ScaffoldTesting
import ScaffoldValidation
import Testing

extension Note: InputModel {
    static let assigns = ["tagNames"]
    static let readOnly = ["views"]
}

@Suite struct InputTests {
    /// The values that a body sets, by name, or what is wrong with it.
    private func read(_ body: JSON) async throws -> (values: [String: Value], errors: [String: String]) {
        let (answers, answer) = AsyncStream.makeStream(of: Input<Note>.self)
        let client = try client {
            $0.patch("/") { request in
                answer.yield(try await request.input(for: Note.self))
                return .noContent
            }
        }
        #expect(try await client.patch("/", json: body).status == 204)
        answer.finish()
        for await input in answers {
            let values = input.changes.values.map { (Note.table.attributes[$0].name, $1) }
            let errors = input.problems.map { ($0.path, $0.message) }
            return (Dictionary(uniqueKeysWithValues: values), Dictionary(uniqueKeysWithValues: errors))
        }
        return ([:], [:])
    }

    @Test(
        arguments: [
            ("title", "a", Value.text("a")), ("title", "", .text("")), ("title", nil, .null),
            ("secret", "hunter2", Password("hunter2").value), ("secret", "$2b$10$x", Password("$2b$10$x").value),
            ("small", 32767, .integer(32767)), ("number", 1.0, .integer(1)),
            ("number", -2_147_483_648, .integer(-2_147_483_648)),
            ("big", .integer(.max), .integer(.max)), ("share", 1, .double(1)), ("share", 0.5, .double(0.5)),
            ("price", "12345678901234567.89", .decimal(Decimal(string: "12345678901234567.89") ?? 0)),
            ("price", 0.1, .decimal(Decimal(string: "0.1") ?? 0)), ("price", 7, .decimal(7)),
            ("isNew", true, .boolean(true)),
            ("at", "1970-01-01T01:00:00+01:00", .date(Date(timeIntervalSince1970: 0))),
            ("mood", "glad", .text("glad")), ("data", ["a": [1, nil]], .text(#"{"a":[1,null]}"#)),
            ("bytes", "AQI=", .blob([1, 2])), ("small", nil, .null),
        ] as [(String, JSON, Value)])
    func `a value of the right type is taken`(name: String, json: JSON, value: Value) async throws {
        let input = try await read([name: json])
        #expect(input.values == [name: value])
        #expect(input.errors.isEmpty)
    }

    @Test(
        arguments: [
            ("title", 1, "title must be a string"), ("title", ["a"], "title must be a string"),
            ("title", "a\0", "title must be a string without the character NUL"),
            ("secret", 1, "secret must be a string"),
            ("small", "1", "small must be an integer"), ("small", 1.5, "small must be an integer"),
            ("small", 32768, "small must be at most 32767"), ("small", -32769, "small must be at least -32768"),
            ("number", 2_147_483_648, "number must be at most 2147483647"),
            ("number", true, "number must be an integer"),
            ("big", 1e300, "big must be an integer"), ("share", "1", "share must be a number"),
            ("price", "1,5", "price must be a decimal number such as \"12.50\""),
            ("price", 1234567890.12345678, "price must be a decimal number such as \"12.50\""),
            ("isNew", 1, "isNew must be true or false"), ("isNew", "true", "isNew must be true or false"),
            ("at", 0, "at must be a date such as 2026-11-20T09:30:00Z"),
            ("at", "2026-02-30", "at must be a date such as 2026-11-20T09:30:00Z"),
            ("day", "2026-11-20T00:00:00Z", "day must be a date such as 2026-11-20"),
            ("clock", "25:00", "clock must be a time such as 09:30:00"), ("key", "1", "key must be a UUID"),
            ("mood", "Glad", "mood must be one of glad, sad"), ("mood", 1, "mood must be one of glad, sad"),
            ("bytes", "!", "bytes must be bytes in Base64"), ("id", 1, "id cannot be set"),
            ("createdAt", "2026-11-20", "createdAt cannot be set"), ("views", 1, "views cannot be set"),
            ("titel", "a", "titel is not known; did you mean 'title'?"), ("creatdAt", "a", "creatdAt is not known"),
            ("zzzzzz", 1, "zzzzzz is not known"), ("tagName", [], "tagName is not known; did you mean 'tagNames'?"),
            ("tagNames", "a", "tagNames must be a list of strings"),
            ("tagNames", ["a", 1], "tagNames must be a list of strings"),
            ("tagNames", nil, "tagNames must be a list of strings"),
        ] as [(String, JSON, String)])
    func `a wrong value is named and not taken`(name: String, json: JSON, message: String) async throws {
        let input = try await read([name: json])
        #expect(input.errors == [name: message])
        #expect(input.values.isEmpty)
    }

    @Test func `everything wrong is told at once, and what is right is taken`() async throws {
        let input = try await read(["title": 1, "small": "x", "mood": "glad", "nothing": 1])
        #expect(Set(input.errors.keys) == ["title", "small", "nothing"])
        #expect(input.values == ["mood": .text("glad")])
    }

    @Test func `what is too long for its column is told with the rest, once it is trimmed`() async throws {
        let long = JSON.string(String(repeating: "ü", count: 11))
        let input = try await read(["title": long, "small": "x"])
        #expect(
            input.errors == ["title": "title must be at most 10 characters long", "small": "small must be an integer"])
        #expect(input.values.isEmpty)
        let trimmed = try await read(["title": .string("  " + String(repeating: "ü", count: 10) + " \n")])
        #expect(trimmed.errors.isEmpty)
    }

    @Test func `the model's own words are said of what cannot be read`() async throws {
        let words = try await read(["tone": "Glad", "rank": 40_000, "isNew": "yes"])
        #expect(words.errors["tone"] == "Glad or sad, please")
        #expect(words.errors["rank"] == "A rank is a small number")
        #expect(words.errors["isNew"] == "isNew must be true or false")
    }

    @Test func `a number that JSON can say and nothing can keep is refused`() async throws {
        let client = try client { $0.post("/") { .json(try await $0.json()) } }
        for text in ["9007199254740993.0", "12345678901234567890", "1e400", "-9007199254740993e0"] {
            let answer = try await client.send(
                .post, "/", body: Array(text.utf8), headers: [.contentType: "application/json"])
            #expect(answer.status == 400, "\(text)")
            #expect(answer.json["detail"].string?.contains("is out of range") == true)
        }
        let exact = try await client.send(
            .post, "/", body: Array("9007199254740994.0".utf8), headers: [.contentType: "application/json"])
        #expect(exact.json["data"].int == 9_007_199_254_740_994)
    }

    @Test func `a body of nothing but unknown fields costs little and is told in part`() async throws {
        var body = JSONObject()
        for place in 0..<10_000 { body["unknown\(place)"] = 1 }
        #expect(try await read(.object(body)).errors.count == 20)
    }

    @Test(arguments: [[], "a", nil, 1] as [JSON])
    func `a body that is no object is 400`(body: JSON) async throws {
        let client = try client {
            $0.post("/") {
                _ = try await $0.input(for: Note.self)
                return .noContent
            }
        }
        let answer = try await client.post("/", json: body)
        #expect(answer.status == 400)
        #expect(answer.json["detail"].string == "The body must be a JSON object, not \(body.kind)")
    }

    @Test func `attributes and lists are read by name`() async throws {
        let client = try client {
            $0.post("/") { request in
                let input = try await request.input(for: Note.self)
                try input.check()
                #expect(input.title == .value("a"))
                #expect(input.small == .null)
                #expect(input.mood == .absent)
                return .json(input.assigned("tagNames"))
            }
        }
        let answer = try await client.post("/", json: ["title": "a", "small": nil, "tagNames": ["x", "y"]])
        #expect(answer.json["data"] == ["x", "y"])
        #expect(try await client.post("/", json: ["title": "a", "small": nil]).json["data"] == nil)
        let refused = try await client.post("/", json: ["title": 1, "small": nil])
        #expect(refused.status == 422)
        #expect(
            refused.json["errors"] == [
                [
                    "path": "title", "rule": "string violation", "message": "title must be a string",
                    "validator": "type",
                ]
            ])
    }

    @Test func `a list of names is unknown where the model has none`() async throws {
        struct Plain: Model {
            struct Columns: Sendable {}
            static let columns = Columns()
            static let table = TableDefinition("plain", model: "Plain") { $0.column("views", .integer) }
            init(row: Row) throws {}
            func encode(to values: inout Values) {}
        }
        let client = try client {
            $0.post("/") {
                try await $0.input(for: Plain.self).check()
                return .noContent
            }
        }
        #expect(try await client.post("/", json: ["views": 1]).status == 204)
        #expect(try await client.post("/", json: ["tagNames": []]).status == 422)
    }
}
