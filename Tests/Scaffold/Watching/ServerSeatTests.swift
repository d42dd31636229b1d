import Foundation
import Testing

@testable import scaffold

/// Shell scripts stand for servers: they have the socket as descriptor 3 and the line as descriptor 4.
@Suite(.timeLimit(.minutes(1))) struct ServerSeatTests {
    private let socket: ListeningSocket
    private let folder: TemporaryApp

    init() throws {
        socket = try ListeningSocket(host: "127.0.0.1", port: 0)
        folder = try TemporaryApp()
    }

    private func server(_ script: String) -> @Sendable () throws -> ServerProcess {
        { [socket] in try ServerProcess("/bin/sh", arguments: ["-c", script], at: socket) }
    }

    /// Serves until it is told to stop, and leaves word of its end.
    private func good(_ name: String) -> @Sendable () throws -> ServerProcess {
        server(
            """
            trap 'echo gone > \(folder.absolute(name)); exit 0' TERM
            printf r >&4; while :; do sleep 0.02; done
            """)
    }

    private func waits(for file: String) async throws -> Bool {
        for _ in 0..<500 {
            if folder.text(file) != nil { return true }
            try await Task.sleep(for: .milliseconds(10))
        }
        return false
    }

    @Test func `the old server is told to end when the new one serves, and not before`() async throws {
        let seat = ServerSeat()
        try await seat.take(good("first"))
        #expect(await seat.isTaken)
        try await seat.take(good("second"))
        #expect(try await waits(for: "first"))
        #expect(folder.text("second") == nil)
        #expect(await seat.look() == nil)
        await seat.clear { false }
        #expect(folder.text("second") != nil)
    }

    @Test func `a server that ends before it serves changes nothing`() async throws {
        let seat = ServerSeat()
        try await seat.take(good("first"))
        let (fails, crashes) = (server("exit 3"), server("kill -9 $$"))
        await #expect { try await seat.take(fails) } throws: {
            "\($0)" == "the new server ended with status 3 before it served"
        }
        await #expect { try await seat.take(crashes) } throws: { "\($0)".contains("signal 9") }
        #expect(folder.text("first") == nil)
        #expect(await seat.isTaken)
        await seat.clear { false }
    }

    @Test func `a server that is waited for is ended when nobody wants it any more`() async throws {
        let seat = ServerSeat()
        let slow = server("echo $$ > \(folder.absolute("id")); sleep 60")
        let taking = Task { try await seat.take(slow) }
        #expect(try await waits(for: "id"))
        taking.cancel()
        await #expect(throws: CancellationError.self) { try await taking.value }
        await seat.clear { false }
        let id = try #require(Int32(folder.text("id")?.filter(\.isNumber) ?? ""))
        #expect(kill(id, 0) != 0)
    }

    @Test func `a server that ends by itself is told of once`() async throws {
        let seat = ServerSeat()
        try await seat.take(server("printf r >&4; exit 4"))
        var found: (ending: ServerProcess.Ending, age: Duration)?
        for _ in 0..<500 where found == nil {
            found = await seat.look()
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(found?.ending == .status(4))
        #expect(await seat.look() == nil)
        #expect(await !seat.isTaken)
    }

    #if os(Linux)
        @Test func `a server has the socket, the line and the outputs, and nothing else of ours`() async throws {
            func name(_ descriptor: Int32) throws -> String {
                try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(descriptor)")
            }
            let seat = ServerSeat()
            let other = try ListeningSocket(host: "127.0.0.1", port: 0)
            let list = "for fd in 0 3 4; do readlink /proc/$$/fd/$fd; done; readlink /proc/$$/fd/* | grep -c"
            let script = """
                { echo $LISTEN_FDS $SCAFFOLD_SUPERVISOR; \(list) -F '\(try name(socket.descriptor))'
                readlink /proc/$$/fd/*; } > \(folder.absolute("open.tmp"))
                mv \(folder.absolute("open.tmp")) \(folder.absolute("open")); printf r >&4; exec cat <&4
                """
            try await seat.take(server(script))
            let lines = try #require(folder.text("open")).split(separator: "\n").map(String.init)
            #expect(lines[0] == "1 4")
            #expect(lines[1] == "/dev/null")
            #expect(lines[2] == (try name(socket.descriptor)))
            #expect(lines[3].hasPrefix("socket:"))
            #expect(lines[4] == "1")
            #expect(!lines.contains(try name(other.descriptor)))
            await seat.clear { true }
        }
    #endif

    @Test func `a port that is taken is told, and one that is free is known`() throws {
        #expect(socket.port > 0)
        #expect(socket.url == "http://127.0.0.1:\(socket.port)")
        #expect {
            _ = try ListeningSocket(host: "127.0.0.1", port: socket.port)
        } throws: {
            "\($0)".contains("port \(socket.port) is in use already (choose another with --port or PORT)")
        }
        #expect {
            _ = try ListeningSocket(host: "203.0.113.1", port: 0)
        } throws: {
            "\($0)".contains("203.0.113.1 is no address of this machine")
        }
    }
}
