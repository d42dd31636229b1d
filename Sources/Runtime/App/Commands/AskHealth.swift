import ArgumentParser
import NIOCore
import NIOPosix
internal import ScaffoldDatabase

/// `health`
struct AskHealth: AppCommand {
    static let configuration = CommandConfiguration(
        commandName: "health",
        abstract: "Asks the app that serves on this machine whether it is alive: 0 if so, otherwise 1 and the reason.")

    @Flag(help: "Ask whether it is ready to answer requests, too.")
    var ready = false

    @Option(help: "The port that it listens at: 3000 unless said. (PORT)")
    var port: String?

    func run(_ context: AppContext) async throws {
        let configuration = try context.configuration(flags: ["PORT": port])
        let host = configuration.string("HOST") ?? "127.0.0.1"
        let address = ListeningAddress(host: host, port: try configuration.port)
        let answer: String
        do {
            answer = try await ask(address.reachableHost, address.port, ready ? "/ready" : "/health")
        } catch {
            throw HealthError(description: "nobody answers at \(address.url)")
        }
        guard !answer.isEmpty else {
            throw HealthError(description: "the app at \(address.url) does not answer in time")
        }
        guard answer.hasPrefix("HTTP/1.1 200 ") else {
            let body = answer.ranges(of: "\r\n\r\n").first.map { String(answer[$0.upperBound...]) } ?? answer
            throw HealthError(description: "the app at \(address.url) says: \(body)")
        }
    }

    /// What is answered, as it came; empty where the time is over first.
    private func ask(_ host: String, _ port: Int, _ path: String) async throws -> String {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(2))
            .connect(host: host, port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        channel.channel.eventLoop.scheduleTask(in: .milliseconds(2500)) { channel.channel.close(promise: nil) }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(
                ByteBuffer(string: "GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
            var answer = ""
            for try await piece in inbound where answer.utf8.count < 65_536 { answer += String(buffer: piece) }
            return answer
        }
    }
}

/// Why the app is not well.
struct HealthError: Error, CustomStringConvertible {
    var description: String
}
