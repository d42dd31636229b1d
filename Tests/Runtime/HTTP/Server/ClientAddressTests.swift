import ScaffoldHTTP
import Testing

@Suite struct ClientAddressTests {
    /// What a proxy at 127.0.0.1 passes on, and whose request it is.
    @Test(arguments: [
        (["X-Forwarded-For: 192.0.2.7"], "192.0.2.7"),
        (["X-Forwarded-For: 1.1.1.1, 192.0.2.7"], "192.0.2.7"),
        (["X-Forwarded-For: 1.1.1.1, 192.0.2.7, 10.0.0.9"], "192.0.2.7"),
        (["X-Forwarded-For: 1.1.1.1", "X-Forwarded-For: 192.0.2.7, 10.0.0.9"], "192.0.2.7"),
        (["X-Forwarded-For: 10.0.0.8, 10.0.0.9"], "10.0.0.8"),
        (["X-Forwarded-For: 192.0.2.7:4711"], "192.0.2.7"),
        (["X-Forwarded-For: [2001:db8::7]:4711"], "2001:db8::7"),
        (["X-Forwarded-For: 2001:db8::7"], "2001:db8::7"),
        (["X-Forwarded-For: 192.0.2.7, unknown, 10.0.0.9"], "10.0.0.9"),
        (["X-Forwarded-For: <script>"], "127.0.0.1"), (["X-Forwarded-For: "], "127.0.0.1"), ([], "127.0.0.1"),
        (["Forwarded: for=192.0.2.7;proto=https"], "192.0.2.7"),
        (["Forwarded: for=1.1.1.1, FOR=\"[2001:db8::7]:4711\";by=10.0.0.9"], "2001:db8::7"),
        (["Forwarded: proto=https"], "127.0.0.1"),
        (["X-Forwarded-For: 192.0.2.7", "Forwarded: for=192.0.2.7"], "192.0.2.7"),
        // One of them is the client's own.
        (["X-Forwarded-For: 192.0.2.7", "Forwarded: for=1.1.1.1"], "127.0.0.1"),
    ])
    func `a trusted proxy says who asks`(headers: [String], client: String) async throws {
        try await withRunningServer(
            proxies: try TrustedProxies("127.0.0.1, 10.0.0.0/8"),
            routes: .with { $0.get("/") { .text("<\($0.clientAddress ?? "") \($0.remoteAddress ?? "")>") } }
        ) { port in
            let lines = headers.map { "\($0)\r\n" }.joined()
            let answer = try ask(port, "GET / HTTP/1.1\r\nHost: x\r\n\(lines)\r\n")
            #expect(answer.hasSuffix("<\(client) 127.0.0.1>"), "\(answer)")
        }
    }

    @Test(arguments: ["", "10.0.0.0/8", "127.0.0.2", "::/0"])
    func `others are not believed`(proxies: String) async throws {
        try await withRunningServer(
            proxies: try TrustedProxies(proxies), routes: .with { $0.get("/") { .text("<\($0.clientAddress ?? "")>") } }
        ) { port in
            let answer = try ask(
                port, "GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.7\r\nForwarded: for=192.0.2.7\r\n\r\n")
            // The network of all addresses has those of version 4 in it, too.
            #expect(answer.hasSuffix(proxies == "::/0" ? "<192.0.2.7>" : "<127.0.0.1>"), "\(answer)")
        }
    }

    @Test(arguments: [
        "10.0.0", "10.0.0.0/33", "fd00::/129", "10.0.0.0/-1", "10.0.0.0/", "proxy.example", "1.2.3.4/8/8",
    ])
    func `what is no address is told`(text: String) {
        #expect(throws: TrustedProxyError.self) { try TrustedProxies("127.0.0.1, \(text)") }
    }
}
