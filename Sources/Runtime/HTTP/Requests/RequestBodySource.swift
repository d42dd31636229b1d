import HTTPTypes
import HummingbirdCore
import NIOCore
import Synchronization

/// The body of one request: read once at most, never beyond a limit.
final class RequestBodySource: Sendable {
    private enum State {
        case unread(RequestBody)
        case reading
        case read(ByteBuffer)
        case refused(HTTPProblem)
    }

    private let state: Mutex<State>
    /// How many bytes are taken.
    let limit: Int
    /// How many bytes are read and thrown away, so that a client that is still sending gets to read the answer.
    static let patience = 8 * 1024 * 1024

    init(_ body: RequestBody, limit: Int) {
        state = Mutex(.unread(body))
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
        case .unread(let body):
            let result = await read(body)
            state.withLock { state in
                switch result {
                case .success(let buffer): state = .read(buffer)
                case .failure(let problem): state = .refused(problem)
                }
            }
            return try result.get()
        }
    }

    private func read(_ body: RequestBody) async -> Result<ByteBuffer, HTTPProblem> {
        do {
            guard let whole = try await readWhole(body) else { return .failure(.tooLarge(limit: limit)) }
            return .success(whole)
        } catch {
            // The connection broke, or what came is no HTTP.
            return .failure(HTTPProblem(.badRequest, "The body could not be read"))
        }
    }

    /// nil if it is larger than the limit.
    private func readWhole(_ body: RequestBody) async throws -> ByteBuffer? {
        var whole = ByteBuffer()
        var count = 0
        for try await var piece in body {
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
        let body: RequestBody? = state.withLock { state in
            guard case .unread(let body) = state else { return nil }
            state = .reading
            return body
        }
        guard let body else {
            return state.withLock { state in
                if case .read = state { true } else { false }
            }
        }
        do {
            var count = 0
            for try await piece in body {
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
        var problem = HTTPProblem(.contentTooLarge, "The body may have at most \(limit) bytes")
        problem.headers[.connection] = "close"
        return problem
    }
}
