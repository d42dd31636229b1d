import HTTPTypes
import NIOCore
import Synchronization

/// The body of one request: read once at most, never beyond a limit.
final class RequestBodySource: Sendable {
    private enum State {
        case unread
        case reading
        case read(ByteBuffer)
        case refused(HTTPProblem)
    }

    private let state: Mutex<State>
    /// Where it comes from; nil where it is there already.
    private let parts: RequestParts?
    private let connection: ServedConnection?
    /// How many bytes are taken.
    let limit: Int
    /// How many bytes are read and thrown away, so that a client that is still sending gets to read the answer.
    static let patience = 8 * 1024 * 1024

    /// A body that arrives over a connection.
    init(_ parts: RequestParts, of connection: ServedConnection, limit: Int) {
        state = Mutex(.unread)
        self.parts = parts
        self.connection = connection
        self.limit = limit
    }

    /// A body that is there already.
    init(_ whole: ByteBuffer, limit: Int) {
        state = Mutex(whole.readableBytes > limit ? .refused(.tooLarge(limit: limit)) : .read(whole))
        parts = nil
        connection = nil
        self.limit = limit
    }

    /// The whole body; the same one however often it is asked for.
    ///
    /// - Throws: ``HTTPProblem`` 413 if it is larger than the limit.
    func collect() async throws -> ByteBuffer {
        let before = state.withLock { state in
            let before = state
            if case .unread = before { state = .reading }
            return before
        }
        switch before {
        case .read(let buffer): return buffer
        case .refused(let problem): throw problem
        case .reading: throw HTTPProblem(.badRequest, "The body is being read already")
        case .unread:
            let result = await read()
            state.withLock { state in
                switch result {
                case .success(let buffer): state = .read(buffer)
                case .failure(let problem): state = .refused(problem)
                }
            }
            return try result.get()
        }
    }

    private func read() async -> Result<ByteBuffer, HTTPProblem> {
        connection?.enter(.body)
        defer { connection?.enter(.answering) }
        do {
            guard let whole = try await readWhole() else { return .failure(.tooLarge(limit: limit)) }
            return .success(whole)
        } catch let refusal as RefusedRequest where refusal.status == .requestTimeout {
            return .failure(.ending(refusal.status, refusal.detail))
        } catch {
            // The connection broke, or what came is no HTTP.
            return .failure(.ending(.badRequest, "The body could not be read"))
        }
    }

    /// nil if it is larger than the limit.
    private func readWhole() async throws -> ByteBuffer? {
        var whole = ByteBuffer()
        var count = 0
        while var piece = try await parts?.nextOfBody() {
            count += piece.readableBytes
            if count <= limit {
                if whole.readableBytes == 0 { whole = piece } else { whole.writeBuffer(&piece) }
            } else if count > limit + Self.patience {
                break
            }
        }
        return count <= limit ? whole : nil
    }

    /// Reads what nobody read, up to a limit.
    ///
    /// - Returns: Whether the connection can be used for another request.
    func finish() async -> Bool {
        let isUnread = state.withLock { state in
            guard case .unread = state else { return false }
            state = .reading
            return true
        }
        guard isUnread else {
            return state.withLock { state in
                if case .read = state { true } else { false }
            }
        }
        do {
            var count = 0
            while let piece = try await parts?.nextOfBody() {
                count += piece.readableBytes
                if count > limit + Self.patience { return false }
            }
            return true
        } catch {
            return false
        }
    }
}

extension HTTPProblem {
    /// 413: the body is larger than it may be. The connection ends, since the rest of the body may still be on its way.
    static func tooLarge(limit: Int) -> HTTPProblem {
        .ending(.contentTooLarge, "The body may have at most \(limit) bytes")
    }

    /// A problem after which the connection ends.
    fileprivate static func ending(_ status: HTTPResponse.Status, _ detail: String) -> HTTPProblem {
        var problem = HTTPProblem(status, detail)
        problem.headers[.connection] = "close"
        return problem
    }
}
