import Foundation
import Testing

/// The examples are what the tool makes of their schemas, edits aside; `scripts/test` runs the tests that they hold.
@Suite struct ExampleTests {
    @Test(arguments: ["blog"])
    func `an example is as its schema says`(_ name: String) async throws {
        let example = Tool(folder: Tool.repository.appending(path: "Examples/\(name)"))
        let outcome = try await example("generate", "--check")
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }
}
