import ScaffoldHTTP
import ScaffoldStorage
import ScaffoldTesting
import Testing

@Suite struct IfMatchTests {
    private func answer(to tag: String?) async throws -> TestResponse {
        let client = try client {
            $0.put("/") { request in
                try request.ifMatch(version: 7)
                return .noContent.versioned(8)
            }
        }
        return try await client.put("/", headers: tag.map { [.ifMatch: $0] as HTTPFields } ?? [:])
    }

    @Test(arguments: [nil, "*", "\"7\"", "\"6\", \"7\"", " \"7\" ,\"x\"", "\"a,b\",\"7\""] as [String?])
    func `a client that knows the record may change it`(tag: String?) async throws {
        let answer = try await answer(to: tag)
        #expect(answer.status == 204)
        #expect(answer.headers[.eTag] == "\"8\"")
    }

    @Test(arguments: ["\"6\"", "W/\"7\"", "7", "", "\"7", "\"77\"", "*, \"6\"", "\"*\"", "\"6\" \"7\""])
    func `a client that knows another version may not`(tag: String) async throws {
        let answer = try await answer(to: tag)
        #expect(answer.status == 412)
        #expect(answer.json["detail"] == "The record was changed meanwhile; read it anew and try again")
    }

    @Test func `a change that comes between is 412 for whoever named a version, and 409 for others`() async throws {
        let client = try client { $0.put("/") { _ in throw OptimisticLockError(model: "Note") } }
        #expect(try await client.put("/").status == 409)
        #expect(try await client.put("/", headers: [.ifMatch: "\"7\""]).status == 412)
    }
}
