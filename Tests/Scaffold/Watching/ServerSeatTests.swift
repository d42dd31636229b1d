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

    @Test func `a server has the socket, the line and the outputs, and nothing else that is open here`() async throws {
        let seat = ServerSeat()
        let list = "ls -l /proc/$$/fd | sed 's/.* \\([0-9]* ->\\)/\\1/' > \(folder.absolute("open.tmp"))"
        let words = "echo $LISTEN_FDS $SCAFFOLD_SUPERVISOR >> \(folder.absolute("open.tmp"))"
        let script = "\(list); \(words); mv \(folder.absolute("open.tmp")) \(folder.absolute("open"))"
        try await seat.take(server("\(script); printf r >&4; exec cat <&4"))
        #expect(try await waits(for: "open"))
        let lines = try #require(folder.text("open")).split(separator: "\n").map(String.init)
        #expect(lines.contains { $0.hasPrefix("0 -> /dev/null") })
        #expect(lines.contains { $0.hasPrefix("3 -> socket:") })
        #expect(lines.contains { $0.hasPrefix("4 -> socket:") })
        let numbers = lines.filter { $0.contains(" -> ") }.map { Int($0.prefix { $0.isNumber }) ?? 99 }
        // The shell may have one of its own beyond them: the folder that `ls` reads.
        #expect(numbers.filter { $0 < 10 }.allSatisfy { $0 < 5 }, "\(lines)")
        #expect(lines.last == "1 4")
        await seat.clear { true }
    }

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
