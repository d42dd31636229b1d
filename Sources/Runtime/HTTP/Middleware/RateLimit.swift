import HTTPTypes
import ScaffoldStorage

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Lets each client ask so and so often, and answers 429 with `Retry-After` to more.
///
/// ```swift
/// RateLimit(100, per: .seconds(15 * 60))                                     // each client address
/// RateLimit(10, per: .seconds(60)) { $0.headers[.authorization] }            // each token
/// ```
///
/// A client that has been silent for the whole period may ask all of it at once; what is used up comes back bit by bit.
/// Every answer says how many requests are left (`RateLimit-Limit`, `RateLimit-Remaining`, and in `RateLimit-Reset` in
/// how many seconds all of them are back). Addresses of version 6 count by their network of 64 bits, which is what one
/// customer gets. Each process counts by itself, in memory, at most 100,000 clients.
public struct RateLimit: Middleware {
    private let buckets: RateBuckets
    private let key: @Sendable (Request) -> String?

    /// - Parameters:
    ///   - count: How many requests a client may send within the period, at least one.
    ///   - period: The period.
    ///   - key: What tells clients apart: their address unless said. Requests without one are not counted.
    public init(
        _ count: Int, per period: Duration, by key: @escaping @Sendable (Request) -> String? = { $0.clientNetwork }
    ) {
        buckets = RateBuckets(count: count, period: period)
        self.key = key
    }

    public func handle(_ request: Request, next: @escaping Handler) async throws -> Response {
        // Preflights are the browser's and not the client's doing; probes are counted nowhere.
        guard request.method != .options, request.route?.isQuiet != true, let key = key(request) else {
            return try await next(request)
        }
        let share = buckets.take(key)
        guard share.isGranted else {
            var problem = HTTPProblem(.tooManyRequests, "Too many requests; try again in \(share.wait) s")
            problem.headers[.retryAfter] = String(share.wait)
            mark(&problem.headers, share)
            throw problem
        }
        var response = try await next(request)
        mark(&response.headers, share)
        return response
    }

    public func describe(_ operation: Operation) -> Operation { operation.fails(429) }

    private func mark(_ headers: inout HTTPFields, _ share: RateBuckets.Share) {
        headers[.rateLimit] = String(buckets.count)
        headers[.rateRemaining] = String(share.remaining)
        headers[.rateReset] = String(share.reset)
    }
}

extension Request {
    /// The client's address, or the network of it where clients have many.
    public var clientNetwork: String? {
        guard let address = clientAddress, address.contains(":") else { return clientAddress }
        guard let number = NetworkAddress(address), !number.isVersion4 else { return address }
        return "\(String(number.high, radix: 16))::/64"
    }
}

/// How much each client may still ask: for each of them one moment, at which all that it used up will be back.
final class RateBuckets: Sendable {
    /// What a request gets.
    struct Share: Equatable, Sendable {
        var isGranted: Bool
        /// How many more would be granted now.
        var remaining: Int
        /// Seconds until all are back.
        var reset: Int
        /// Seconds until the next one is granted.
        var wait: Int
    }

    let count: Int
    private let period: Double
    private let most: Int
    private let moments = Locked<[String: Double]>([:])

    init(count: Int, period: Duration, most: Int = 100_000) {
        self.count = max(1, count)
        self.period = max(0.001, Double(period.components.seconds) + Double(period.components.attoseconds) * 1e-18)
        self.most = max(1, most)
    }

    /// How many clients are kept.
    var kept: Int { moments.withLock(\.count) }

    func take(_ key: String, at now: Double = Date().timeIntervalSince1970) -> Share {
        let share = period / Double(count)
        return moments.withLock { moments in
            let before = max(moments[key] ?? now, now)
            // A hair of room: shares are added up, and what should be whole is not quite.
            let isGranted = before + share <= now + period + share * 1e-6
            let after = isGranted ? before + share : before
            if isGranted {
                if moments.count >= most, moments[key] == nil { makeRoom(&moments, now) }
                moments[key] = after
            }
            let remaining = min(count, max(0, Int(((now + period - after) / share + 1e-6).rounded(.down))))
            return Share(
                isGranted: isGranted, remaining: remaining, reset: Self.seconds(after - now),
                wait: isGranted ? 0 : max(1, Self.seconds(before + share - period - now)))
        }
    }

    /// Forgets those who have everything back; if there are none, those who have used least.
    private func makeRoom(_ moments: inout [String: Double], _ now: Double) {
        moments = moments.filter { $0.value > now }
        guard moments.count >= most else { return }
        let middle = moments.values.sorted()[moments.count / 2]
        moments = moments.filter { $0.value > middle }
    }

    private static func seconds(_ duration: Double) -> Int { Int(min(max(0, duration.rounded(.up)), 1e9)) }
}
