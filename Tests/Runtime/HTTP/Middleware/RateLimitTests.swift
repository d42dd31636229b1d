import ScaffoldTesting
import Testing

@testable import ScaffoldHTTP

@Suite struct RateLimitTests {
    @Test func `so many requests are granted, the next one is told when to come back`() async throws {
        let client = try clientOfPosts(behind: [RateLimit(3, per: .seconds(3600)) { $0.headers[.authorization] }]) {
            _ in
            .text("posts")
        }
        for left in ["2", "1", "0"] {
            let answer = try await client.get("/posts", headers: [.authorization: "a"])
            #expect(answer.status == 200)
            #expect(answer.headers[.rateRemaining] == left)
            #expect(answer.headers[.rateLimit] == "3")
        }
        let refused = try await client.get("/posts", headers: [.authorization: "a"])
        #expect(refused.status == 429)
        #expect(refused.headers[.retryAfter] == "1200")
        #expect(refused.headers[.rateRemaining] == "0")
        #expect(refused.json["detail"].string?.hasPrefix("Too many requests; try again in ") == true)
        // Others have their own share, and those that cannot be told apart are not counted.
        #expect(try await client.get("/posts", headers: [.authorization: "b"]).status == 200)
        #expect(try await client.get("/posts").headers[.rateLimit] == nil)
        #expect(try await client.send(.options, "/posts", headers: [.authorization: "a"]).status == 204)
    }

    @Test func `what is used up comes back bit by bit`() {
        let buckets = RateBuckets(count: 10, period: .seconds(100))
        for _ in 0..<10 { #expect(buckets.take("a", at: 1000).isGranted) }
        let refused = buckets.take("a", at: 1000)
        #expect(refused == .init(isGranted: false, remaining: 0, reset: 100, wait: 10))
        #expect(!buckets.take("a", at: 1009).isGranted)
        #expect(buckets.take("a", at: 1010).isGranted)
        #expect(!buckets.take("a", at: 1011).isGranted)
        #expect(buckets.take("a", at: 1111) == .init(isGranted: true, remaining: 9, reset: 10, wait: 0))
        #expect(buckets.take("a", at: 9999) == .init(isGranted: true, remaining: 9, reset: 10, wait: 0))
    }

    @Test func `no more clients are kept than there is room for`() {
        let buckets = RateBuckets(count: 2, period: .seconds(100), most: 10)
        for _ in 0..<2 { _ = buckets.take("greedy", at: 1000) }
        for client in 0..<1000 { #expect(buckets.take("\(client)", at: 1000).isGranted) }
        #expect(buckets.kept <= 10)
        // Who used most is remembered longest.
        #expect(!buckets.take("greedy", at: 1000).isGranted)
    }
}
