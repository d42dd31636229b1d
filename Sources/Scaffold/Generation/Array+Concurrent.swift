import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// What `map` gives, worked out on all cores.
    func concurrentMap<R: Sendable>(_ body: @Sendable (Element) throws -> R) throws -> [R] {
        let size = 16
        let chunks = (count + size - 1) / size
        guard chunks > 1 else { return try map(body) }
        let results = Mutex<[Int: Result<[R], any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: chunks) { number in
            let result = Result { try self[(number * size)..<Swift.min(count, (number + 1) * size)].map(body) }
            results.withLock { $0[number] = result }
        }
        let all = results.withLock { $0 }
        return try (0..<chunks).flatMap { try all[$0]?.get() ?? [] }
    }
}
