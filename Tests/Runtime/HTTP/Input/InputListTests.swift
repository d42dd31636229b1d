import ScaffoldHTTP
import ScaffoldStorage
import ScaffoldTesting
import Testing

@Suite struct InputListTests {
    private func notes() throws -> TestClient {
        try client {
            $0.post("/") { request in
                let inputs = try await request.inputs(for: Note.self, limit: 3)
                return .json(inputs.map { $0.problems.map(\.path) + ($0.assigned("tagNames") ?? []) })
            }
        }
    }

    @Test func `each element is read by itself`() async throws {
        let body: JSON = [["title": "a", "tagNames": ["x"]], ["title": 1, "odd": 1], [:]]
        let answer = try await notes().post("/", json: body)
        #expect(answer.json["data"] == [["x"], ["title", "odd"], []])
        #expect(try await notes().post("/", json: []).json["data"] == [])
    }

    @Test(
        arguments: [
            ([:], 400, "The body must be a JSON list, not an object"),
            ([[:], [:], [:], [:]], 413, "The body may hold at most 3 records"),
            ([[:], 1, "a"], 422, "The request holds values that are not allowed"),
        ] as [(JSON, Int, String)])
    func `what is no list of objects is refused`(body: JSON, status: Int, detail: String) async throws {
        let answer = try await notes().post("/", json: body)
        #expect(answer.status.code == status)
        #expect(answer.json["detail"] == .string(detail))
    }

    @Test func `elements that are no objects are named`() async throws {
        let answer = try await notes().post("/", json: [[:], 1, nil])
        #expect(answer.json["errors"].array?.map { $0["path"] } == ["[1]", "[2]"])
        #expect(answer.json["errors"][0]["message"] == "[1] must be an object, not a number")
    }
}
