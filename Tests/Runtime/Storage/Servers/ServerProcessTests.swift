import Foundation
import Testing

@testable import ScaffoldStorage

@Suite struct ServerProcessTests {
    @Test func `a server ends with what holds it, and its folder goes`() async throws {
        let server = try ServerProcess(
            stopSignal: "KILL", prepare: "echo ready > mark", serve: "sleep 1000", programs: [])
        try await wait { FileManager.default.fileExists(atPath: server.folder + "/mark") }
        #expect(server.isRunning)
        server.stop()
        // The folder goes when the server has gone.
        try await wait { !FileManager.default.fileExists(atPath: server.folder) }
    }

    @Test func `a server that does not start fails the test with the end of its log`() async throws {
        let error = await #expect(throws: TestServerError.self) {
            try await TestServer(variable: "SCAFFOLD_TEST_NONE_URL") {
                let server = try ServerProcess(
                    stopSignal: "KILL", prepare: "echo the disk is full", serve: "no-such-server", programs: [])
                return (server, .sqlite("/proc/none/none.sqlite3"))
            }
        }
        #expect(error?.description.contains("the disk is full") == true)
        #expect(error?.description.contains("no-such-server") == true)
    }

    /// Waits until it is so, 20 seconds at most.
    private func wait(_ isSo: () -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(20)
        while !isSo(), ContinuousClock.now < end { try await Task.sleep(for: .milliseconds(10)) }
        #expect(isSo())
    }
}
