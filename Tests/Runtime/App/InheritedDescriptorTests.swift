import ScaffoldDatabase
import ScaffoldHTTP
import ScaffoldRuntime
import Synchronization
import Testing

@testable import ScaffoldApp

#if canImport(Glibc)
    import Glibc
#endif

@Suite struct InheritedDescriptorTests {
    @Test func `what is meant for another process is not taken`() throws {
        for variables in [[:], ["LISTEN_FDS": "1"], ["LISTEN_FDS": "1", "LISTEN_PID": "17"], ["LISTEN_PID": "16"]] {
            let inherited = try InheritedDescriptors(variables, process: 16)
            #expect(inherited.place == nil)
            #expect(inherited.supervisor == nil)
        }
    }

    @Test(arguments: [
        (["LISTEN_FDS": "2", "LISTEN_PID": "16"], "LISTEN_FDS is 2, and the app listens at one socket only"),
        (["SCAFFOLD_SUPERVISOR": "x"], "SCAFFOLD_SUPERVISOR names no socket"),
        (["SCAFFOLD_SUPERVISOR": "9999"], "SCAFFOLD_SUPERVISOR names no socket"),
        (["SCAFFOLD_SUPERVISOR": "1"], "SCAFFOLD_SUPERVISOR names no socket"),
    ])
    func `what cannot be is told`(variables: [String: String], message: String) {
        #expect { try InheritedDescriptors(variables, process: 16) } throws: { "\($0)".contains(message) }
    }

    @Test func `who started the app hears when it serves, and its end is that of the app`() async throws {
        var ends: [Int32] = [0, 0]
        #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
        let (own, apps) = (ends[0], ends[1])
        let output = Mutex("")
        let console = Console(
            print: { line in output.withLock { $0 += line } }, printError: { line in output.withLock { $0 += line } })
        async let status = makeApp().run(
            ["serve", "--port", "0"], console: console, directory: "/nonexistent",
            variables: [
                "DATABASE_URL": "sqlite::memory:", "LOG_LEVEL": "critical", "SCAFFOLD_SUPERVISOR": "\(apps)",
            ])
        var byte: UInt8 = 0
        for _ in 0..<1000 {
            if recv(own, &byte, 1, Int32(MSG_DONTWAIT)) == 1 { break }
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(byte == 1)
        close(own)
        #expect(await status == 0)
        // The address is for whoever started it to tell.
        #expect(!output.withLock(\.self).contains("http://"))
    }
}
