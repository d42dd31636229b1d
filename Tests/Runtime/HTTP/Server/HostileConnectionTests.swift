import Foundation
import ScaffoldHTTP
import Testing

@Suite struct HostileConnectionTests {
    /// A request, what its answer begins with, and what else is in it.
    @Test(arguments: [
        ("GET /\(String(repeating: "a", count: 9000)) HTTP/1.1\r\nHost: x\r\n\r\n", "414", "at most 8192 bytes"),
        ("GET /\(String(repeating: "a", count: 40_000)) HTTP/1.1\r\nHost: x\r\n\r\n", "414", "at most 8192 bytes"),
        ("GET / HTTP/1.1\r\nHost: x\r\nA: \(String(repeating: "a", count: 20_000))\r\n\r\n", "431", "100 headers"),
        (
            "GET / HTTP/1.1\r\nHost: x\r\n\(String(repeating: "A: \(String(repeating: "a", count: 9000))\r\n", count: 9))\r\n",
            "431", "100 headers"
        ),
        ("GET / HTTP/1.1\r\nHost: x\r\n" + String(repeating: "A: b\r\n", count: 200) + "\r\n", "431", "100 headers"),
        ("GET / HTTP/1.1\r\n\r\n", "400", "'Host' is missing"),
        ("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", "400", "two headers 'Host'"),
        ("GET / HTTP/2.0\r\nHost: x\r\n\r\n", "505", "HTTP/1.1"),
        ("GARBAGE\r\n\r\n", "400", "no request of HTTP"),
        ("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", "400", "no request"),
        (
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400",
            "status"
        ),
        ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n", "400", "status"),
        ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", "400", "status"),
        ("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n", "400", "status"),
        ("GET / HTTP/1.1\r\nHost: x\r\nA: b\u{0}c\r\n\r\n", "400", "status"),
    ])
    func `what cannot be a request is refused with words, and others are answered`(
        text: String, status: String, words: String
    ) async throws {
        try await withRunningServer { port in
            let connection = try Connection(port: port)
            connection.send(text)
            let answer = connection.receive()
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer)")
            #expect(answer.contains(words), "\(answer)")
            #expect(answer.contains("application/problem+json"))
            #expect(answer.lowercased().contains("connection: close"))
            #expect(connection.isEnded())
            #expect(try isAlive(port))
        }
    }

    @Test(arguments: [
        "GET / HTTP/1.0\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nConnection: Close\r\n\r\n",
    ])
    func `a client that wants no more than one answer gets one`(text: String) async throws {
        try await withRunningServer { port in
            let connection = try Connection(port: port)
            connection.send(text)
            let answer = connection.receive()
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.lowercased().contains("connection: close"))
            #expect(connection.isEnded())
        }
    }

    @Test(arguments: ["GET http://other.example/ HTTP/1.1", "GET http://other.example HTTP/1.1", "GET /? HTTP/1.1"])
    func `other forms of a path are understood`(line: String) async throws {
        try await withRunningServer { port in
            let answer = try ask(port, "\(line)\r\nHost: x\r\n\r\n")
            #expect(answer.hasSuffix("hello"), "\(answer)")
        }
    }

    @Test func `what follows a smuggled body is no request`() async throws {
        try await withRunningServer(
            routes: .with {
                $0.get("/") { _ in .text("hello") }
                $0.get("/secret") { _ in .text("secret") }
            }
        ) { port in
            let answer = try ask(
                port,
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                    + "GET /secret HTTP/1.1\r\nHost: x\r\n\r\n", answers: 2)
            #expect(!answer.contains("secret"))
        }
    }

    @Test func `a mistake behind a good request costs the good one nothing`() async throws {
        try await withRunningServer { port in
            let answer = try ask(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\nGARBAGE\r\n\r\n", answers: 2)
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.contains("HTTP/1.1 400 "))
        }
    }

    @Test func `many requests that come at once are answered in their order`() async throws {
        try await withRunningServer(routes: .with { $0.get("/:n") { .text("<\($0.capture("n") ?? "")>") } }) { port in
            let text = (0..<200).map { "GET /\($0) HTTP/1.1\r\nHost: x\r\n\r\n" }.joined()
            let answer = try ask(port, text, answers: 200)
            let numbers = answer.split(separator: "<").dropFirst().map { Int($0.prefix { $0 != ">" }) }
            #expect(numbers == Array(0..<200))
        }
    }

    @Test func `connections beyond the limit are told so, and there is room again later`() async throws {
        var limits = ServerLimits()
        limits.connections = 2
        try await withRunningServer(limits: limits) { port in
            var open: [Connection] = []
            for _ in 0..<2 {
                let connection = try Connection(port: port)
                connection.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(connection.receive().hasSuffix("hello"))
                open.append(connection)
            }
            let refused = try ask(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(refused.hasPrefix("HTTP/1.1 503 "), "\(refused)")
            #expect(refused.contains("too many connections"))
            #expect(refused.contains("Retry-After: 1"))
            open = []
            var answer = ""
            let end = ContinuousClock.now + .seconds(20)
            while !answer.hasSuffix("hello"), ContinuousClock.now < end {
                answer = try ask(port, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            }
            #expect(answer.hasSuffix("hello"))
        }
    }

    @Test func `an answer of any size arrives whole`() async throws {
        try await withRunningServer(
            routes: .with {
                $0.get("/:size") { .text(String(repeating: "x", count: Int($0.capture("size") ?? "") ?? 0)) }
            }
        ) { port in
            for size in [0, 1, 16_384, 16_385, 300_000] {
                let answer = try ask(port, "GET /\(size) HTTP/1.1\r\nHost: x\r\n\r\n")
                #expect(answer.contains("Content-Length: \(size)\r\n"))
                #expect(answer.hasSuffix("\r\n\r\n" + String(repeating: "x", count: size)))
            }
        }
    }

    @Test func `an answer to HEAD has the length and not the body`() async throws {
        try await withRunningServer { port in
            let answer = try ask(
                port, "HEAD / HTTP/1.1\r\nHost: x\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n", answers: 2)
            #expect(answer.contains("Content-Length: 5\r\n"))
            #expect(answer.ranges(of: "hello").count == 1)
        }
    }
}
