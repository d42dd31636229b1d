import Hummingbird

/// Bare Hummingbird answering a fixed JSON: what a request costs before any work is done.
@main
struct Hello {
    static func main() async throws {
        let router = Router()
        let body = ByteBuffer(string: #"{"hello":"world"}"#)
        router.get("hello") { _, _ in
            Response(status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: body))
        }
        let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 3999
        try await Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port))
        ).runService()
    }
}
