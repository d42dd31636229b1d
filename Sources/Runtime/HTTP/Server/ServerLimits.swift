/// How much a client may ask of a server, and how long things may take.
///
/// The times end connections that hold on to the server without need, by accident or on purpose: each of them is looked
/// at several times within the shortest of these times, so it may be a little longer.
public struct ServerLimits: Sendable {
    /// How long a connection may be without a request: 60 seconds.
    public var idle = Duration.seconds(60)
    /// How long the first line and the headers of a request may take to arrive: 15 seconds.
    public var headers = Duration.seconds(15)
    /// How long a body may take to arrive, and one second more for each ``minimumRate`` bytes of it: 30 seconds.
    public var body = Duration.seconds(30)
    /// How long a handler may work on its answer: 60 seconds; nil for ever. The time in which it waits for the body
    /// does not count.
    public var handler: Duration? = .seconds(60)
    /// How long requests may take to finish after the server is told to stop: 10 seconds.
    public var shutdown = Duration.seconds(10)
    /// How many connections there may be at a time: what the system lets a process open less 64, 10,000 at most.
    public var connections = OpenFiles.limit.map { max(1, min($0 - 64, 10_000)) } ?? 10_000

    /// How many bytes a second a body must have in the long run, and a client must take of an answer.
    public var minimumRate = 1024
    /// How many bytes the target of a request may have, which is its path and query.
    static let target = 8 * 1024
    /// How many bytes one header may have.
    static let header = 16 * 1024
    /// How many bytes the first line and all headers of a request may have.
    static let allHeaders = 64 * 1024
    /// How many headers a request may have.
    static let headerCount = 100
    /// How long a connection is kept after its last answer, for the client to read it.
    static let closing = Duration.seconds(2)
    /// How long a handler that was told to stop gets, before its client is told without it.
    static let grace = Duration.seconds(1)

    /// What the documentation of each time says.
    public init() {}

    /// How often connections are looked at.
    var step: Duration {
        let shortest = [idle, headers, body, handler ?? idle].min() ?? idle
        return max(.milliseconds(5), min(.milliseconds(500), shortest / 8))
    }
}
